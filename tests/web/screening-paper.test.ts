// The screening page's drawing: what it may and may not put on the paper.
import { describe, expect, it } from 'vitest';
import { duration, position, span } from '../../examples/screening/src/format.ts';
import { extent, median } from '../../examples/screening/src/paper/extents.ts';
import { arrange } from '../../examples/screening/src/paper/layout.ts';
import { addSamples, gaps } from '../../examples/screening/src/paper/polyline.ts';

/** The path as [x, y, is it a new stroke]. */
function drawn(samples: Float32Array, xStep: number): [number, number, boolean][] {
  const path: [number, number, boolean][] = [];
  const context = {
    moveTo: (x: number, y: number) => void path.push([x, y, true]),
    lineTo: (x: number, y: number) => void path.push([x, y, false]),
  } as CanvasRenderingContext2D;
  addSamples(context, samples, 0, samples.length - 1, { x: 0, xStep, y: 0, yScale: -1, zero: 0 });
  return path;
}

describe('the trace', () => {
  it('draws recorded samples only, and never over a gap', () => {
    const samples = Float32Array.of(1, 2, NaN, NaN, 5, NaN, 7, 8);
    expect(drawn(samples, 10).filter(([, , isNew]) => isNew).map(([x]) => x)).toEqual([0, 40, 60]);
    for (const [x, y] of drawn(samples, 10)) expect(y).toBe(samples[x / 10]);
    expect(gaps(samples, 0, 7)).toEqual([[2, 3], [5, 5]]);
  });

  it('keeps every extreme where many samples share a pixel', () => {
    const samples = Float32Array.from({ length: 5000 }, (_, i) => Math.sin(i / 50));
    samples[1234] = 9;
    samples[1236] = -9;
    samples.fill(NaN, 3001, 3002);
    const xStep = 1 / 16;
    const path = drawn(samples, xStep);
    expect(path.length).toBeLessThan(5000 / 3);
    for (const [x, y] of path) expect(y).toBe(samples[Math.round(x / xStep)]);
    expect(path.some(([, y]) => y === 9) && path.some(([, y]) => y === -9)).toBe(true);
    expect(path.filter(([, , isNew]) => isNew)).toHaveLength(2);
  });

  it('makes room for what a lead reaches, and not for one artefact', () => {
    const samples = new Float32Array(10_000).map((_, i) => (i % 100 < 2 ? 3 : 1));
    samples[5000] = 1000;
    samples[5001] = NaN;
    expect(median(samples)).toBe(1);
    expect(extent(samples)).toEqual({ up: 2, down: 0 });
    expect(extent(new Float32Array(10).fill(NaN))).toEqual({ up: 0, down: 0 });
  });
});

describe('the sheet', () => {
  const trace = (count: number, standard: boolean) => ({
    samplingRate: 500, length: 5000, seconds: 10, standard, omitted: [], diagnostics: [],
    leads: Array.from({ length: count }, (_, i) => ({ name: `L${i}`, derived: false, samples: new Float32Array(5000) })),
  });
  const leadsOf = (sheet: ReturnType<typeof arrange>) => sheet.rows.map(({ strips }) => strips.map(({ lead }) => lead));

  it('is 3 x 4 over lead II on a wide page, 6 x 2 on a narrow one', () => {
    expect(leadsOf(arrange(trace(12, true), true))).toEqual([[0, 3, 6, 9], [1, 4, 7, 10], [2, 5, 8, 11], [1]]);
    expect(leadsOf(arrange(trace(12, true), false))).toEqual([[0, 6], [1, 7], [2, 8], [3, 9], [4, 10], [5, 11], [1], [1]]);
  });

  it('gives other leads rows of their own, every baseline on the grid', () => {
    const sheet = arrange(trace(3, false), true);
    expect(leadsOf(sheet)).toEqual([[0], [1], [2]]);
    for (const { baseline } of sheet.rows) expect(baseline).toBe(Math.round(baseline));
  });
});

it('writes times as a reader expects them', () => {
  expect([duration(10), duration(7.25), duration(1805.6), duration(7400)]).toEqual(['10 s', '7.25 s', '30 min 5 s', '2 h 3 min']);
  expect([position(2.5), position(245), position(3725)]).toEqual(['2.5 s', '4:05', '1:02:05']);
  expect([span(0, 10), span(115, 125)]).toEqual(['0–10 s', '115 s–2:05']);
});
