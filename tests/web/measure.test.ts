// Quality, beats and measurements on the command line and in the package; an unusable recording is not scored.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Examination } from '../../web/src/examination.ts';
import type { AnalysisResult } from '../../web/src/types.ts';
import { corpus, csvFile, ecgfounder, root, standardLeads, syntheticEcg, temporaryFolder, unusableEcg, wfdbFiles, writeFiles } from './fixtures.ts';

const folder = temporaryFolder();
const at = (name: string) => join(folder, name);
const json = <T>(...args: string[]): T => {
  const { status, stdout, stderr } = ecgfounder(...args, '--json');
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return JSON.parse(stdout) as T;
};

beforeAll(() => writeFiles(folder, {
  ...wfdbFiles('ecg', syntheticEcg(10, 500)),
  ...wfdbFiles('bad', unusableEcg(10, 500)),
  'single.csv': csvFile(syntheticEcg(10, 250, ['V2'])),
}));
afterAll(() => rmSync(folder, { recursive: true }));

const marks = ['pOn', 'p', 'pOff', 'qrsOn', 'r', 'qrsOff', 'tOn', 't', 'tOff'] as const;

describe('ecgfounder measure', () => {
  it('gives the quality, the measurements and the beats of an ECG whose truth is known', () => {
    const { quality, measurements, beats, pacingSpikes, medianBeat } = json<Examination>('measure', at('ecg.hea'));
    expect(['good', 'usable']).toContain(quality.verdict);
    for (const { code, lead, message } of quality.reasons) {
      expect(code).toMatch(/^[a-z-]+$/);
      expect(lead === null || standardLeads.includes(lead)).toBe(true);
      expect(message).toMatch(/\.\)?$/);
    }
    expect(measurements.heartRate).toBeCloseTo(75, 0);
    for (const name of ['pr', 'qrs', 'qt', 'qtcFridericia', 'qtcBazett', 'qtcFramingham', 'qtcHodges'] as const)
      expect(measurements[name], name).toBeGreaterThan(30);
    expect(Object.keys(measurements.axis)).toEqual(['p', 'qrs', 't']);

    expect(pacingSpikes).toEqual([]);
    expect(medianBeat!.samplingRate).toBe(500);
    expect(medianBeat!.beats).toBeGreaterThanOrEqual(9);
    expect(medianBeat!.leads.map(({ lead }) => lead)).toEqual(standardLeads);
    expect(medianBeat!.leads[0]!.samples[medianBeat!.rPeak]).toBeCloseTo(0.9, 1);

    expect(beats.length).toBeGreaterThanOrEqual(11);
    for (const beat of beats) {
      expect(Object.keys(beat)).toEqual(['class', ...marks]);
      expect(beat.class).toBe('normal');
      expect(Math.abs(((beat.r! - 0.3 + 0.4) % 0.8) - 0.4)).toBeLessThan(0.04);
      const known = marks.map((mark) => beat[mark]).filter((time) => time !== null);
      expect(known).toEqual([...known].sort((a, b) => a - b));
      for (const time of known) expect(time >= 0 && time <= 10).toBe(true);
    }
  });

  it('gives null where it cannot be measured, and why', () => {
    const { measurements, measurementDetails } = json<Examination>('measure', at('single.csv'));
    expect(measurements.axis).toEqual({ p: null, qrs: null, t: null });
    expect(measurementDetails.axis.qrs).toMatchObject({ value: null, spread: null, beats: 0, reason: 'An axis needs two of the limb leads.' });
    expect(measurementDetails.leads.map(({ lead }) => lead)).toEqual(['V2']);
    expect(measurementDetails.heartRate).not.toHaveProperty('reason');
  });

  it('prints quality first, then a table', () => {
    const { stdout } = ecgfounder('measure', at('ecg.hea'));
    expect(stdout).toMatch(/^quality: (good|usable)$/m);
    expect(stdout).toMatch(/^heart rate +75 \/min +\d+\.\d +\d+$/m);
    expect(stdout.indexOf('quality:')).toBeLessThan(stdout.indexOf('heart rate'));
    expect(ecgfounder('measure', at('single.csv')).stdout).toMatch(/^QRS axis +- {2}An axis needs two of the limb leads\.$/m);
    expect(ecgfounder('measure', at('ecg.hea'), at('single.csv')).status).toBe(2);
  });
});

