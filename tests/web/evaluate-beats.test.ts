// evaluate-beats as a user runs it: small records of known beats, and the development sets.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MarkRates, Rates } from '../../dist/src/core-types.js';
import { annotationFile, haveTrainingSets, ludbSet, mitBihSet, qtSet, type Annotation } from './beat-sets.ts';
import { ecgfounder, syntheticEcg, temporaryFolder, wfdbFiles, writeFiles } from './fixtures.ts';

const folder = temporaryFolder();
const at = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true }));

interface Report {
  recordings: ({ recording: string } & Rates)[];
  beats: Rates;
  averageSensitivity: number | null;
  averagePpv: number | null;
  compared: { marks: string; points: MarkRates[] }[];
  problems: { code: string; recording: string; message: string }[];
}

function evaluate(recordings: string, ...args: string[]): Report {
  const { status, stdout, stderr } = ecgfounder('evaluate-beats', '--recordings', recordings, ...args, '--json');
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return JSON.parse(stdout) as Report;
}
const counts = ({ references, detected, extra }: Rates) => [references, detected, extra];
const points = ({ compared }: Report, marks: string) =>
  Object.fromEntries(compared.find((each) => each.marks === marks)!.points.map((point) => [point.name, point]));

const rate = 500;
const seconds = 24;
/** The R peaks of syntheticEcg, samples. */
const peaks = Array.from({ length: seconds / 0.8 }, (_, i) => Math.round((0.8 * i + 0.3) * rate));

/** A beat of syntheticEcg as somebody who knows its shape marks it. */
function marksOf(peak: number): Annotation[] {
  const wave = (onset: number, top: number, offset: number, symbol: string, number: number) =>
    [[onset, '('], [top, symbol], [offset, ')']].map(([time, mark]) => ({ sample: peak + Math.round((time as number) * rate), symbol: mark as string, number: mark === symbol ? 0 : number }));
  return [...wave(-0.21, -0.15, -0.09, 'p', 0), ...wave(-0.02, 0, 0.045, 'N', 1), ...wave(0.13, 0.25, 0.37, 't', 2)];
}

describe('ecgfounder evaluate-beats', () => {
  beforeAll(() => {
    mkdirSync(at('small'));
    const ecg = syntheticEcg(seconds, rate);
    const files = wfdbFiles('a', ecg);
    const beats = peaks.map((sample) => ({ sample, symbol: 'N' }));
    const few = peaks.slice(5, 15).flatMap(marksOf);
    writeFiles(at('small'), {
      ...files, 'a.atr': annotationFile([{ sample: 5, symbol: '+', aux: '(N' }, ...beats]), 'a.q1c': annotationFile(few),
      ...Object.fromEntries(ecg.leads.map((lead) => [`a.${lead.toLowerCase()}`, annotationFile(peaks.slice(1, -1).flatMap(marksOf))])),
      ...wfdbFiles('b', ecg), 'b.atr': annotationFile([...beats.filter((_, i) => i !== 7), { sample: peaks[9]! + 200, symbol: 'V' }].sort((x, y) => x.sample - y.sample)),
      ...wfdbFiles('c', ecg),
      ...wfdbFiles('d', ecg), 'd.atr': Uint8Array.of(1, 4, 0),
    });
  });

  it('compares the beats of every record that has annotations, and says which have none', () => {
    const report = evaluate(at('small'));
    expect(report.recordings.map(({ recording }) => recording)).toEqual(['a', 'b']);
    expect(report.recordings.map(counts)).toEqual([[30, 30, 0], [30, 29, 1]]);
    expect(counts(report.beats)).toEqual([60, 59, 1]);
    expect(report.beats.sensitivity).toBeCloseTo(59 / 60, 9);
    expect(report.averagePpv).toBeCloseTo((1 + 29 / 30) / 2, 9);
    expect(Math.abs(report.beats.mean!)).toBeLessThan(15);
    expect(report.compared).toEqual([]);
    expect(report.problems.map(({ recording, code }) => [recording, code])).toEqual([['c', 'no-annotations'], ['d', 'truncated']]);
    expect(report.problems[1]!.message).toMatch(/^d: d\.atr ends at byte 3/);
  });

  it('leaves the start out where asked to, and takes a smaller window', () => {
    expect(evaluate(at('small'), '--skip', '8.3').recordings.map(counts)).toEqual([[20, 20, 0], [20, 20, 0]]);
    const narrow = evaluate(at('small'), '--window', '1').recordings[0]!;
    expect(narrow.references).toBe(30);
    expect(narrow.detected + narrow.extra!).toBe(30);
  });

  it('compares the waves of each lead', () => {
    const report = evaluate(at('small'), '--annotations', 'leads');
    expect(report.recordings.map(counts)).toEqual([[28, 28, 0]]);
    const { 'R peak': r, 'P peak': p, 'T peak': t, 'QRS onset': onset, 'T onset': tOnset } = points(report, 'each lead');
    for (const point of [r, p, t, onset, tOnset]) expect(point!.references).toBe(28 * 12);
    expect(r!.sensitivity).toBeGreaterThan(0.99);
    expect(onset).toMatchObject({ cseTwoDeviations: 6.5, wavedetMean: 4.6, wavedetDeviation: 7.7 });
    expect(tOnset).toMatchObject({ cseTwoDeviations: null, wavedetDeviation: null });
  });

  it('compares the waves of a few beats with the nearest lead and with all leads', () => {
    const report = evaluate(at('small'), '--annotations', 'q1c');
    expect(report.recordings.map(counts)).toEqual([[10, 10, null]]);
    expect(report.compared.map(({ marks }) => marks)).toEqual(['nearest lead', 'all leads']);
    const nearest = points(report, 'nearest lead');
    expect(nearest['T offset']!.references).toBe(10);
    expect(nearest['R peak']).toMatchObject({ detected: 10, ppv: null });
    expect(Math.abs(nearest['R peak']!.mean!)).toBeLessThan(15);
    expect(points(report, 'all leads')['P peak']!.extra).toBe(0);
  });

  it('prints a table', () => {
    const { stdout, status } = ecgfounder('evaluate-beats', '--recordings', at('small'), '--annotations', 'leads');
    expect(status).toBe(0);
    expect(stdout).toMatch(/: 1 record, annotations of each lead, within 150 ms\n/);
    expect(stdout).toMatch(/^QRS complexes +annotated +found +missed +extra +Se % +PPV %$/m);
    expect(stdout).toMatch(/^a +28 +28 +0 +0 +100\.00 +100\.00$/m);
    expect(stdout).toMatch(/^T offset +336 .* 30\.6 +-1\.6 ± 18\.1$/m);
    expect(stdout).toMatch(/^problem: c: there is no annotation file/m);
    expect(stdout).not.toMatch(/NaN|undefined/);
  });

  it('refuses what cannot be compared', () => {
    mkdirSync(at('empty'), { recursive: true });
    mkdirSync(at('bare'), { recursive: true });
    writeFiles(at('bare'), wfdbFiles('x', syntheticEcg(10, 250)));
    writeFileSync(at('bare/x.xyz'), annotationFile([{ sample: 9, symbol: '~' }]));
    for (const [name, args, wanted, says] of [
      ['empty', [], 1, /holds no WFDB record/], ['nowhere', [], 1, /cannot be listed/], ['bare', [], 1, /None of the 1 records .* no annotation file \.atr/],
      ['bare', ['--annotations', 'xyz'], 1, /mark no beat and no wave/], ['small', ['--window', '0'], 2, /--window takes/],
      ['small', ['--skip=-1'], 2, /--skip takes/], ['small', ['more'], 2, /belongs to no option/],
    ] as const) {
      const { status, stdout, stderr } = ecgfounder('evaluate-beats', '--recordings', at(name), ...args);
      expect([name, status, stdout]).toEqual([name, wanted, '']);
      expect(stderr.trim().split('\n')).toHaveLength(1);
      expect(stderr).toMatch(says);
    }
  });
});

