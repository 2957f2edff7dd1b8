import { loadCore } from '../core.js';
import { EcgError } from '../errors.js';
import { Founder } from '../founder.js';
import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import { type FileResult, report } from './analysis-report.js';
import { readRecordingFile, readText } from './files.js';
import { choice, inputOptions, parse, readingOptions, required, toInputOptions } from './usage.js';

export async function analyze(args: string[]): Promise<void> {
  const { values, files } = parse(args, {
    ...readingOptions,
    ...inputOptions,
    model: { type: 'string' },
    dtype: { type: 'string' },
    evidence: { type: 'string' },
    all: { type: 'boolean' },
  });
  const model = required(values, 'model');
  const options = { ...toInputOptions(values), includeHidden: values['all'] === true };
  const dtype = choice(values, 'dtype', ['fp32', 'fp16'] as const) ?? 'fp32';
  const evidence = typeof values['evidence'] === 'string' ? { evidence: readText(values['evidence']) } : {};
  const core = await loadCore();
  const founder = await Founder.load({ model: await modelFile(model), device: 'wasm', dtype, ...evidence });
  const results: FileResult[] = [];
  for (const file of files) {
    const { recording } = readRecordingFile(core, file, values);
    results.push({ file, ...(await founder.analyze(recording, options)) });
  }
  await founder.dispose();
  if (values['json']) {
    const documents = results.map(plain);
    process.stdout.write(`${JSON.stringify(files.length === 1 ? documents[0] : documents)}\n`);
  } else {
    process.stdout.write(results.map(report).join('\n'));
  }
}

async function modelFile(path: string): Promise<File> {
  try {
    return new File([await openAsBlob(path)], basename(path));
  } catch (cause) {
    throw new EcgError('file-missing', `${path} cannot be read (${(cause as NodeJS.ErrnoException).code}): check the path of the model.`, { cause });
  }
}

/** For JSON: typed arrays as arrays; quality and measurements are not taken by this version. */
function plain({ windows, ...result }: FileResult): unknown {
  return {
    ...result,
    quality: null,
    measurements: null,
    windows: windows.map((window) => ({
      ...window,
      logits: Array.from(window.logits),
      features: Array.from(window.features),
    })),
  };
}
