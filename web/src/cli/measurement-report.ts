import type { Beat, Examination, LeadAmplitudes, Measured, MeasurementDetails, Quality } from '../examination.js';
import type { AnalysisResult } from '../types.js';

type Row = [name: string, measured: Measured, unit: string, digits?: number];

/** What a recording is, in one line. */
export function heading(file: string, { leads, samplingRate, durationSeconds }: AnalysisResult['recording']): string {
  return `${file}: ${plural(leads.length, 'lead')}, ${samplingRate} Hz, ${durationSeconds.toFixed(1)} s`;
}

/** Quality, measurements and amplitudes as tables for a terminal. */
export function measurementReport(file: string, result: Examination & Pick<AnalysisResult, 'recording'>): string[] {
  const { recording, quality, beats, measurementDetails: details } = result;
  return [
    heading(file, recording),
    ...recording.diagnostics.map(({ message }) => `note: ${message}`),
    ...qualityLines(quality),
    beatLine(beats, details),
    ...table('measurement', 'beats', intervalRows(details)),
    ...table('variability', 'intervals', variabilityRows(details)),
    ...table('hypertrophy', 'beats', hypertrophyRows(details)),
    ...amplitudes(details.leads),
    'Medians of normal beats, the heart rate of all. Research software, not a medical device.',
  ];
}

export function qualityLines({ verdict, reasons }: Quality): string[] {
  return [`quality: ${verdict}`, ...reasons.map(({ code, message }) => `  ${message} [${code}]`)];
}

/** The measurements that a report begins with, in one line. */
export function measurementLine({ measurements: m }: Examination): string {
  const whole = (value: number | null, unit: string) => (value === null ? '-' : `${Math.round(value)}${unit}`);
  const { p, qrs, t } = m.axis;
  return [
    `heart rate ${whole(m.heartRate, '/min')}`, `PR ${whole(m.pr, ' ms')}`, `QRS ${whole(m.qrs, ' ms')}`, `QT ${whole(m.qt, ' ms')}`,
    `QTcF ${whole(m.qtcFridericia, ' ms')}`, `QTcB ${whole(m.qtcBazett, ' ms')}`,
    `axis P ${whole(p, ' deg')}, QRS ${whole(qrs, ' deg')}, T ${whole(t, ' deg')}`,
  ].join(', ');
}

function beatLine(beats: Beat[], { rhythm }: MeasurementDetails): string {
  const classes = [...new Set(beats.map((beat) => beat.class))];
  const counted = classes.map((name) => `${beats.filter((beat) => beat.class === name).length} ${name}`);
  return `beats: ${[beats.length === 0 ? 'none found' : counted.join(', '), ...(rhythm ? [`rhythm ${rhythm}`] : [])].join('; ')}`;
}

function intervalRows(details: MeasurementDetails): Row[] {
  const { axis } = details;
  return [
    ['heart rate', details.heartRate, '/min'],
    ['RR', details.rr, 'ms'],
    ['PR', details.pr, 'ms'],
    ['QRS', details.qrs, 'ms'],
    ['QT', details.qt, 'ms'],
    ['QTc Fridericia', details.qtcFridericia, 'ms'],
    ['QTc Bazett', details.qtcBazett, 'ms'],
    ['QTc Framingham', details.qtcFramingham, 'ms'],
    ['QTc Hodges', details.qtcHodges, 'ms'],
    ['P axis', axis.p, 'deg'],
    ['QRS axis', axis.qrs, 'deg'],
    ['T axis', axis.t, 'deg'],
  ];
}

function variabilityRows({ variability: { sdnn, rmssd, pnn50 } }: MeasurementDetails): Row[] {
  return [['SDNN', sdnn, 'ms'], ['RMSSD', rmssd, 'ms'], ['pNN50', pnn50, '%']];
}

function hypertrophyRows({ hypertrophy: { sokolowLyon, cornell, rAvl } }: MeasurementDetails): Row[] {
  return [['SV1 + RV5 or RV6', sokolowLyon, 'mV', 2], ['RaVL + SV3', cornell, 'mV', 2], ['RaVL', rAvl, 'mV', 2]];
}

function table(title: string, count: string, rows: Row[]): string[] {
  const line = (name: string, cells: string[]) => `${name.padEnd(18)}${cells.map((cell) => cell.padStart(11)).join('')}`;
  return ['', line(title, ['value', 'spread', count]), ...rows.map(([name, { value, spread, beats, reason }, unit, digits = 0]) =>
    value === null
      ? `${line(name, ['-'])}  ${reason ?? ''}`.trimEnd()
      : line(name, [`${value.toFixed(digits)} ${unit}`, spread === null ? '-' : spread.toFixed(digits || 1), `${beats}`]))];
}

function amplitudes(leads: LeadAmplitudes[]): string[] {
  const waves = ['p', 'q', 'r', 's', 't', 'st60'] as const;
  const cell = ({ value }: Measured) => (value === null ? '-' : value.toFixed(3)).padStart(9);
  const row = (lead: LeadAmplitudes) => `${lead.lead.padEnd(18)}${waves.map((wave) => cell(lead[wave])).join('')}`;
  const head = ['P', 'Q', 'R', 'S', 'T', 'ST60'].map((name) => name.padStart(9)).join('');
  return leads.length === 0 ? [] : ['', `${'amplitudes, mV'.padEnd(18)}${head}`, ...leads.map(row)];
}

const plural = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;
