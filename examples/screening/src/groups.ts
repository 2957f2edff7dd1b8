const headings: Record<string, string> = {
  rhythm: 'Rhythm',
  conduction: 'Conduction',
  'infarct-ischaemia': 'Infarction and ischaemia',
  'hypertrophy-enlargement': 'Hypertrophy and enlargement',
  axis: 'Axis',
  repolarisation: 'Repolarisation',
  pacing: 'Pacing',
  general: 'General',
  comparison: 'Compared with an earlier ECG',
  fragment: 'Fragments',
};

/** The heading of a group of scores; an unknown group keeps its own name. */
export function heading(group: string): string {
  return headings[group] ?? group.charAt(0).toUpperCase() + group.slice(1).replace(/[-_]/g, ' ');
}

/** Items by their group, in the order in which the groups first come up. */
export function grouped<T extends { group: string }>(items: T[]): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(item.group, [...(groups.get(item.group) ?? []), item]);
  return [...groups];
}
