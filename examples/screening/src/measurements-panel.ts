import type { Beat, Examination, Measured, MeasurementDetails } from 'ecgfounder-web';
import { byId, el } from './dom.js';
import { plural } from './format.js';

type Entry = [name: string, measured: Measured, unit: string];

/** What is measured of the recording, over the trace; a dash where it cannot be, and why. */
export class MeasurementsPanel {
  private readonly place = byId('measurements');

  clear(): void {
    this.place.replaceChildren();
  }

  show({ quality, measurementDetails: details, beats }: Examination): void {
    const entries = entriesOf(details);
    this.place.replaceChildren(
      ...(quality.verdict === 'unusable' ? [el('p', { class: 'unreliable' }, 'Measured on an unusable signal: not to be relied on.')] : []),
      el('dl', { class: 'tiles' }, ...entries.map(tile)),
      el('p', { class: 'muted small-print', id: 'beats' }, `${beatsInWords(beats, details)} ± is the standard deviation over beats.`),
      ...missing(entries),
    );
  }
}

function entriesOf({ heartRate, pr, qrs, qt, qtcFridericia, qtcBazett, axis }: MeasurementDetails): Entry[] {
  return [
    ['Heart rate', heartRate, '/min'],
    ['PR', pr, 'ms'],
    ['QRS', qrs, 'ms'],
    ['QT', qt, 'ms'],
    ['QTcF', qtcFridericia, 'ms'],
    ['QTcB', qtcBazett, 'ms'],
    ['P axis', axis.p, '°'],
    ['QRS axis', axis.qrs, '°'],
    ['T axis', axis.t, '°'],
  ];
}

function tile([name, { value, spread }, unit]: Entry): HTMLElement {
  const figure = value === null
    ? [el('span', { class: 'figure', 'aria-label': 'not measured' }, '–')]
    : [el('span', { class: 'figure' }, signed(value)), `${unit === '°' ? '' : '\u00a0'}${unit}`,
      ...(spread === null ? [] : [el('span', { class: 'spread' }, `±\u00a0${Math.round(spread)}`)])];
  return el('div', { 'data-measurement': name }, el('dt', {}, name), el('dd', { class: 'numbers' }, ...figure));
}

/** With a minus sign, not a hyphen; never minus zero. */
const signed = (value: number) => String(Math.round(value) || 0).replace('-', '\u2212');

function beatsInWords(beats: Beat[], { rhythm }: MeasurementDetails): string {
  if (beats.length === 0) return 'No beat was found.';
  const other = (['ventricular', 'paced'] as const)
    .map((name) => [beats.filter((beat) => beat.class === name).length, name] as const)
    .filter(([count]) => count > 0);
  const classes = other.length === 0 ? '' : `, ${other.map(([count, name]) => `${count} of them ${name}`).join(', ')}`;
  return `${plural(beats.length, 'beat')}${classes}${rhythm ? `; rhythm ${rhythm}` : ''}. Medians of normal beats, the heart rate of all.`;
}

/** Why there is none, once for all that lack it for one reason. */
function missing(entries: Entry[]): HTMLElement[] {
  const names = new Map<string, string[]>();
  for (const [name, { value, reason }] of entries)
    if (value === null && reason) names.set(reason, [...(names.get(reason) ?? []), name]);
  if (names.size === 0) return [];
  return [el('ul', { class: 'notes small-print', id: 'not-measured' }, ...[...names].map(([reason, lacking]) =>
    el('li', {}, `${lacking.join(', ')}: not measured. ${reason}`)))];
}
