// Our engine as the page calls it: what it refuses, and that a refusal costs nothing.
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Core, loadCore } from '../../dist/src/core.js';
import { openNet1D } from '../../dist/src/net1d.js';
import type { ThreadStart } from '../../dist/src/kernels.js';
import { Threads } from '../../dist/src/threads.js';
import { root } from './fixtures.ts';

const samples = 5000;
const options = { timeMap: false, signal: undefined };
const windowOf = (count: number) => Float32Array.from({ length: count * samples }, (_, i) => Math.sin(i * 0.37));

let core: Core, model: Uint8Array;
beforeAll(async () => {
  core = await loadCore();
  model = readFileSync(join(root, 'models/bundled/1-lead.onnx'));
});

describe('our engine', () => {
  it.each([[0, 1], [1025, 1], [2, 1], [1, 2]])('refuses %i windows in the memory of %i', async (count, given) => {
    const network = openNet1D(core, model);
    const before = await network.run(windowOf(1), 1, options);
    await expect(network.run(windowOf(given), count, options)).rejects.toMatchObject({ code: 'bad-option' });
    expect(await network.run(windowOf(1), 1, options)).toEqual(before);
    await network.release();
  });

  it('refuses to run what was released', async () => {
    const network = openNet1D(core, model);
    await network.release();
    await expect(network.run(windowOf(1), 1, options)).rejects.toMatchObject({ code: 'disposed' });
  });

  it('stops between two steps when asked to, and runs again', async () => {
    const network = openNet1D(core, model);
    const before = await network.run(windowOf(1), 1, options);
    const many = 200;
    await expect(network.run(windowOf(many), many, { timeMap: false, signal: AbortSignal.timeout(1) })).rejects.toMatchObject({ code: 'aborted' });
    expect(await network.run(windowOf(1), 1, options)).toEqual(before);
    await network.release();
  });

  it('starts threads, which share its memory and leave its bits as they are', async () => {
    const starts = core.threads;
    expect(starts.length).toBe(Math.min(globalThis.navigator?.hardwareConcurrency ?? availableParallelism(), 4) - 1);
    const alone = openNet1D(core, model);
    const before = await alone.run(windowOf(8), 8, { ...options, timeMap: true });
    const threads = new Threads();
    expect(await threads.start(starts)).toBe(starts.length);
    for (const parts of [2, 4, 255]) {
      const together = openNet1D(core, model, parts);
      for (let i = 0; i < 5; i++) expect(await together.run(windowOf(8), 8, { ...options, timeMap: true })).toEqual(before);
      await together.release();
    }
    threads.end();
    await alone.release();
  });

  it('does without threads that cannot be started', async () => {
    const threads = new Threads();
    const notShareable = { ...core.threads[0], memory: () => undefined } as unknown as ThreadStart;
    expect(await threads.start([notShareable, notShareable])).toBe(0);
    threads.end();
  });

  it('names the byte at which a file ends too early', () => {
    const opening = () => openNet1D(core, model.subarray(0, model.length - 1));
    expect(opening).toThrowError(/byte \d+/);
    expect(opening).toThrowError(expect.objectContaining({ code: 'truncated' }));
  });

  it('passes on that a file could not be read, and what a reader throws', () => {
    const opening = (read: () => null) => () => core.net1dOpen({ size: model.length, read }, 1);
    expect(opening(() => null)).toThrowError(expect.objectContaining({ code: 'read-failed' }));
    expect(opening(() => { throw new RangeError('gone'); })).toThrowError('gone');
    expect(() => openNet1D(core, model)).not.toThrowError();
  });
});
