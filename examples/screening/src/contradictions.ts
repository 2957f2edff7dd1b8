import type { AnalysisResult, Contradiction } from 'ecgfounder-web';
import { el } from './dom.js';
import { plural } from './format.js';
import { windowLink } from './window-link.js';

/** Of one exclusion only the clearest pair is shown without asking. */
interface Exclusion {
  clearest: Contradiction;
  others: Contradiction[];
}

/** What the model says and cannot mean, above its findings; nothing where it does not contradict itself. */
export function contradictionsView(result: AnalysisResult, onWindow: (start: number) => void): HTMLElement[] {
  const { contradictions } = result;
  if (contradictions.length === 0) return [];
  return [el('section', { class: 'contradictions', 'aria-labelledby': 'contradictions-title' },
    el('h3', { id: 'contradictions-title' }, 'The model contradicts itself: look at the trace'),
    el('ul', {}, ...exclusions(contradictions).map(({ clearest, others }) =>
      el('li', {}, ...item(clearest, result, onWindow), ...more(others, result, onWindow)))),
    el('p', { class: 'small-print' }, `Definitions: ${[...new Set(contradictions.map(({ source }) => source))].join('; ')}.`))];
}

function more(others: Contradiction[], result: AnalysisResult, onWindow: (start: number) => void): HTMLElement[] {
  if (others.length === 0) return [];
  return [el('details', {},
    el('summary', {}, `${plural(others.length, 'more pair')} of this kind`),
    el('ul', {}, ...others.map((other) => el('li', {}, ...item(other, result, onWindow)))))];
}

function exclusions(contradictions: Contradiction[]): Exclusion[] {
  const rules = new Map<string, Exclusion>();
  for (const contradiction of contradictions) {
    const known = rules.get(contradiction.rule);
    if (known) known.others.push(contradiction);
    else rules.set(contradiction.rule, { clearest: contradiction, others: [] });
  }
  return [...rules.values()];
}

function item({ message, basis, window }: Contradiction, { windows }: AnalysisResult, onWindow: (start: number) => void): (Node | string)[] {
  const at = windows[window];
  return [
    message,
    ...(windows.length > 1 && at ? [' ', windowLink(at, (where) => `Both at ${where}: show it`, onWindow)] : []),
    el('p', { class: 'small-print' }, basis),
  ];
}
