import { loadCore } from '../core.js';
import { print, readRecordingFile, writeOutput } from './files.js';
import { parseOne, readingOptions, required, UsageError } from './usage.js';

export async function exportRecording(args: string[]): Promise<void> {
  const { values, file } = parseOne(args, { ...readingOptions, out: { type: 'string' } });
  const out = required(values, 'out');
  const type = /\.(csv|npy)$/i.exec(out)?.[1]?.toLowerCase();
  if (!type) throw new UsageError(`--out must end in .csv or .npy, not '${out}'`);
  const core = await loadCore();
  const { recording } = readRecordingFile(core, file, values);
  const shape = [recording.leads.length, recording.length];
  writeOutput(out, type === 'csv' ? core.writeCsv(recording) : core.writeNpy(recording.samples, shape));
  print(values, { out, leads: recording.leads.map(({ name }) => name), shape, diagnostics: recording.diagnostics }, [
    `${out}: ${shape.join(' x ')} samples at ${recording.samplingRate} Hz, in mV`,
  ]);
}
