import type { AnalysisResult, Finding } from 'ecgfounder-web';
import { contradictionsView } from './contradictions.js';
import { button, el } from './dom.js';
import { findingRow } from './finding-row.js';
import { milliseconds, plural } from './format.js';
import { grouped, heading } from './groups.js';
import { notCoveredView } from './not-covered.js';

/** Shown without asking: from this score on, the top few of each group, and every critical one. */
const shownFrom = 0.05;
const topFew = 3;

export interface FindingsOptions {
  /** Moves the trace to a window. */
  onWindow: (startSeconds: number) => void;
}

/** The scores of a result, in groups: what they come to, what contradicts itself, each, what is not looked for. */
export function findingsView(result: AnalysisResult, { onWindow }: FindingsOptions): HTMLElement {
  const groups = el('div', { class: 'groups' });
  const notCovered = el('div');
  const hidden = result.findings.filter((finding) => finding.hidden).length;
  const toggle = el('input', { type: 'checkbox', id: 'show-hidden' });
  const fill = () => {
    const shown = <T extends { hidden: boolean }>(items: T[]) => items.filter((item) => toggle.checked || !item.hidden);
    groups.replaceChildren(...grouped(shown(result.findings)).map(([name, members]) => groupView(name, members, result, onWindow)));
    notCovered.replaceChildren(...notCoveredView(shown(result.notCovered)));
  };
  toggle.addEventListener('change', fill);
  fill();
  const view = el('div', {},
    ...(result.summary ? [el('p', { class: 'summary', id: 'reading-summary' }, result.summary)] : []),
    ...contradictionsView(result, onWindow),
    conditions(result), groups);
  if (hidden > 0)
    view.append(el('p', { class: 'toggle' }, toggle, el('label', { for: 'show-hidden' },
      `Also the ${hidden} labels that one ECG cannot support (fragments, and comparisons with an earlier ECG)`)));
  view.append(
    el('p', { class: 'muted small-print' },
      '“critical” names what would be urgent if it were true, whatever its score; these labels are always listed.'),
    notCovered);
  return view;
}

/** How the scores came about. */
function conditions({ windows, timings, device, preset }: AnalysisResult): HTMLElement {
  const several = windows.length > 1 ? ', the highest over all windows' : '';
  const name = device === 'webgpu' ? 'WebGPU' : 'WASM';
  return el('p', { class: 'muted numbers', id: 'times' },
    `${plural(windows.length, 'window')} of 10 s${several}. Preset ${preset}: prepared in ${milliseconds(timings.prepareMs)}, run in ${milliseconds(timings.runMs)} on ${name}.`);
}

function groupView(name: string, members: Finding[], result: AnalysisResult, onWindow: (start: number) => void): HTMLElement {
  const list = el('ul', { class: 'scores-list' });
  const short = members.filter((finding, rank) => rank < topFew || finding.score >= shownFrom || finding.critical || finding.positive);
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
