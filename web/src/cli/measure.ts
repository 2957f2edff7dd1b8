import { loadCore } from '../core.js';
import { summary } from '../engine.js';
import { examine } from '../examine.js';
import { print, readRecordingFile } from './files.js';
import { measurementReport } from './measurement-report.js';
import { parseOne, readingOptions } from './usage.js';

export async function measure(args: string[]): Promise<void> {
  const { values, file } = parseOne(args, readingOptions);
  const core = await loadCore();
  const { recording } = readRecordingFile(core, file, values);
  const result = { recording: summary(recording), ...examine(core, recording) };
  print(values, result, measurementReport(file, result));
}
