// Loads one ONNX in ONNX Runtime Web (WASM, one thread) and prints load time, best run time, peak memory.
import { readFileSync } from 'node:fs';
import * as ort from 'onnxruntime-web/wasm';

ort.env.wasm.numThreads = 1;
const bytes = readFileSync(process.argv[2]);
const warm = performance.now();
await ort.InferenceSession.create(new Uint8Array(8)).catch(() => undefined); // the runtime itself
const started = performance.now();
const session = await ort.InferenceSession.create(bytes);
const loadMs = performance.now() - started;
const input = new ort.Tensor('float32', Float32Array.from({ length: 60000 }, (_, i) => Math.sin(i * 0.37) + Math.sin(i * 0.011)), [1, 12, 5000]);
let runMs = Infinity;
for (let i = 0; i < 15; i++) {
  const from = performance.now();
  await session.run({ [session.inputNames[0]]: input });
  runMs = Math.min(runMs, performance.now() - from);
}
console.log(JSON.stringify({ runtimeMs: started - warm, loadMs, runMs, peakBytes: process.resourceUsage().maxRSS * 1024 }));
