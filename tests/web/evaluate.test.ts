// evaluate and calibrate as a user runs them, on generated recordings and a small network.
import { spawn } from 'node:child_process';
import { appendFileSync, copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csvFile, ecgfounder, edfFile, makeCheckpoint, root, syntheticEcg, temporaryFolder, wfdbFiles, writeFiles, type SyntheticEcg } from './fixtures.ts';

const folder = temporaryFolder();
const at = (name: string) => join(folder, name);
const count = 40;
const name = (i: number) => `r${String(i).padStart(2, '0')}`;

interface Report {
  model: { name: string | null; sha256: string };
  recordings: { listed: number; scored: number; failed: number };
  labels: { label: string; positives: number; n: number; auroc: number | null; reason?: string; operatingPoint: { score: number; logit: number; source: string } }[];
  mean: { auroc: number | null };
  problems: { code: string; recording?: string; label?: string; message: string }[];
}

function run<T>(...args: string[]): T {
  const { status, stdout, stderr } = ecgfounder(...args, '--json');
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return JSON.parse(stdout) as T;
}
const refused = (...args: string[]) => {
  const { status, stderr, stdout } = ecgfounder(...args);
  expect(stdout).toBe('');
  expect(stderr.trim().split('\n')).toHaveLength(1);
  return { status, stderr };
};
const codes = ({ problems }: { problems: Report['problems'] }) => problems.map(({ code }) => code).sort();
const rows = (path: string) => readFileSync(path, 'utf8').trim().split('\n').slice(2);
const model = () => ['--recordings', at('recordings'), '--model', at('small.onnx')];

/** The i-th recording: its own amplitude and rhythm of noise. */
function ecg(i: number): SyntheticEcg {
  const { microvolts, ...rest } = syntheticEcg(20, 500);
  return { ...rest, microvolts: microvolts.map((lead, k) => lead.map((x, t) => x + ((i * 13) % 17) * 20 * Math.sin(t * (0.01 + 0.003 * (i % 5)) + k))) };
}

function table(path: string, indices: number[], labels: Record<string, (i: number) => number | ''>): string {
  const lines = indices.map((i) => [name(i), ...Object.values(labels).map((label) => label(i))].join(','));
  writeFileSync(at(path), `${['recording', ...Object.keys(labels)].join(',')}\n${lines.join('\n')}\n`);
  return at(path);
}
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, k) => from + k);
const labels = { 'SINUS RHYTHM': (i: number) => Number(i % 2 === 0), 'ATRIAL FIBRILLATION': (i: number) => Number(i % 3 === 0) };

