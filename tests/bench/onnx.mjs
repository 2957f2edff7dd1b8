// Loads one ONNX (of 12 leads unless told) in ONNX Runtime Web (WASM, one thread) and prints load time, best run time, peak memory.
import { readFileSync } from 'node:fs';
import * as ort from 'onnxruntime-web/wasm';

ort.env.wasm.numThreads = 1;
const [path, leads = '12'] = process.argv.slice(2);
const bytes = readFileSync(path);
const warm = performance.now();
await ort.InferenceSession.create(new Uint8Array(8)).catch(() => undefined); // the runtime itself
const started = performance.now();
const session = await ort.InferenceSession.create(bytes);
const loadMs = performance.now() - started;
const input = new ort.Tensor('float32', Float32Array.from({ length: 5000 * Number(leads) }, (_, i) => Math.sin(i * 0.37) + Math.sin(i * 0.011)), [1, Number(leads), 5000]);
let runMs = Infinity;
for (let i = 0; i < 15; i++) {
  const from = performance.now();
  await session.run({ [session.inputNames[0]]: input });
  runMs = Math.min(runMs, performance.now() - from);
}
console.log(JSON.stringify({ runtimeMs: started - warm, loadMs, runMs, peakBytes: process.resourceUsage().maxRSS * 1024 }));
