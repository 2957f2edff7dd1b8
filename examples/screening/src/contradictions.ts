import type { AnalysisResult, Contradiction } from 'ecgfounder-web';
import { el } from './dom.js';
import { plural } from './format.js';
import { windowLink } from './window-link.js';

/** So many kinds are shown without asking: the findings below them stay within reach. */
const shownKinds = 3;

/** Of one kind only the clearest pair is shown without asking. */
interface Kind {
  clearest: Contradiction;
  others: Contradiction[];
}

/** What the model says and cannot mean, above its findings; nothing where it does not contradict itself. */
export function contradictionsView(result: AnalysisResult, onWindow: (start: number) => void): HTMLElement[] {
  const { contradictions } = result;
  if (contradictions.length === 0) return [];
  const bases = distinct(contradictions.map(({ basis }) => basis));
  const pair = (contradiction: Contradiction) => pairItem(contradiction, result, bases.length > 1, onWindow);
  const items = kinds(contradictions).map((kind) => kindItem(kind, pair));
  const list = (members: HTMLElement[]) => el('ul', {}, ...members);
  const foot = [
    ...(bases.length === 1 ? bases : []),
    `Definitions: ${distinct(contradictions.map(({ source }) => source)).join('; ')}.`,
  ];
  return [el('section', { class: 'contradictions', 'aria-labelledby': 'contradictions-title' },
    el('h3', { id: 'contradictions-title' }, 'The model contradicts itself: look at the trace'),
    list(items.slice(0, shownKinds)),
    ...more(items.slice(shownKinds), (count) => plural(count, 'more contradiction'), list),
    el('p', { class: 'small-print' }, foot.join(' ')))];
}

const distinct = (texts: string[]) => [...new Set(texts)];

function kinds(contradictions: Contradiction[]): Kind[] {
  const rules = new Map<string, Kind>();
  for (const contradiction of contradictions) {
    const known = rules.get(contradiction.rule);
    if (known) known.others.push(contradiction);
    else rules.set(contradiction.rule, { clearest: contradiction, others: [] });
  }
  return [...rules.values()];
}

function kindItem({ clearest, others }: Kind, pair: (contradiction: Contradiction) => HTMLElement): HTMLElement {
  const item = pair(clearest);
  item.append(...more(others, (count) => `${plural(count, 'more pair')} of this kind`, (members) => el('ul', {}, ...members.map(pair))));
  return item;
}

/** Items that are closed until asked for; nothing where there are none. */
function more<T>(items: T[], title: (count: number) => string, list: (items: T[]) => HTMLElement): HTMLElement[] {
  if (items.length === 0) return [];
  return [el('details', {}, el('summary', {}, title(items.length)), list(items))];
}

function pairItem({ message, basis, window }: Contradiction, { windows }: AnalysisResult, withBasis: boolean, onWindow: (start: number) => void): HTMLElement {
  const item = el('li', {}, message);
  const at = windows[window];
  if (windows.length > 1 && at) item.append(' ', windowLink(at, (where) => `Both at ${where}: show it`, onWindow));
  if (withBasis) item.append(el('p', { class: 'small-print' }, basis));
  return item;
}