describe.skipIf(!haveTrainingSets)('the development sets (skipped where there is no ../shared/train)', { timeout: 900_000 }, () => {
  /** The least sensitivity of a mark. */
  const wanted: Record<string, number> = { 'P peak': 0.95, 'QRS onset': 0.99, 'QRS offset': 0.99, 'T peak': 0.97, 'T offset': 0.97 };
  const missed = (marks: Record<string, MarkRates>) => Object.entries(wanted).filter(([name, least]) => !(marks[name]!.sensitivity! >= least)).map(([name]) => name);

  it('MIT-BIH DS1: beats as EC57 compares them', () => {
    const { recordings, beats, problems } = evaluate(mitBihSet(at('mitdb')));
    expect(problems).toEqual([]);
    expect(recordings).toHaveLength(26);
    expect(beats.references).toBe(59_782);
    expect(beats.sensitivity).toBeGreaterThanOrEqual(0.997);
    expect(beats.ppv).toBeGreaterThanOrEqual(0.997);
  });

  it('LUDB: beats across leads, and the waves of each lead', () => {
    const report = evaluate(ludbSet(at('ludb')), '--annotations', 'leads');
    expect(report.problems).toEqual([]);
    expect(report.recordings).toHaveLength(120);
    expect(report.beats.references).toBe(1116);
    expect(report.beats.sensitivity).toBeGreaterThanOrEqual(0.999);
    expect(report.beats.ppv).toBeGreaterThanOrEqual(0.999);
    expect(missed(points(report, 'each lead'))).toEqual([]);
  });

  it('QT database: the waves of the nearest lead, no more scattered than wavedet\'s', () => {
    const report = evaluate(qtSet(at('qtdb')), '--annotations', 'q1c');
    expect(report.problems).toEqual([]);
    expect(report.recordings).toHaveLength(53);
    expect(report.beats.references).toBe(1719);
    expect(report.beats.sensitivity).toBeGreaterThanOrEqual(0.99);
    const marks = points(report, 'nearest lead');
    expect(missed(marks)).toEqual([]);
    const worse = Object.values(marks).filter(({ meanDeviation, wavedetDeviation }) => wavedetDeviation !== null && !(meanDeviation! <= wavedetDeviation));
    expect(worse.map(({ name, meanDeviation, wavedetDeviation }) => `${name}: ${meanDeviation} ms, wavedet ${wavedetDeviation} ms`)).toEqual([]);
  });
});
