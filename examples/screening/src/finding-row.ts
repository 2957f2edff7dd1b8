import type { AnalysisResult, Finding } from 'ecgfounder-web';
import { el } from './dom.js';
import { tierBadge } from './tier-badge.js';
import { windowLink } from './window-link.js';

/** One finding: its name, what stands behind it, and its score or probability. */
export function findingRow(finding: Finding, { windows }: AnalysisResult, onWindow: (start: number) => void): HTMLElement {
  const row = el('li', { class: 'score', 'data-label': finding.label },
    el('div', { class: 'what' }, name(finding), remarks(finding)),
    bar(finding),
    value(finding));
  const window = windows[finding.window];
  if (windows.length > 1 && window) {
    row.append(windowLink(window, (where) => `Highest at ${where}: show it`, onWindow));
    row.classList.add('with-window');
  }
  if (finding.positive) row.classList.add('positive');
  return row;
}

function name({ label, displayName, critical, hidden }: Finding): HTMLElement {
  const out = el('span', { class: 'name', title: label }, displayName);
  if (critical) out.append(' ', el('span', { class: 'tag' }, 'critical'));
  if (hidden) out.append(' ', el('span', { class: 'tag faint' }, 'not from one ECG'));
  return out;
}

function remarks(finding: Finding): HTMLElement {
  const out = el('span', { class: 'remarks' });
  const { positive, operatingPoint } = finding;
  if (positive !== null)
    out.append(el('span', {},
      el('span', { class: positive ? 'verdict above' : 'verdict below' }, `${positive ? 'above' : 'below'} the operating point`),
      el('span', { class: 'muted numbers' }, ` (from score ${operatingPoint!.toFixed(2)})`)));
  out.append(tierBadge(finding));
  return out;
}

/** The number of the row as a length, with a tick where a score is judged. */
function bar({ score, probability, operatingPoint }: Finding): HTMLElement {
  const out = el('span', { class: 'bar', 'aria-hidden': 'true' }, el('span', { class: 'fill' }));
  (out.firstChild as HTMLElement).style.width = `${100 * (probability ?? score)}%`;
  if (probability === null && operatingPoint !== null) {
    const tick = el('span', { class: 'point' });
    tick.style.left = `${100 * operatingPoint}%`;
    out.append(tick);
  }
  return out;
}

function value({ score, probability }: Finding): HTMLElement {
  const number = (value: number, kind: string) =>
    el('span', {}, el('strong', {}, value.toFixed(2)), ' ', el('small', {}, kind));
  return probability === null
    ? el('span', { class: 'value numbers' }, number(score, 'score'))
    : el('span', { class: 'value numbers' }, number(probability, 'probability'), el('small', { class: 'muted' }, `score ${score.toFixed(2)}`));
}
