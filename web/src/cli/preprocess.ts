import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { loadCore, type Core } from '../core.js';
import { inFile, print, readRecordingFile, writeOutput } from './files.js';
import { choice, inputOptions, parse, readingOptions, required, toInputOptions, UsageError, type Values } from './usage.js';

export async function preprocess(args: string[]): Promise<void> {
  const { values, files } = parse(args, {
    ...readingOptions,
    ...inputOptions,
    'model-leads': { type: 'string' },
    out: { type: 'string' },
    'out-dir': { type: 'string' },
  });
  const targets = outputs(files, values);
  const core = await loadCore();
  const written: object[] = [];
  for (const [file, out] of targets) {
    try {
      const about = prepare(core, file, out, values);
      written.push(about);
      if (!values['json']) print(values, null, report(about));
    } catch (error) {
      throw inFile(file, files, error);
    }
  }
  if (values['json']) print(values, values['out-dir'] === undefined ? written[0] : written, []);
}

/** Which file is written for each recording: `--out` for one, `--out-dir` for any number. */
function outputs(files: string[], values: Values): Map<string, string> {
  if (values['out-dir'] === undefined) {
    if (files.length > 1) throw new UsageError(`${files.length} files need --out-dir DIR in place of --out`);
    return new Map([[files[0]!, required(values, 'out')]]);
  }
  const folder = required(values, 'out-dir');
  const out = new Map<string, string>();
  const taken = new Set<string>();
  for (const file of files) {
    const target = join(folder, `${basename(file).replace(/\.[^.]*$/, '')}.npy`);
    if (taken.has(target)) throw new UsageError(`two of the files would be written to ${target}`);
    taken.add(target);
    out.set(file, target);
  }
  mkdirSync(folder, { recursive: true });
  return out;
}

function prepare(core: Core, file: string, out: string, values: Values) {
  const { recording } = readRecordingFile(core, file, values);
  const ecgLeads = recording.leads.filter(({ unit }) => unit === 'mV').length;
  const wanted = choice(values, 'model-leads', ['12', '1']) ?? (ecgLeads === 1 ? '1' : '12');
  const options = { ...toInputOptions(values), leads: Number(wanted) as 12 | 1 };
  const { values: input, ...about } = core.prepareInput(recording, options);
  const shape = [about.windows.length, about.leads.length, input.length / about.windows.length / about.leads.length];
  writeOutput(out, core.writeNpy(input, shape));
  return { out, shape, preset: options.preset ?? 'founder', ...about };
}

function report({ out, shape, diagnostics }: ReturnType<typeof prepare>): string[] {
  return [
    `${out}: ${shape.join(' x ')} (windows, leads, samples at 500 Hz), z-scored`,
    ...diagnostics.map(({ code, message }) => `note: ${message} [${code}]`),
  ];
}
