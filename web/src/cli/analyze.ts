import { loadCore } from '../core.js';
import { Founder } from '../founder.js';
import type { AnalysisResult, Finding } from '../types.js';
import { modelFile, readRecordingFile } from './files.js';
import { choice, inputOptions, parse, readingOptions, required, toInputOptions } from './usage.js';

export async function analyze(args: string[]): Promise<void> {
  const { values, files } = parse(args, {
    ...readingOptions,
    ...inputOptions,
    model: { type: 'string' },
    dtype: { type: 'string' },
    all: { type: 'boolean' },
  });
  const model = required(values, 'model');
  const options = { ...toInputOptions(values), includeHidden: values['all'] === true };
  const dtype = choice(values, 'dtype', ['fp32', 'fp16'] as const) ?? 'fp32';
  const core = await loadCore();
  const founder = await Founder.load({ model: await modelFile(model), device: 'wasm', dtype });
  const results: (AnalysisResult & { file: string })[] = [];
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

/** For JSON: typed arrays as arrays; quality and measurements are not taken by this version. */
function plain({ windows, ...result }: AnalysisResult & { file: string }): unknown {
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

function report({ file, recording, model, findings, windows, diagnostics }: AnalysisResult & { file: string }): string {
  const lines = [
    `${file}: ${recording.leads.length} leads, ${recording.samplingRate} Hz, ${recording.durationSeconds.toFixed(1)} s, ${windows.length} window${windows.length === 1 ? '' : 's'}`,
    `model ${model.name} (${model.weightType}, sha256 ${model.sha256})`,
    ...[...recording.diagnostics, ...diagnostics].map(({ message }) => `note: ${message}`),
    'Scores are not probabilities. Research software, not a medical device.',
  ];
  for (const [group, members] of groups(findings)) {
    lines.push(`  ${group}`);
    for (const { score, displayName, critical } of members)
      lines.push(`    ${score.toFixed(3)}  ${displayName}${critical ? '  (critical)' : ''}`);
  }
  return `${lines.join('\n')}\n`;
}

function groups(findings: Finding[]): Map<string, Finding[]> {
  const out = new Map<string, Finding[]>();
  for (const finding of findings) out.set(finding.group, [...(out.get(finding.group) ?? []), finding]);
  return out;
}
