import type { Core } from './core.js';
import { throwIfAborted } from './errors.js';
import { type Network, nextTask, Queue } from './network.js';

/** Weights are read once for so many windows. */
const windowsAtOnce = 8;

/** The longest that a run keeps a cancel waiting, but for a step that takes longer by itself. */
const sliceMs = 20;

/**
 * Our own engine: the C++ library's Net1D in WebAssembly SIMD, on this thread and those of `threads` - 1
 * that have joined.
 * @throws EcgError as the C++ loader: `missing-tensor`, `wrong-shape`, `not-finite`, ...; `out-of-memory`
 */
export function openNet1D(core: Core, onnx: Uint8Array, threads = 1): Network {
  const id = core.net1dOpen({ size: onnx.byteLength, read: (offset, count) => onnx.subarray(offset, offset + count) }, threads);
  const queue = new Queue();
  return {
    engine: 'net1d',
    windowsAtOnce,
    run: (windows, count, { timeMap, signal }) => queue.add(async () => {
      core.net1dBegin(id, windows, count, timeMap);
      let sliceEnds = performance.now() + sliceMs;
      while (core.net1dStep(id)) {
        if (performance.now() < sliceEnds) continue;
        await nextTask();
        throwIfAborted(signal);
        sliceEnds = performance.now() + sliceMs;
      }
      return Array.from({ length: count }, (_, window) => core.net1dOutputs(id, window));
    }),
    release: () => queue.add(async () => core.net1dClose(id)),
  };
}
