import type { Label } from 'ecgfounder-web';
import { el } from './dom.js';
import { plural } from './format.js';
import { grouped, heading } from './groups.js';

/** What the model does not look for, closed until asked for; nothing where it looks for everything. */
export function notCoveredView(labels: Label[]): HTMLElement[] {
  if (labels.length === 0) return [];
  const critical = labels.filter((label) => label.critical);
  const rest = labels.filter((label) => !label.critical);
  return [el('details', { class: 'not-covered', id: 'not-covered' },
    el('summary', {}, `Not covered by this model (${plural(labels.length, 'label')})`),
    el('p', {}, 'This model does not look for these labels of ECGFounder: that none is listed above says nothing about them.'),
    ...(critical.length > 0 ? section('Critical', critical) : []),
    ...grouped(rest).flatMap(([group, members]) => section(heading(group), members)))];
}

function section(title: string, labels: Label[]): HTMLElement[] {
  return [el('h4', {}, title), el('ul', {}, ...labels.map(({ displayName }) => el('li', {}, displayName)))];
}
