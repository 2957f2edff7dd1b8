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