describe('an unusable recording', () => {
  it('is not scored, and that is said', () => {
    const result = json<AnalysisResult>('analyze', at('bad.hea'));
    expect(result).toMatchObject({ quality: { verdict: 'unusable' }, windows: [], findings: [], contradictions: [], summary: '' });
    expect(result.abstained).toMatch(/^The recording is not fit to interpret and was not scored: .+\.$/);
    expect(result.notCovered.length).toBeGreaterThan(0);
    const { stdout } = ecgfounder('analyze', at('bad.hea'));
    expect(stdout).toMatch(/^abstained: .* --interpret-unusable scores it all the same\.$/m);
    expect(stdout).not.toMatch(/Sinus rhythm {2}/);
  });

  it('is scored when asked for', () => {
    const result = json<AnalysisResult>('analyze', at('bad.hea'), '--interpret-unusable');
    expect(result).toMatchObject({ quality: { verdict: 'unusable' }, abstained: null });
    expect(result.windows).toHaveLength(1);
    expect(result.findings.length).toBeGreaterThan(0);
  });

  it('is prepared, and scored by evaluate, like any other', () => {
    json('preprocess', at('bad.hea'), '--out', at('bad.npy'));
    writeFileSync(at('labels.csv'), 'recording,SINUS RHYTHM\nbad,0\necg,1\n');
    const bundled = join(root, 'models/bundled/12-lead.onnx');
    const report = json<{ recordings: object }>('evaluate', '--labels', at('labels.csv'), '--recordings', folder, '--model', bundled, '--out', at('R.json'));
    expect(report.recordings).toMatchObject({ listed: 2, scored: 2, failed: 0 });
  });

  it('is scored by analyze where it is fit, with quality, measurements and beats as measure gives them', () => {
    const { quality, measurements, measurementDetails, beats } = json<Examination>('measure', at('ecg.hea'));
    const result = json<AnalysisResult>('analyze', at('ecg.hea'));
    expect(result).toMatchObject({ abstained: null, quality, measurements, measurementDetails, beats });
    expect(result.findings.length).toBeGreaterThan(0);
  });
});

describe('measureRecording', () => {
  it('measures without a model, and its result spares the analysis the work', async () => {
    const { Founder, measureRecording, readRecording } = await import('../../dist/src/index.js');
    const files = ['ecg.hea', 'ecg.dat'].map((name) => ({ name, bytes: new Uint8Array(readFileSync(at(name))) }));
    const recording = await readRecording(files);
    const examination = await measureRecording(recording);
    expect(examination.measurements.heartRate).toBeCloseTo(75, 0);
    const founder = await Founder.load({ model: 'bundled', device: 'wasm' });
    const unusable = { ...examination, quality: { verdict: 'unusable' as const, reasons: [] } };
    expect((await founder.analyze(recording, { examination: unusable })).findings).toEqual([]);
    await founder.dispose();
    const cancelled = AbortSignal.abort();
    await expect(measureRecording(recording, { signal: cancelled })).rejects.toMatchObject({ code: 'aborted' });
  });
});

/** What a GE machine measured: 1/min, ms and degrees. */
function machineValues(path: string): Record<string, number> {
  const xml = readFileSync(path, 'latin1');
  const block = /<RestingECGMeasurements>(.*?)<\/RestingECGMeasurements>/s.exec(xml)?.[1] ?? '';
  return Object.fromEntries([...block.matchAll(/<(\w+)>(-?\d+)<\//g)].map(([, name, value]) => [name!, Number(value)]));
}

const muse = join(corpus, 'muse_xml', 'braveheart');
if (!existsSync(muse)) console.log('Skipped: the MUSE files of ../shared/corpus are not there to compare measurements with.');

describe.skipIf(!existsSync(muse))('the machine\'s own measurements', () => {
  const files = existsSync(muse) ? readdirSync(muse).filter((name) => name.endsWith('.xml')) : [];
  it.each(files)('%s: rate, intervals and axes', (name) => {
    const { measurements: m } = json<Examination>('measure', join(muse, name));
    const machine = machineValues(join(muse, name));
    const compared: [what: string, ours: number | null, tag: string, within: number][] = [
      ['heart rate', m.heartRate, 'VentricularRate', 2], ['PR', m.pr, 'PRInterval', 10], ['QRS', m.qrs, 'QRSDuration', 10],
      ['QT', m.qt, 'QTInterval', 15], ['P axis', m.axis.p, 'PAxis', 10], ['QRS axis', m.axis.qrs, 'RAxis', 10], ['T axis', m.axis.t, 'TAxis', 10],
    ];
    console.log(`${name}: ${compared.map(([what, ours, tag]) => `${what} ${ours?.toFixed(0)} (${machine[tag]})`).join(', ')}`);
    for (const [what, ours, tag, within] of compared) {
      expect(machine[tag], tag).toBeTypeOf('number');
      expect(Math.abs(ours! - machine[tag]!), what).toBeLessThanOrEqual(within);
    }
  });
});
