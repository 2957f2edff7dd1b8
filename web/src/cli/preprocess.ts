import { loadCore } from '../core.js';
import { print, readRecordingFile, writeOutput } from './files.js';
import { choice, inputOptions, parseOne, readingOptions, required, toInputOptions } from './usage.js';

export async function preprocess(args: string[]): Promise<void> {
  const { values, file } = parseOne(args, {
    ...readingOptions,
    ...inputOptions,
    'model-leads': { type: 'string' },
    out: { type: 'string' },
  });
  const out = required(values, 'out');
  const core = await loadCore();
  const { recording } = readRecordingFile(core, file, values);
  const ecgLeads = recording.leads.filter(({ unit }) => unit === 'mV').length;
  const wanted = choice(values, 'model-leads', ['12', '1']) ?? (ecgLeads === 1 ? '1' : '12');
  const options = { ...toInputOptions(values), leads: Number(wanted) as 12 | 1 };
  const { values: input, ...about } = core.prepareInput(recording, options);
  const shape = [about.windows.length, about.leads.length, input.length / about.windows.length / about.leads.length];
  writeOutput(out, core.writeNpy(input, shape));
  print(values, { out, shape, preset: options.preset ?? 'founder', ...about }, [
    `${out}: ${shape.join(' x ')} (windows, leads, samples at 500 Hz), z-scored`,
    ...about.diagnostics.map(({ code, message }) => `note: ${message} [${code}]`),
  ]);
}
