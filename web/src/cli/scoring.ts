import type { Core } from '../core.js';
import { EcgError, errorCode } from '../errors.js';
import { Founder } from '../founder.js';
import type { Recording, WindowResult } from '../types.js';
import { modelFile, readRecordingFile, readText } from './files.js';
import { RecordingFinder } from './find-recording.js';
import { Progress } from './progress.js';
import { readScores, ScoreJournal, type ScoreHead } from './score-journal.js';
import { choice, inputOptions, readingOptions, required, text, toInputOptions, UsageError, type Values } from './usage.js';

/** Options of the commands that score recordings. */
export const scoringOptions = {
  ...readingOptions,
  ...inputOptions,
  labels: { type: 'string' },
  recordings: { type: 'string' },
  model: { type: 'string' },
  out: { type: 'string' },
  scores: { type: 'string' },
  aggregate: { type: 'string' },
  restart: { type: 'boolean' },
  criterion: { type: 'string' },
  'target-sensitivity': { type: 'string' },
} as const;

const ambiguous = 'ambiguous-recording';

export interface Problem {
  code: string;
  recording?: string;
  label?: string;
  message: string;
}

/** A recording of a label table: the names it may be found under, and what identifies it. */
export interface Listed {
  names: string[];
  keys: string[];
}

export interface Scores {
  /** The score table. */
  text: string;
  /** Undefined where scores were taken as they are. */
  modelName: string | undefined;
  problems: Problem[];
}

/** `--scores`, or beside the output: R.json -> R.scores.csv. */
export function scoresPath(values: Values): string {
  return text(values, 'scores') ?? `${required(values, 'out').replace(/\.json$/i, '')}.scores.csv`;
}

/**
 * Scores what has no scores yet in the table at scoresPath(); a recording that cannot be scored is a
 * problem. Without `--model` the table is taken as it is.
 */
export async function scoreRecordings(core: Core, values: Values, listed: Listed[]): Promise<Scores> {
  const path = scoresPath(values);
  if (text(values, 'model') === undefined) {
    if (values['restart']) throw new UsageError('--restart needs --model');
    const scores = readScores(core, path);
    if (!scores) throw new UsageError(`--model is missing, and there are no scores in ${path}`);
    return { text: scores.text, modelName: undefined, problems: [] };
  }
  const founder = await Founder.load({ model: await modelFile(required(values, 'model')), device: 'wasm' });
  const journal = ScoreJournal.open(core, path, headOf(founder, values), values['restart'] === true);
  try {
    const problems = await scoreMissing(core, values, founder, journal, listed);
    const failed = problems.filter(({ code }) => code !== ambiguous);
    if (failed.length > 0 && failed.length === listed.length)
      throw new EcgError('no-scores', `None of the ${listed.length} recordings could be scored; the first: ${failed[0]!.message}`);
    return { text: readText(path), modelName: founder.model.name, problems };
  } finally {
    journal.close();
    await founder.dispose();
  }
}

function headOf({ model }: Founder, values: Values): ScoreHead {
  const options = ['lead', 'stride', 'mains', 'rate', 'units-per-mv', 'leads']
    .filter((name) => values[name] !== undefined)
    .map((name) => `${name} ${values[name]}`);
  return {
    model: model.sha256 ?? 'unknown',
    preset: toInputOptions(values).preset ?? model.preset,
    aggregate: aggregate(values),
    options: options.join(', '),
    labels: model.labels,
  };
}

function aggregate(values: Values): 'max' | 'mean' {
  return choice(values, 'aggregate', ['max', 'mean'] as const) ?? 'max';
}

async function scoreMissing(core: Core, values: Values, founder: Founder, journal: ScoreJournal, listed: Listed[]): Promise<Problem[]> {
  const missing = listed.filter(({ keys }) => !keys.some((key) => journal.done.has(key)));
  const problems: Problem[] = [];
  if (missing.length === 0) return problems;
  const finder = new RecordingFinder(required(values, 'recordings'));
  const progress = new Progress('scored', missing.length);
  const options = { ...toInputOptions(values), interpretUnusable: true }; // every recording counts
  for (const { names } of missing) {
    const recording = names[0]!;
    let line: string | undefined;
    try {
      const { windows } = await founder.analyze(read(core, values, finder, names, problems), options);
      line = core.scoreTableRow(recording, allLogits(windows), founder.model.labels.length, aggregate(values));
    } catch (error) {
      problems.push({ code: errorCode(error), recording, message: (error as Error).message });
    }
    if (line !== undefined) journal.append(line);
    progress.step();
  }
  progress.end();
  return problems;
}

function read(core: Core, values: Values, finder: RecordingFinder, names: string[], problems: Problem[]): Recording {
  const found = finder.find(names);
  if (!found) {
    const folder = required(values, 'recordings');
    throw new EcgError('recording-missing', `${names[0]} is not under ${folder}, with or without an extension: check the name.`);
  }
  if (found.others.length > 0)
    problems.push({ code: ambiguous, recording: names[0]!, message: `${names[0]} may be several files: ${found.path} was taken, not ${found.others.join(' or ')}.` });
  return readRecordingFile(core, found.path, values).recording;
}

function allLogits(windows: WindowResult[]): Float32Array {
  return Float32Array.from(windows.flatMap(({ logits }) => [...logits]));
}
