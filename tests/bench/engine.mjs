// engine.mjs net1d|ort|native MODEL.onnx [LEADS] [FOLDER of onnxruntime-node] [THREADS] [plain|relaxed]: one
// engine under Node. Prints bytes to first result, the best time of a window alone and of eight at once, the peak memory.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import '../web/relaxed_simd.mjs';

const [name, path, leads = '12', folder = '', threads = '1', simd] = process.argv.slice(2);
const size = 5000 * Number(leads);
const atOnce = 8;
const windows = Float32Array.from({ length: atOnce * size }, (_, i) => Math.sin(i * 0.37) + Math.sin(i * 0.011));

const engines = {
  async net1d() {
    const { instantiateCore } = await import('../../dist/src/core.js');
    const { openNet1D } = await import('../../dist/src/net1d.js');
    const { Threads } = await import('../../dist/src/threads.js');
    const core = await instantiateCore(simd);
    const came = await new Threads().start(core.threads.slice(0, Number(threads) - 1));
    return (bytes) => {
      const network = openNet1D(core, bytes, 1 + came);
      return (count) => network.run(windows.subarray(0, count * size), count, { timeMap: false, signal: undefined });
    };
  },
  async ort() {
    const ort = await import('onnxruntime-web/wasm');
    ort.env.wasm.numThreads = 1;
    await ort.InferenceSession.create(new Uint8Array(8)).catch(() => undefined); // the runtime itself
    return (bytes) => sessionOf(ort, bytes, {});
  },
  async native() {
    const ort = createRequire(resolve(folder, 'package.json'))('onnxruntime-node');
    return (bytes) => sessionOf(ort, bytes, { intraOpNumThreads: 1, interOpNumThreads: 1 });
  },
};

async function sessionOf(ort, bytes, options) {
  const session = await ort.InferenceSession.create(bytes, options);
  return (count) => session.run({ ecg: new ort.Tensor('float32', windows.slice(0, count * size), [count, Number(leads), 5000]) }, ['logits', 'features']);
}

async function best(run, count, times) {
  let ms = Infinity;
  for (let i = 0; i < times; i++) {
    const from = performance.now();
    await run(count);
    ms = Math.min(ms, performance.now() - from);
  }
  return ms;
}

const open = await engines[name]();
const bytes = readFileSync(path);
const before = process.memoryUsage().rss;
const started = performance.now();
const run = await open(bytes);
const openMs = performance.now() - started;
await run(1);
const firstMs = performance.now() - started;
const oneMs = await best(run, 1, 25);
const peakBytes = process.resourceUsage().maxRSS * 1024 - before;
const eightMs = (await best(run, atOnce, 5)) / atOnce;
console.log(JSON.stringify({ openMs, firstMs, oneMs, eightMs, peakBytes }));
