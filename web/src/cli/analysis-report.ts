import type { AnalysisResult, Finding, Label } from '../types.js';
import { heading, measurementLine, qualityLines } from './measurement-report.js';

export interface FileResult extends AnalysisResult {
  file: string;
}

const scoreNotes = [
  'Scores are not probabilities. Research software, not a medical device.',
  'Columns: score, evidence (validated here, reported by others, unknown), label.',
];

/** An analysis as text for a terminal. */
export function report(result: FileResult): string {
  const { file, recording, model, findings, windows, diagnostics, contradictions, summary } = result;
  const lines = [
    `${heading(file, recording)}, ${windows.length} window${windows.length === 1 ? '' : 's'}`,
    ...qualityLines(result.quality),
    measurementLine(result),
    `model ${model.name} (${model.weightType}, sha256 ${model.sha256})`,
    ...[...recording.diagnostics, ...diagnostics].map(({ message }) => `note: ${message}`),
    ...(result.abstained ? [`abstained: ${result.abstained} --interpret-unusable scores it all the same.`] : []),
    ...(summary ? [summary] : []),
    ...contradictions.map(({ message, basis, window }) =>
      `contradiction${windows.length > 1 ? ` in the window from ${windows[window]!.start} s` : ''}: ${message} ${basis}`),
    ...(result.abstained ? ['Research software, not a medical device.'] : scoreNotes),
  ];
  for (const [group, members] of grouped(findings)) lines.push(`  ${group}`, ...members.map(row));
  return `${[...lines, ...notCovered(result.notCovered)].join('\n')}\n`;
}

function row({ score, tier, tierReason, displayName, critical, positive, operatingPoint, probability, evidence }: Finding): string {
  const remarks = [
    critical && 'critical',
    positive !== null && `${positive ? 'above' : 'below'} the operating point ${operatingPoint!.toFixed(2)}`,
    probability !== null && `probability ${probability.toFixed(3)}`,
    evidence && tierReason,
  ].filter(Boolean);
  return `    ${score.toFixed(3)}  ${tier.padEnd(9)}  ${displayName}${remarks.length > 0 ? `  (${remarks.join('; ')})` : ''}`;
}

function notCovered(labels: Label[]): string[] {
  if (labels.length === 0) return [];
  const critical = labels.filter((label) => label.critical);
  const rest = grouped(labels.filter((label) => !label.critical));
  const names = (items: Label[]) => items.map(({ displayName }) => displayName).join('; ');
  return [
    `Not covered: this model does not look for ${labels.length} of ECGFounder's labels.`,
    ...(critical.length > 0 ? [`  critical: ${names(critical)}`] : []),
    ...[...rest].map(([group, members]) => `  ${group}: ${names(members)}`),
  ];
}

function grouped<T extends { group: string }>(items: T[]): Map<string, T[]> {
  const out = new Map<string, T[]>();
  for (const item of items) out.set(item.group, [...(out.get(item.group) ?? []), item]);
  return out;
}
