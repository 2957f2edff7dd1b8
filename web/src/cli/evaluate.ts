import { loadCore } from '../core.js';
import type { Core } from '../core.js';
import { print, readText, writeAtomically } from './files.js';
import { scoreRecordings, scoringOptions, type Listed, type Problem } from './scoring.js';
import { choice, number, parseOptions, required, text, UsageError, whole, type Values } from './usage.js';

interface Report {
  recordings: { listed: number; scored: number; failed: number };
  operatingPoints: string;
  labels: LabelReport[];
  mean: { auroc: number | null; aurocCi: Interval; auprc: number | null; labels: number };
  problems: Problem[];
}

interface LabelReport {
  label: string;
  positives: number;
  n: number;
  auroc: number | null;
  aurocCi: Interval;
  auprc: number | null;
  sensitivity: number | null;
  specificity: number | null;
  reason?: string;
}

type Interval = [number, number] | null;

export async function evaluate(args: string[]): Promise<void> {
  const values = parseOptions(args, {
    ...scoringOptions,
    'operating-points': { type: 'string' },
    'fit-on': { type: 'string' },
    bootstrap: { type: 'string' },
    seed: { type: 'string' },
  });
  const out = required(values, 'out');
  const labels = readText(required(values, 'labels'));
  const points = text(values, 'operating-points');
  const fitOn = text(values, 'fit-on');
  if (points !== undefined && fitOn !== undefined) throw new UsageError('give --operating-points or --fit-on, not both');
  const request = {
    labels,
    ...fitting(values),
    ...(points === undefined ? {} : { calibration: readText(points) }),
    ...(fitOn === undefined ? {} : { fitOn: readText(fitOn) }),
    bootstrap: whole(values, 'bootstrap') ?? 1000,
    seed: whole(values, 'seed') ?? 1,
  };
  const core = await loadCore();
  if (request.fitOn !== undefined) core.refuseOverlap(labels, request.fitOn);
  const listed = [labels, request.fitOn].flatMap((table) => (table === undefined ? [] : recordingsOf(core, table)));
  const { text: scores, modelName, problems } = await scoreRecordings(core, values, listed);
  const report = core.evaluate(JSON.stringify({ ...request, scores, modelName, problems }));
  writeAtomically(out, report);
  const about = JSON.parse(report) as Report;
  print(values, about, describe(out, about));
}

/** How operating points are fitted. */
export function fitting(values: Values): { criterion?: string; targetSensitivity?: number } {
  const criterion = choice(values, 'criterion', ['youden', 'f1'] as const);
  const targetSensitivity = number(values, 'target-sensitivity');
  if (criterion && targetSensitivity !== undefined) throw new UsageError('give --criterion or --target-sensitivity, not both');
  if (targetSensitivity !== undefined && !(targetSensitivity > 0 && targetSensitivity <= 1))
    throw new UsageError(`--target-sensitivity takes a number above 0 and at most 1, not '${targetSensitivity}'`);
  return { ...(criterion && { criterion }), ...(targetSensitivity !== undefined && { targetSensitivity }) };
}

export function recordingsOf(core: Core, table: string): Listed[] {
  return (JSON.parse(core.readLabelTable(table)) as { recordings: Listed[] }).recordings;
}

function describe(out: string, { recordings, operatingPoints, labels, mean, problems }: Report): string[] {
  const figure = (value: number | null) => (value === null ? '-' : value.toFixed(3));
  const interval = (range: Interval) => (range ? `(${figure(range[0])} to ${figure(range[1])})` : '');
  const row = (cells: string[]) => [cells[0]!.padEnd(48), ...cells.slice(1, 3).map((cell) => cell.padStart(9)), '  ', cells[3]!.padEnd(24), ...cells.slice(4).map((cell) => cell.padStart(8))].join('');
  return [
    `${out}: ${recordings.scored} of ${recordings.listed} recordings scored`,
    `operating points: ${operatingPoints}`,
    row(['label', 'positives', 'of', 'AUROC (95 %)', 'AUPRC', 'sens.', 'spec.']),
    ...labels.map((label) =>
      row([label.label, `${label.positives}`, `${label.n}`, label.reason ?? `${figure(label.auroc)} ${interval(label.aurocCi)}`,
        ...(label.reason ? [] : [figure(label.auprc), figure(label.sensitivity), figure(label.specificity)])])),
    row([`mean of ${mean.labels}`, '', '', `${figure(mean.auroc)} ${interval(mean.aurocCi)}`, figure(mean.auprc)]),
    ...problems.filter(({ code }) => code !== 'one-class').map(({ code, message }) => `problem: ${message} [${code}]`),
  ];
}
