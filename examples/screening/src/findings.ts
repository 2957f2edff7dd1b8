import type { AnalysisResult, Finding } from 'ecgfounder-web';
import { button, el } from './dom.js';
import { milliseconds, plural, span } from './format.js';
import { heading } from './groups.js';

/** Shown without asking: from this score on, the top few of each group, and every critical one. */
const shownFrom = 0.05;
const topFew = 3;

export interface FindingsOptions {
  /** Moves the trace to a window. */
  onWindow: (startSeconds: number) => void;
}

/** The scores of a result, in groups. */
export function findingsView(result: AnalysisResult, { onWindow }: FindingsOptions): HTMLElement {
  const groups = el('div', { class: 'groups' });
  const hidden = result.findings.filter((finding) => finding.hidden).length;
  const toggle = el('input', { type: 'checkbox', id: 'show-hidden' });
  const fill = () => {
    const findings = result.findings.filter((finding) => toggle.checked || !finding.hidden);
    groups.replaceChildren(...grouped(findings).map(([name, members]) => groupView(name, members, result, onWindow)));
  };
  toggle.addEventListener('change', fill);
  fill();
  const view = el('div', {}, summary(result), groups);
  if (hidden > 0)
    view.append(el('p', { class: 'toggle' }, toggle, el('label', { for: 'show-hidden' },
      `Also the ${hidden} labels that one ECG cannot support (fragments, and comparisons with an earlier ECG)`)));
  view.append(el('p', { class: 'muted small-print' },
    '“critical” names what would be urgent if it were true, whatever its score; these labels are always listed.'));
  return view;
}

function summary({ windows, timings, device, preset }: AnalysisResult): HTMLElement {
  const several = windows.length > 1 ? ', the highest over all windows' : '';
  const name = device === 'webgpu' ? 'WebGPU' : 'WASM';
  return el('p', { class: 'muted numbers', id: 'times' },
    `${plural(windows.length, 'window')} of 10 s${several}. Preset ${preset}: prepared in ${milliseconds(timings.prepareMs)}, run in ${milliseconds(timings.runMs)} on ${name}.`);
}

function grouped(findings: Finding[]): [string, Finding[]][] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) groups.set(finding.group, [...(groups.get(finding.group) ?? []), finding]);
  return [...groups];
}

function groupView(name: string, members: Finding[], result: AnalysisResult, onWindow: (start: number) => void): HTMLElement {
  const list = el('ul', { class: 'scores-list' });
  const short = members.filter((finding, rank) => rank < topFew || finding.score >= shownFrom || finding.critical);
  const fill = (all: boolean) =>
    list.replaceChildren(...(all ? members : short).map((finding) => findingRow(finding, result, onWindow)));
  const section = el('section', { class: 'group', 'data-group': name }, el('h3', {}, heading(name)), list);
  fill(false);
  if (short.length < members.length) {
    let all = false;
    const label = () => (all ? 'Show fewer' : `Show all ${members.length}`);
    const more = button(label(), () => {
      all = !all;
      fill(all);
      more.textContent = label();
      more.setAttribute('aria-expanded', String(all));
    }, { class: 'link', 'aria-expanded': 'false' });
    section.append(more);
  }
  return section;
}

function findingRow(finding: Finding, { windows }: AnalysisResult, onWindow: (start: number) => void): HTMLElement {
  const name = el('span', { class: 'name', title: finding.label }, finding.displayName);
  if (finding.critical) name.append(' ', el('span', { class: 'tag' }, 'critical'));
  if (finding.hidden) name.append(' ', el('span', { class: 'tag faint' }, 'not from one ECG'));
  const fill = el('span', { class: 'fill' });
  fill.style.width = `${100 * finding.score}%`;
  const row = el('li', { class: 'score', 'data-label': finding.label },
    name,
    el('span', { class: 'bar', 'aria-hidden': 'true' }, fill),
    el('span', { class: 'value numbers' }, finding.score.toFixed(2)));
  const window = windows[finding.window];
  if (windows.length > 1 && window) {
    const where = span(window.start, window.start + 10);
    row.append(button(where, () => onWindow(window.start), { class: 'link where numbers', title: 'Show this window', 'aria-label': `Highest at ${where}: show it` }));
    row.classList.add('with-window');
  }
  return row;
}
