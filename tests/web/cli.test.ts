// The command line as a user runs it: the same WebAssembly as the page.
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { corpus, csvFile, ecgfounder, edfFile, makeCheckpoint, standardLeads, syntheticEcg, temporaryFolder, wfdbFiles, writeFiles } from './fixtures.ts';
import { readNpy } from './npy.ts';

const folder = temporaryFolder();
const at = (name: string) => join(folder, name);

interface Analysis {
  windows: { start: number; logits: number[]; features: number[] }[];
  findings: { label: string; index: number; score: number; group: string; tier: string }[];
  recording: { leads: string[] };
  model: { sha256: string };
}
const json = <T>(...args: string[]): T => {
  const { status, stdout, stderr } = ecgfounder(...args, '--json');
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return JSON.parse(stdout) as T;
};

beforeAll(() => {
  const ecg = syntheticEcg(10, 500);
  const slow = syntheticEcg(12, 360);
  writeFiles(folder, {
    ...wfdbFiles('ecg', ecg), 'ecg.csv': csvFile(ecg), 'ecg.edf': edfFile(ecg),
    ...wfdbFiles('slow', slow), 'slow.csv': csvFile(slow), 'slow.edf': edfFile(slow),
    ...wfdbFiles('short', syntheticEcg(2, 500)),
    ...wfdbFiles('single', syntheticEcg(10, 300, ['ECG'])),
    'unit.csv': 'I,II\n' + Array.from({ length: 3000 }, (_, i) => `${i % 7},${i % 5}`).join('\n'),
  });
  makeCheckpoint(at('small.pth'), '--leads', '12', '--small');
  makeCheckpoint(at('small1.pth'), '--leads', '1', '--small');
  json('convert', at('small.pth'), '--out', at('small.onnx'));
  json('convert', at('small1.pth'), '--out', at('small1.onnx'));
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('ecgfounder info', () => {
  it('gives format, rate, length and leads, and no identity', () => {
    for (const [file, format] of [['ecg.hea', 'wfdb'], ['ecg.csv', 'csv'], ['ecg.edf', 'edf']] as const) {
      const { status, stdout } = ecgfounder('info', at(file), '--json');
      expect(status).toBe(0);
      expect(JSON.parse(stdout)).toMatchObject({ format, samplingRate: 500, samples: 5000, durationSeconds: 10, leads: standardLeads });
      expect(stdout).not.toMatch(/Jane/);
    }
  });
  it('gives identity when asked', () => {
    expect(ecgfounder('info', at('ecg.edf'), '--json', '--identity').stdout).toMatch(/Jane/);
  });
  it('takes a WFDB record by its name, or by its signal file', () => {
    expect(json<{ format: string }>('info', at('ecg')).format).toBe('wfdb');
    expect(json<{ format: string }>('info', at('ecg.dat')).format).toBe('wfdb');
  });
});

describe('ecgfounder export', () => {
  it('writes mV as npy and csv', () => {
    json('export', at('ecg.hea'), '--out', at('out.npy'));
    const { shape, values } = readNpy(readFileSync(at('out.npy')));
    expect(shape).toEqual([12, 5000]);
    expect(values[75]).toBeCloseTo(syntheticEcg(10, 500).microvolts[0]![75]! / 1000, 6);
    json('export', at('ecg.hea'), '--out', at('out.csv'));
    json('export', at('out.csv'), '--out', at('again.npy'));
    expect(readNpy(readFileSync(at('again.npy'))).values).toEqual(values);
  });
});

describe('ecgfounder preprocess', () => {
  it('writes float32 [windows, leads, 5000]', () => {
    for (const preset of ['founder', 'ptbxl-eval', 'paper']) {
      json('preprocess', at('slow.hea'), '--preset', preset, '--out', at('in.npy'));
      const { shape, values } = readNpy(readFileSync(at('in.npy')));
      expect(shape).toEqual([2, 12, 5000]);
      expect(values.every(Number.isFinite)).toBe(true);
    }
    json('preprocess', at('single.hea'), '--out', at('in.npy'));
    expect(readNpy(readFileSync(at('in.npy'))).shape).toEqual([1, 1, 5000]);
  });
  it('prepares many recordings into a folder, as it does each alone', () => {
    const written = json<{ out: string }[]>('preprocess', at('slow.hea'), at('ecg.csv'), '--out-dir', at('inputs'));
    expect(written.map(({ out }) => out)).toEqual([at('inputs/slow.npy'), at('inputs/ecg.npy')]);
    json('preprocess', at('slow.hea'), '--out', at('in.npy'));
    expect(readFileSync(at('inputs/slow.npy')).equals(readFileSync(at('in.npy')))).toBe(true);
  });
});

describe('ecgfounder analyze', () => {
  it('gives the same scores by our engine, the default, and by ONNX Runtime Web', () => {
    const [ours, ort] = [[], ['--engine', 'ort']].map((more) =>
      json<Analysis & { engine: string }>('analyze', at('ecg.hea'), '--model', at('small.onnx'), ...more));
    expect([ours!.engine, ort!.engine]).toEqual(['net1d', 'ort']);
    const differences = ours!.windows.flatMap(({ logits }, w) => logits.map((logit, i) => Math.abs(logit - ort!.windows[w]!.logits[i]!)));
    expect(Math.max(...differences)).toBeLessThan(1e-5);
    expect(ecgfounder('analyze', at('ecg.hea'), '--engine', 'abacus').status).toBe(2);
  });
  it('gives logits, features and findings', () => {
    const result = json<Analysis>('analyze', at('ecg.hea'), '--model', at('small.onnx'));
    expect(result.windows).toHaveLength(1);
    expect(result.windows[0]!.logits).toHaveLength(150);
    // 150 less the 22 comparisons and 18 fragments, none of them critical.
    expect(result.findings).toHaveLength(110);
    expect(result.windows[0]!.features.length).toBeGreaterThan(0);
    for (const { score, index } of result.findings) {
      const logit = result.windows[0]!.logits[index]!;
      expect(score).toBeCloseTo(1 / (1 + Math.exp(-logit)), 9);
    }
    expect(result.model.sha256).toMatch(/^[0-9a-f]{64}$/);
  });
  it('gives the same scores for the same ECG in WFDB, EDF and CSV, at 500 Hz and not', () => {
    for (const name of ['ecg', 'slow']) {
      const [wfdb, edf, csv] = json<Analysis[]>('analyze', at(`${name}.hea`), at(`${name}.edf`), at(`${name}.csv`), '--model', at('small.onnx'));
      for (const other of [edf!, csv!])
        other.windows.forEach((window, w) =>
          window.logits.forEach((logit, i) => expect(Math.abs(logit - wfdb!.windows[w]!.logits[i]!)).toBeLessThan(1e-4)));
    }
  });
  it('runs a checkpoint as it is, the same as its ONNX', () => {
    const onnx = json<Analysis>('analyze', at('ecg.hea'), '--model', at('small.onnx'));
    const checkpoint = json<Analysis>('analyze', at('ecg.hea'), '--model', at('small.pth'));
    expect(checkpoint.windows[0]!.logits).toEqual(onnx.windows[0]!.logits);
    expect(checkpoint.model.sha256).toBe(onnx.model.sha256);
  });
  it('runs a 1-lead model on a single lead, and says that it is not lead I', () => {
    const result = json<Analysis & { diagnostics: { message: string }[] }>('analyze', at('single.hea'), '--model', at('small1.onnx'));
    expect(JSON.stringify(result.diagnostics)).toMatch(/lead I/);
  });
});

describe('what a person reads of the scores', () => {
  interface Read extends Analysis {
    findings: (Analysis['findings'][number] & { tierReason: string; probability: number | null; positive: boolean | null; evidence: unknown })[];
    contradictions: { rule: string; first: { label: string; thresholdKnown: boolean }; window: number; message: string }[];
    notCovered: { label: string }[];
    summary: string;
  }
  const analyze = (...args: string[]) => json<Read>('analyze', at('ecg.hea'), '--model', at('small.onnx'), ...args);
  const evidence = (sha256: string) => {
    const measured = (label: string, positives: number) =>
      ({ label, n: 500, positives, auroc: 0.97, aurocCi: [0.95, 0.99], operatingPoint: { score: 0, source: 'fitted' } });
    writeFileSync(at('evidence.json'), JSON.stringify({
      dataset: 'made up', model: { name: 'small', sha256 }, labels: [measured('ATRIAL FIBRILLATION', 40), measured('SINUS RHYTHM', 3)],
    }));
    return at('evidence.json');
  };

  it('claims nothing where nothing is known', () => {
    const { findings, notCovered, summary } = analyze();
    for (const finding of findings)
      expect(finding).toMatchObject({ tier: 'unknown', evidence: null, probability: null, operatingPoint: null, positive: null });
    expect(notCovered).toEqual([]);
    expect(summary).toBe('');
  });
  it('gives tiers, verdicts and contradictions from evidence about this very model', () => {
    const { findings, contradictions, summary } = analyze('--evidence', evidence(analyze().model.sha256));
    const find = (label: string) => findings.find((finding) => finding.label === label);
    expect(find('ATRIAL FIBRILLATION')).toMatchObject({
      tier: 'validated', positive: true, probability: null,
      tierReason: 'validated here on made up: AUROC 0.97 (0.95 to 0.99), n 500, 40 positive',
      evidence: { dataset: 'made up', n: 500, positives: 40, auroc: 0.97, aurocCi: [0.95, 0.99] },
    });
    expect(find('SINUS RHYTHM')).toMatchObject({ tier: 'unknown', positive: true });
    expect(contradictions[0]).toMatchObject({ rule: 'sinus-and-fibrillation', window: 0, first: { label: 'ATRIAL FIBRILLATION', thresholdKnown: true } });
    expect(summary).toMatch(/^Above the operating point: /);
  });
  it('prints them', () => {
    const { stdout } = ecgfounder('analyze', at('ecg.hea'), '--model', at('small.onnx'), '--evidence', evidence(analyze().model.sha256));
    expect(stdout).toMatch(/^Above the operating point: .*atrial fibrillation/m);
    expect(stdout).toMatch(/^contradiction: Atrial fibrillation \(score 0\.\d\d\) and sinus rhythm .* cannot both be true: /m);
    expect(stdout).toMatch(/validated {2}Atrial fibrillation {2}\(above the operating point 0\.00; validated here on made up: AUROC/);
    expect(stdout).toMatch(/unknown {4}Sinus rhythm .*too few cases/);
  });
  it('refuses evidence about another model, in one sentence', () => {
    const { status, stderr } = ecgfounder('analyze', at('ecg.hea'), '--model', at('small.onnx'), '--evidence', evidence('0'.repeat(64)));
    expect(status).toBe(1);
    expect(stderr).toMatch(/^ecgfounder: The evidence is about another model .*\n$/);
  });
});

describe('bad input', () => {
  const refused = (...args: string[]) => {
    const { status, stderr, stdout } = ecgfounder(...args);
    expect(stdout).toBe('');
    expect(stderr.trim().split('\n')).toHaveLength(1);
    return { status, stderr };
  };
  it.each([
    ['a missing file', ['info', 'nowhere.hea'], 1, /nowhere\.hea/],
    ['too short a recording', ['preprocess', at('short.hea'), '--out', at('x.npy')], 1, /2\.5/],
    ['no unit', ['info', at('unit.csv')], 1, /unit\.csv/],
    ['single lead, 12-lead model', ['analyze', at('single.hea'), '--model', at('small.onnx')], 1, /lead/],
    ['a recording as model', ['analyze', at('ecg.hea'), '--model', at('ecg.edf')], 1, /./],
    ['no output named', ['export', at('ecg.hea')], 2, /--out/],
    ['many recordings for one output', ['preprocess', at('ecg.hea'), at('slow.hea'), '--out', at('x.npy')], 2, /--out-dir/],
    ['two recordings of one name', ['preprocess', at('ecg.hea'), at('ecg.csv'), '--out-dir', at('inputs')], 2, /ecg\.npy/],
    ['one of several recordings', ['preprocess', at('ecg.hea'), at('short.hea'), '--json', '--out-dir', at('inputs')], 1, /short\.hea: .*2\.5/],
    ['an unknown command', ['frobnicate'], 2, /frobnicate/],
    ['an unknown option', ['info', at('ecg.hea'), '--frobnicate'], 2, /frobnicate/],
    ['an unknown preset', ['preprocess', at('ecg.hea'), '--preset', 'mine', '--out', at('x.npy')], 2, /preset/],
  ])('%s: one sentence', (_what, args, status, sentence) => {
    const outcome = refused(...args);
    expect(outcome.status).toBe(status);
    expect(outcome.stderr).toMatch(sentence);
  });
  it.each(['missing-tensor', 'extra-tensor', 'wrong-shape', 'foreign-global', 'truncated', 'corrupt-crc', 'compressed-entry', 'zip-bomb'])(
    'a checkpoint with the defect %s: one sentence, and no output left',
    (defect) => {
      makeCheckpoint(at('bad.pth'), '--leads', '12', '--small', '--defect', defect);
      const { status, stderr } = refused('convert', at('bad.pth'), '--out', at('bad.onnx'));
      expect(status).toBe(1);
      expect(stderr).toMatch(/^ecgfounder: \S/);
      expect(existsSync(at('bad.onnx'))).toBe(false);
      expect(existsSync(at('bad.onnx.part'))).toBe(false);
    },
  );
});

describe.skipIf(!existsSync(corpus))('the corpus', () => {
  it('gives the same full-size scores for a real 12-lead ECG at 500 Hz and not, as WFDB, EDF and CSV', () => {
    mkdirSync(at('real'), { recursive: true });
    makeCheckpoint(at('real/official.pth'), '--leads', '12');
    json('convert', at('real/official.pth'), '--out', at('real/official.onnx'));
    rmSync(at('real/official.pth'));
    for (const record of ['wfdb/ptbxl_500hz/00002_hr', 'wfdb/brugada_huca_100hz/188981', 'wfdb_mat/challenge2021/S0001']) {
      const source = join(corpus, `${record}.hea`);
      json('export', source, '--out', at('real/ecg.csv'));
      json('export', source, '--out', at('real/ecg.npy'));
      const { shape, values } = readNpy(readFileSync(at('real/ecg.npy')));
      const { samplingRate, leads } = json<{ samplingRate: number; leads: string[] }>('info', source);
      const microvolts = leads.map((_, lead) => Int16Array.from({ length: shape[1]! }, (_, t) => Math.round(values[lead * shape[1]! + t]! * 1000)));
      writeFileSync(at('real/ecg.edf'), edfFile({ samplingRate, leads, microvolts }));
      expect(statSync(at('real/ecg.edf')).size).toBeGreaterThan(1000);
      const [wfdb, edf, csv] = json<Analysis[]>('analyze', source, at('real/ecg.edf'), at('real/ecg.csv'), '--model', at('real/official.onnx'));
      expect(wfdb!.windows[0]!.logits).toHaveLength(150);
      const differences = [edf!, csv!].flatMap((other) =>
        wfdb!.windows.flatMap((window, w) => window.logits.map((logit, i) => Math.abs(logit - other.windows[w]!.logits[i]!))));
      console.log(`${record}, ${samplingRate} Hz, ${wfdb!.windows.length} windows: largest difference of a logit ${Math.max(...differences).toExponential(1)}`);
      expect(Math.max(...differences)).toBeLessThan(1e-4);
    }
  });
});
