// Full-size models of the official layout against PyTorch's answers in float64 (tests/golden).
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ecgfounder, makeCheckpoint, root, temporaryFolder } from './fixtures.ts';
import { compareWithGolden } from './model_golden.mjs';

describe.each([12, 1])('the full-size %i-lead model', (leads) => {
  const folder = temporaryFolder();
  const checkpoint = join(folder, 'official.pth');
  const golden = JSON.parse(readFileSync(join(root, `tests/golden/model/full_${leads}_lead.json`), 'utf8'));
  beforeAll(() => makeCheckpoint(checkpoint, '--leads', String(leads)));
  afterAll(() => rmSync(folder, { recursive: true }));

  const differences = async (dtype: string) => {
    const onnx = join(folder, `${dtype}.onnx`);
    expect(ecgfounder('convert', checkpoint, '--out', onnx, '--dtype', dtype).stderr).toBe('');
    const result = await compareWithGolden(readFileSync(onnx), golden);
    rmSync(onnx);
    console.log(`${leads} leads, ${dtype}: logits ${result.logits.toExponential(1)} (std ${result.logitsStd.toFixed(3)}), features ${result.features.toExponential(1)}, time map ${result.timeMapSum.toExponential(1)}`);
    return result;
  };

  it('in fp32: logits within 1e-5 of float64, the time map sums to them', async () => {
    const { logits, features, timeMap, timeMapSum } = await differences('fp32');
    expect(logits).toBeLessThan(1e-5);
    expect(features).toBeLessThan(1e-4);
    expect(timeMap).toBeLessThan(1e-5);
    expect(timeMapSum).toBeLessThan(1e-4);
  });

  it('in fp16: logits within 0.3% of their standard deviation', async () => {
    const { logits, logitsStd, timeMapSum } = await differences('fp16');
    expect(logits).toBeLessThan(0.003 * logitsStd);
    expect(timeMapSum).toBeLessThan(1e-4);
  });
});
