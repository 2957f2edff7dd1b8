import { loadCore } from '../core.js';
import { fitting, recordingsOf } from './evaluate.js';
import { print, readText, writeAtomically } from './files.js';
import { recordingsUnder } from './find-recording.js';
import { scoreRecordings, scoringOptions, type Listed, type Problem } from './scoring.js';
import { parseOptions, required, text, UsageError, type Values } from './usage.js';

interface Calibration {
  method: string;
  labels: {
    label: string;
    a: number | null;
    b: number | null;
    prevalence: number | null;
    n: number;
    operatingPoint: { score: number } | null;
  }[];
  problems: Problem[];
}

export async function calibrate(args: string[]): Promise<void> {
  const values = parseOptions(args, {
    ...scoringOptions,
    unlabelled: { type: 'boolean' },
    from: { type: 'string' },
  });
  const out = required(values, 'out');
  const source = values['unlabelled'] ? unlabelled(values) : { labels: readText(required(values, 'labels')), ...fitting(values) };
  const core = await loadCore();
  const listed = 'labels' in source ? recordingsOf(core, source.labels) : everyRecording(values);
  const { text: scores, modelName, problems } = await scoreRecordings(core, values, listed);
  const calibration = core.calibrate(JSON.stringify({ ...source, scores, modelName, problems }));
  writeAtomically(out, calibration);
  const about = JSON.parse(calibration) as Calibration;
  print(values, about, describe(out, about));
}

function unlabelled(values: Values): { from: string } {
  for (const name of ['labels', 'criterion', 'target-sensitivity'])
    if (values[name] !== undefined) throw new UsageError(`--${name} does not go with --unlabelled`);
  return { from: readText(required(values, 'from')) };
}

function everyRecording(values: Values): Listed[] {
  if (text(values, 'model') === undefined) return [];
  const names = recordingsUnder(required(values, 'recordings'));
  return names.map((name) => ({ names: [name], keys: [name] }));
}

function describe(out: string, { method, labels, problems }: Calibration): string[] {
  const figure = (value: number | null | undefined) => (value == null ? '-' : value.toFixed(3));
  const row = (cells: string[]) => cells[0]!.padEnd(48) + cells.slice(1).map((cell) => cell.padStart(12)).join('');
  return [
    `${out}: ${method}, probability = sigmoid(a * logit + b)`,
    row(['label', 'recordings', 'prevalence', 'a', 'b', 'point']),
    ...labels.map(({ label, n, prevalence, a, b, operatingPoint }) =>
      row([label, `${n}`, figure(prevalence), figure(a), figure(b), figure(operatingPoint?.score)])),
    ...problems.map(({ code, message }) => `problem: ${message} [${code}]`),
  ];
}
