// Full-size models of the official layout against PyTorch's answers in float64 (tests/golden).
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ecgfounder, makeCheckpoint, root, temporaryFolder } from './fixtures.ts';
import { compareWithGolden, largest, type Outputs, runInNet1D, runInOrt } from './model_golden.mjs';

describe.each([12, 1])('the full-size %i-lead model', (leads) => {
  const folder = temporaryFolder();
  const checkpoint = join(folder, 'official.pth');
  const golden = JSON.parse(readFileSync(join(root, `tests/golden/model/full_${leads}_lead.json`), 'utf8'));
  beforeAll(() => makeCheckpoint(checkpoint, '--leads', String(leads)));
  afterAll(() => rmSync(folder, { recursive: true }));

  const convert = (dtype: string) => {
    const onnx = join(folder, `${dtype}.onnx`);
    expect(ecgfounder('convert', checkpoint, '--out', onnx, '--dtype', dtype).stderr).toBe('');
    const model = readFileSync(onnx);
    rmSync(onnx);
    return model;
  };
  const differences = (engine: string, outputs: Outputs) => {
    const result = compareWithGolden(outputs, golden);
    console.log(`${leads} leads, ${engine}: logits ${result.logits.toExponential(1)} (std ${result.logitsStd.toFixed(3)}), features ${result.features.toExponential(1)}, time map ${result.timeMapSum.toExponential(1)}`);
    return result;
  };

  it('in fp32: our engine and ONNX Runtime within 1e-5 of float64, the time map sums to the logits', async () => {
    const model = convert('fp32');
    const ours = await runInNet1D(model, golden);
    const relaxed = await runInNet1D(model, golden, { simd: 'relaxed' });
    const ort = await runInOrt(model, golden);
    for (const [engine, outputs] of [['our engine', ours], ['relaxed SIMD', relaxed], ['ONNX Runtime', ort]] as const) {
      const { logits, features, timeMap, timeMapSum } = differences(`fp32, ${engine}`, outputs);
      expect(logits).toBeLessThan(1e-5);
      expect(features).toBeLessThan(1e-4);
      expect(timeMap).toBeLessThan(1e-5);
      expect(timeMapSum).toBeLessThan(1e-4);
    }
    expect(largest(ours.logits, ort.logits)).toBeLessThan(1e-5);
    expect(largest(relaxed.logits, ort.logits)).toBeLessThan(1e-5);
    const rounding = largest(relaxed.logits, ours.logits);
    console.log(`${leads} leads, fp32: relaxed SIMD and plain differ by ${rounding.toExponential(1)}`);
    expect(rounding).toBeGreaterThan(0); // it is another build indeed
    for (const threads of [1, 2, 3])
      for (const atOnce of [1, 2]) {
        expect(await runInNet1D(model, golden, { threads, atOnce })).toEqual(ours);
        expect(await runInNet1D(model, golden, { simd: 'relaxed', threads, atOnce })).toEqual(relaxed);
      }
  });

  it('in fp16: logits within 0.3% of their standard deviation, and of ONNX Runtime within 1e-5', async () => {
    const model = convert('fp16');
    const ours = await runInNet1D(model, golden, { atOnce: 2 });
    const { logits, logitsStd, timeMapSum } = differences('fp16, our engine', ours);
    expect(logits).toBeLessThan(0.003 * logitsStd);
    expect(timeMapSum).toBeLessThan(1e-4);
    expect(largest(ours.logits, (await runInOrt(model, golden)).logits)).toBeLessThan(1e-5);
  });
});
