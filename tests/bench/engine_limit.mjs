// What one thread can do at best: G multiply-adds a second of vectors in registers, without and with fused
// multiply-add, and GB read a second. Prints JSON.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../web/build/run.mjs';
import '../web/relaxed_simd.mjs';

const rounds = 200000, productsOfARound = 32;
const values = 1 << 16, out = 1 << 17, many = 1 << 20, floats = 32 << 20; // 128 MiB: more than a cache holds

function load(name) {
  const memory = new WebAssembly.Memory({ initial: 2100, maximum: 65536 });
  new Float32Array(memory.buffer).fill(0.5);
  const module = new WebAssembly.Module(readFileSync(join(root, 'build/wasm/tests', name)));
  return new WebAssembly.Instance(module, { env: { memory } }).exports;
}

function leastMs(work) {
  let least = Infinity;
  for (let i = 0; i < 40; i++) {
    const from = performance.now();
    work();
    least = Math.min(least, performance.now() - from);
  }
  return least;
}

const plain = load('simd-limit.wasm'), relaxed = load('simd-limit-relaxed.wasm');
const gmacs = ({ multiplyAdd }) => (1e-6 * rounds * productsOfARound) / leastMs(() => multiplyAdd(values, out, rounds));
console.log(JSON.stringify({ plain: gmacs(plain), relaxed: gmacs(relaxed), gigabytes: (4e-6 * floats) / leastMs(() => plain.readAll(many, floats)) }));
