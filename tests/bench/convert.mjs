// Converts a checkpoint as the page does, the ONNX held in memory, and prints time and peak memory.
import { closeSync, fstatSync, openSync, readSync, writeFileSync } from 'node:fs';
import { loadCore } from '../../dist/src/core.js';

const [checkpoint, out, dtype] = process.argv.slice(2);
const core = await loadCore();
const file = openSync(checkpoint, 'r');
const source = {
  size: fstatSync(file).size,
  read(offset, count) {
    const chunk = new Uint8Array(count);
    return readSync(file, chunk, 0, count, offset) === count ? chunk : null;
  },
};
globalThis.gc();
const before = process.memoryUsage().rss;
const started = performance.now();
const onnx = new Uint8Array(core.onnxSize(source, { dtype }));
let position = 0;
core.convertCheckpoint(source, { dtype }, (chunk) => {
  onnx.set(chunk, position);
  position += chunk.byteLength;
});
const ms = performance.now() - started;
const peakBytes = process.resourceUsage().maxRSS * 1024 - before;
closeSync(file);
writeFileSync(out, onnx);
console.log(JSON.stringify({ ms, peakBytes, onnxBytes: onnx.byteLength }));
