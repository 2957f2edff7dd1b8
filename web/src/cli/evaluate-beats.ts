import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadCore, type Core } from '../core.js';
import type { AnnotationFile, BeatEvaluationOptions, BeatSummary, Rates, RecordTallies } from '../core-types.js';
import { EcgError, errorCode } from '../errors.js';
import type { Lead, Recording } from '../types.js';
import { beatReport } from './beat-report.js';
import { print, readFile, readRecordingFile } from './files.js';
import { recordingsUnder } from './find-recording.js';
import { Progress } from './progress.js';
import type { Problem } from './scoring.js';
import { number, parseOptions, readingOptions, required, text, UsageError, type Values } from './usage.js';

export interface BeatReport extends Omit<BeatSummary, 'records'> {
  /** The extension, or "leads". */
  annotations: string;
  windowSeconds: number;
  skipSeconds: number;
  recordings: ({ recording: string } & Rates)[];
  problems: Problem[];
}

/** Beats and waves against the annotation files of WFDB records. */
export async function evaluateBeats(args: string[]): Promise<void> {
  const values = parseOptions(args, {
    ...readingOptions,
    recordings: { type: 'string' },
    annotations: { type: 'string' },
    window: { type: 'string' },
    skip: { type: 'string' },
  });
  const folder = required(values, 'recordings');
  const annotations = (text(values, 'annotations') ?? 'atr').replace(/^\./, '');
  const options = { windowSeconds: milliseconds(values) / 1000, skipSeconds: notNegative(values, 'skip') };
  const core = await loadCore();
  const { names, tallies, problems } = tallyRecords(core, folder, annotations, options, values);
  const { records, ...summary } = core.summarizeBeats(tallies);
  const recordings = records.map((rates, i) => ({ recording: names[i]!, ...rates }));
  const report: BeatReport = { annotations, ...options, recordings, ...summary, problems };
  print(values, report, beatReport(folder, report));
}

function notNegative(values: Values, name: string): number {
  const value = number(values, name) ?? 0;
  if (value < 0) throw new UsageError(`--${name} takes a number that is not negative, not '${values[name]}'`);
  return value;
}

function milliseconds(values: Values): number {
  const window = number(values, 'window') ?? 150;
  if (window < 1 || window > 1000) throw new UsageError(`--window takes 1 to 1000 ms, not '${values['window']}'`);
  return window;
}

interface Tallied {
  names: string[];
  tallies: RecordTallies[];
  problems: Problem[];
}

/** A record that cannot be compared is a problem; where none can, the command fails. */
function tallyRecords(core: Core, folder: string, annotations: string, options: BeatEvaluationOptions, values: Values): Tallied {
  const out: Tallied = { names: [], tallies: [], problems: [] };
  const records = recordingsUnder(folder).filter((name) => existsSync(join(folder, `${name}.hea`)));
  if (records.length === 0) throw new EcgError('file-missing', `${folder} holds no WFDB record (.hea): give the folder of the recordings.`);
  const progress = new Progress('compared', records.length);
  for (const name of records) {
    try {
      const path = join(folder, name);
      const { recording } = readRecordingFile(core, `${path}.hea`, values);
      out.tallies.push(core.evaluateBeats(recording, annotationFiles(path, annotations, recording), options));
      out.names.push(name);
    } catch (error) {
      out.problems.push({ code: errorCode(error), recording: name, message: `${name}: ${(error as Error).message}` });
    }
    progress.step();
  }
  progress.end();
  if (out.names.length === 0)
    throw new EcgError('no-annotations', `None of the ${records.length} records could be compared; the first: ${out.problems[0]!.message}`);
  return out;
}

/** The file of the record, or one for each lead that has one. @throws EcgError `no-annotations` */
function annotationFiles(path: string, annotations: string, { leads }: Recording): AnnotationFile[] {
  const read = (extension: string, lead: number | null) => ({ ...readFile(`${path}.${extension}`), lead });
  const found = (extension: string) => existsSync(`${path}.${extension}`);
  const files =
    annotations === 'leads'
      ? leads.flatMap((lead, i) => extensionsOf(lead).filter(found).slice(0, 1).map((extension) => read(extension, i)))
      : [annotations].filter(found).map((extension) => read(extension, null));
  if (files.length === 0) {
    const wanted = annotations === 'leads' ? 'for any of its leads (.i, .avr, .v1)' : `.${annotations}`;
    throw new EcgError('no-annotations', `there is no annotation file ${wanted}: name another by --annotations.`);
  }
  return files;
}

/** As the Lobachevsky University database names the files of its leads. */
function extensionsOf({ name, storedName }: Lead): string[] {
  return [storedName, name].map((each) => each.toLowerCase()).filter((each) => /^[a-z0-9]+$/.test(each));
}
