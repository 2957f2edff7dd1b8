import { loadCore } from '../core.js';
import { Founder } from '../founder.js';
import { type FileResult, report } from './analysis-report.js';
import { inFile, modelFile, readRecordingFile, readText, toJson } from './files.js';
import { choice, inputOptions, parse, readingOptions, toInputOptions } from './usage.js';

export async function analyze(args: string[]): Promise<void> {
  const { values, files } = parse(args, {
    ...readingOptions,
    ...inputOptions,
    model: { type: 'string' },
    dtype: { type: 'string' },
    engine: { type: 'string' },
    evidence: { type: 'string' },
    calibration: { type: 'string' },
    all: { type: 'boolean' },
    'interpret-unusable': { type: 'boolean' },
  });
  const model = typeof values['model'] === 'string' ? await modelFile(values['model']) : 'bundled';
  const options = { ...toInputOptions(values), includeHidden: values['all'] === true, interpretUnusable: values['interpret-unusable'] === true };
  const dtype = choice(values, 'dtype', ['fp32', 'fp16'] as const) ?? 'fp32';
  const engine = choice(values, 'engine', ['auto', 'net1d', 'ort'] as const) ?? 'auto';
  const evidence = typeof values['evidence'] === 'string' ? { evidence: readText(values['evidence']) } : {};
  const calibration = typeof values['calibration'] === 'string' ? { calibration: readText(values['calibration']) } : {};
  const core = await loadCore();
  const founder = await Founder.load({ model, device: 'wasm', engine, dtype, ...evidence, ...calibration });
  const results: FileResult[] = [];
  for (const file of files) {
    try {
      const { recording } = readRecordingFile(core, file, values);
      results.push({ file, ...(await founder.analyze(recording, options)) });
    } catch (error) {
      throw inFile(file, files, error);
    }
  }
  await founder.dispose();
  if (values['json']) {
    process.stdout.write(`${toJson(files.length === 1 ? results[0] : results)}\n`);
  } else {
    process.stdout.write(results.map(report).join('\n'));
  }
}