beforeAll(() => {
  mkdirSync(at('recordings'));
  for (const i of range(0, count)) writeFiles(at('recordings'), wfdbFiles(name(i), ecg(i)));
  makeCheckpoint(at('small.pth'), '--leads', '12', '--small');
  run('convert', at('small.pth'), '--out', at('small.onnx'));
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('ecgfounder evaluate', () => {
  it('scores recordings and reports each label; run again, it takes the scores that it has', () => {
    const test = table('test.csv', range(0, 20), labels);
    const report = run<Report>('evaluate', '--labels', test, ...model(), '--out', at('R.json'));
    expect(JSON.parse(readFileSync(at('R.json'), 'utf8'))).toEqual(report);
    expect(report).toMatchObject({
      format: 'ecgfounder-evaluation', model: { name: 'small.onnx' }, preset: 'founder', aggregate: 'max',
      recordings: { listed: 20, scored: 20, failed: 0 }, bootstrap: { replicates: 1000, seed: 1 }, problems: [],
    });
    expect(report.labels.map(({ label, positives, n }) => [label, positives, n])).toEqual([['SINUS RHYTHM', 10, 20], ['ATRIAL FIBRILLATION', 7, 20]]);
    expect(report.labels[0]!.operatingPoint).toEqual({ score: 0.5, logit: 0, source: 'default' });

    const scores = readFileSync(at('R.scores.csv'), 'utf8');
    const { mtimeMs } = statSync(at('R.scores.csv'));
    expect(run('evaluate', '--labels', test, ...model(), '--out', at('R.json'))).toEqual(report);
    expect(statSync(at('R.scores.csv')).mtimeMs).toBe(mtimeMs);
    const alone = run<Report>('evaluate', '--labels', test, '--scores', at('R.scores.csv'), '--out', at('R2.json'));
    expect(alone).toEqual({ ...report, model: { ...report.model, name: null } });
    expect(readFileSync(at('R.scores.csv'), 'utf8')).toBe(scores);
  });

  it('scores as analyze does: the highest window, or the mean', () => {
    const one = table('one.csv', [3], labels);
    const { windows } = run<{ windows: { logits: number[] }[] }>('analyze', at('recordings/r03.hea'), '--model', at('small.onnx'));
    expect(windows).toHaveLength(2);
    const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
    for (const [aggregate, of] of [
      ['max', (values: number[]) => Math.max(...values)],
      ['mean', (values: number[]) => { const p = values.reduce((sum, x) => sum + sigmoid(x), 0) / values.length; return Math.log(p / (1 - p)); }],
    ] as const) {
      run('evaluate', '--labels', one, ...model(), '--aggregate', aggregate, '--out', at(`${aggregate}.json`));
      const logits = rows(at(`${aggregate}.scores.csv`))[0]!.split(',').slice(1).map(Number);
      expect(logits).toHaveLength(150);
      logits.forEach((logit, i) => expect(logit).toBeCloseTo(of(windows.map((window) => window.logits[i]!)), 6));
    }
  });

  it('goes on where it was when it was killed', async () => {
    const all = table('all.csv', range(0, count), labels);
    const args = ['evaluate', '--labels', all, ...model(), '--out', at('killed.json'), '--json'];
    const scores = at('killed.scores.csv');
    const child = spawn('node', [join(root, 'dist/src/cli/main.js'), ...args], { stdio: 'ignore' });
    const ended = new Promise<NodeJS.Signals | null>((resolve) => child.on('exit', (_code, signal) => resolve(signal)));
    while (child.exitCode === null && !(existsSync(scores) && rows(scores).length >= 5)) await new Promise((resolve) => setTimeout(resolve, 2));
    child.kill('SIGKILL');
    expect(await ended).toBe('SIGKILL');
    const before = rows(scores);
    expect(before.length).toBeGreaterThanOrEqual(5);
    expect(before.length).toBeLessThan(count);
    expect(existsSync(at('killed.json'))).toBe(false);

    appendFileSync(scores, 'r39,0.25,0.1'); // and torn in the middle of a line
    const report = run<Report>(...args);
    expect(report.recordings).toEqual({ listed: count, scored: count, failed: 0 });
    const after = rows(scores);
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.map((row) => row.split(',')[0]).sort()).toEqual(range(0, count).map(name));
    const whole = run<Report>('evaluate', '--labels', all, ...model(), '--out', at('whole.json'));
    expect(rows(at('whole.scores.csv'))).toEqual(after);
    expect(report).toEqual(whole);
  });

  it('leaves out and says what cannot be used, and goes on', () => {
    writeFiles(at('recordings'), { 'broken.hea': 'broken 12 500 5000\n', 'short.csv': csvFile(syntheticEcg(2, 500)), 'two.csv': csvFile(syntheticEcg(10, 500)), 'two.edf': edfFile(syntheticEcg(10, 500)) });
    writeFileSync(at('bad.csv'), [
      'recording,SINUS RHYTHM,SINUS BRADYCARDIA,MY LABEL', 'r00.hea,1,0,1', 'r01,0,,0', 'r02.dat,1,0,0', 'r03,0,maybe,0',
      'r01,0,0,0', 'r04,1,0,0', 'r04,0,0,0', 'broken,1,0,0', 'short,1,0,0', 'nowhere,1,0,0', '../small,1,0,0', 'two,0,0,0', '',
    ].join('\n'));
    const report = run<Report>('evaluate', '--labels', at('bad.csv'), ...model(), '--out', at('bad.json'));
    expect(report.recordings).toEqual({ listed: 9, scored: 5, failed: 4 });
    const said = Object.fromEntries(report.problems.map(({ code, recording, label }) => [recording ?? label, code]));
    expect(said).toMatchObject({
      r01: 'duplicate-recording', r04: 'contradicting-recording', r03: 'bad-label', short: 'too-short', nowhere: 'recording-missing',
      '../small': 'recording-missing', two: 'ambiguous-recording', 'MY LABEL': 'unknown-label', 'SINUS BRADYCARDIA': 'one-class',
    });
    expect(said['broken']).toBeDefined();
    expect(report.labels[1]).toMatchObject({ auroc: null, reason: 'no recording has this label' });
    expect(report.labels).toHaveLength(2);
  });

  it('leaves out scores that are no number, label by label', () => {
    writeFileSync(at('nan.csv'), '# ecgfounder scores; model=out-of-fold; preset=founder; aggregate=max\nrecording,SINUS RHYTHM,ATRIAL FIBRILLATION\n' +
      range(0, 20).map((i) => `${name(i)},${i === 4 ? 'nan' : i % 7},${i % 5}\n`).join(''));
    const report = run<Report>('evaluate', '--labels', at('test.csv'), '--scores', at('nan.csv'), '--out', at('nan.json'));
    expect(report.labels.map(({ n }) => n)).toEqual([19, 20]);
    expect(report.problems).toMatchObject([{ code: 'no-finite-score', label: 'SINUS RHYTHM' }]);
    expect(readFileSync(at('nan.json'), 'utf8')).not.toMatch(/NaN/i);
  });

  it('fits operating points on other recordings only', () => {
    const test = table('test.csv', range(0, 20), labels);
    const fit = table('fit.csv', range(20, 40), labels);
    const report = run<Report>('evaluate', '--labels', test, '--fit-on', fit, ...model(), '--out', at('fit.json'), '--criterion', 'f1');
    expect(report.labels[0]!.operatingPoint.source).toBe('fit-on');
    expect(report.recordings.listed).toBe(20);
    expect(rows(at('fit.scores.csv'))).toHaveLength(40);
    const overlapping = table('overlap.csv', range(19, 40), labels);
    const { status, stderr } = refused('evaluate', '--labels', test, '--fit-on', overlapping, '--scores', at('fit.scores.csv'), '--out', at('x.json'));
    expect(status).toBe(1);
    expect(stderr).toMatch(/r19/);
    expect(existsSync(at('x.json'))).toBe(false);
  });

  it('does not mix scores of two kinds', () => {
    const one = table('one.csv', [3], labels);
    copyFileSync(at('max.scores.csv'), at('mixed.csv'));
    const mean = ['evaluate', '--labels', one, ...model(), '--scores', at('mixed.csv'), '--aggregate', 'mean', '--out', at('mixed.json')];
    expect(refused(...mean)).toMatchObject({ status: 1, stderr: expect.stringMatching(/aggregate 'max', not 'mean'.*--restart/) as string });
    run(...mean, '--restart');
    const precious = readFileSync(one, 'utf8');
    expect(refused('evaluate', '--labels', one, ...model(), '--scores', one, '--restart', '--out', at('x.json')).status).toBe(1);
    expect(readFileSync(one, 'utf8')).toBe(precious);
    expect(rows(at('mixed.csv'))).toEqual(rows(at('mean.scores.csv')));
    expect(refused('evaluate', '--labels', one, '--scores', at('one.csv'), '--out', at('x.json')).stderr).toMatch(/one\.csv: .*score table/);
  });

  it.each([
    ['no output', ['--labels', 'L.csv']],
    ['no model and no scores', ['--labels', 'test.csv', '--out', 'none.json']],
    ['a folder missing', ['--labels', 'test.csv', '--model', 'small.onnx', '--out', 'none.json']],
    ['points given and to be fitted', ['--labels', 'test.csv', '--out', 'x.json', '--fit-on', 'fit.csv', '--operating-points', 'C.json']],
    ['a file that belongs to no option', ['R.json', '--labels', 'test.csv', '--out', 'x.json']],
    ['a bad number', ['--labels', 'test.csv', '--out', 'x.json', '--bootstrap', '1.5']],
  ])('wrong usage: %s', (_what, args) => {
    const { status } = refused('evaluate', ...args.map((arg) => (/\.\w+$/.test(arg) && !/^[\d.]+$/.test(arg) ? at(arg) : arg)));
    expect(status).toBe(2);
  });
});

describe('ecgfounder calibrate', () => {
  interface Calibration {
    labels: { label: string; a: number | null; b: number | null; prevalence: number; n: number; positives: number | null; operatingPoint: { score: number; logit: number } | null }[];
    problems: Report['problems'];
  }

  it('writes probabilities and operating points that evaluate takes', () => {
    const fit = table('fit.csv', range(20, 40), { ...labels, 'ATRIAL FLUTTER': (i) => Number(i === 21) });
    const calibration = run<Calibration>('calibrate', '--labels', fit, ...model(), '--out', at('C.json'), '--target-sensitivity', '0.9');
    expect(JSON.parse(readFileSync(at('C.json'), 'utf8'))).toEqual(calibration);
    expect(calibration).toMatchObject({ format: 'ecgfounder-calibration', version: 1, model: { name: 'small.onnx' }, preset: 'founder', aggregate: 'max', method: 'platt' });
    const [sinus, , flutter] = calibration.labels;
    expect(sinus).toMatchObject({ label: 'SINUS RHYTHM', n: 20, positives: 10, prevalence: 0.5, a: expect.any(Number) as number, operatingPoint: { score: expect.any(Number) as number } });
    expect(flutter).toMatchObject({ label: 'ATRIAL FLUTTER', positives: 1, a: null, b: null, operatingPoint: null });
    expect(codes(calibration)).toContain('too-few-to-fit');

    const report = run<Report>('evaluate', '--labels', at('test.csv'), ...model(), '--operating-points', at('C.json'), '--out', at('calibrated.json'));
    expect(report.labels[0]!.operatingPoint).toEqual({ ...sinus!.operatingPoint, source: 'calibration' });
    expect(report.labels[0]).toHaveProperty('calibrated.brier');
  });

  it('adapts to recordings without labels', () => {
    mkdirSync(at('site/inner'), { recursive: true });
    for (const i of range(0, 12)) writeFiles(at('site/inner'), wfdbFiles(name(i), ecg(i)));
    const before = JSON.parse(readFileSync(at('C.json'), 'utf8')) as Calibration;
    const after = run<Calibration>('calibrate', '--unlabelled', '--from', at('C.json'), '--recordings', at('site'), '--model', at('small.onnx'), '--out', at('D.json'));
    expect(after).toMatchObject({ method: 'prevalence-em' });
    expect(rows(at('D.scores.csv')).map((row) => row.split(',')[0])).toEqual(range(0, 12).map((i) => `inner/${name(i)}`));
    after.labels.forEach((label, i) => {
      expect(label.a).toBe(before.labels[i]!.a);
      expect(label.operatingPoint).toEqual(before.labels[i]!.operatingPoint);
      const shifted = label.b !== before.labels[i]!.b;
      expect(shifted).toBe(!after.problems.some((problem) => problem.label === label.label));
    });
  });

  it('does not adapt another model\'s calibration', () => {
    writeFileSync(at('other.json'), readFileSync(at('C.json'), 'utf8').replace(/"sha256": "\w+"/, '"sha256": "other"'));
    const { status, stderr } = refused('calibrate', '--unlabelled', '--from', at('other.json'), '--scores', at('D.scores.csv'), '--out', at('E.json'));
    expect(status).toBe(1);
    expect(stderr).toMatch(/other/);
  });
});
