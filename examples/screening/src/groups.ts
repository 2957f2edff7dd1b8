const headings: Record<string, string> = {
  rhythm: 'Rhythm',
  conduction: 'Conduction',
  axis: 'Axis',
  pacing: 'Pacing',
  ischemia: 'Ischaemia and infarction',
  infarction: 'Infarction',
  hypertrophy: 'Chambers and voltage',
  repolarization: 'ST segment, T wave, QT',
  quality: 'Recording quality',
  general: 'General',
};

/** The heading of a group of scores; an unknown group keeps its own name. */
export function heading(group: string): string {
  return headings[group] ?? group.charAt(0).toUpperCase() + group.slice(1).replace(/[-_]/g, ' ');
}
