// Runs an ONNX model of a golden case in our engine or in ONNX Runtime Web, and says how far the answers
// are from PyTorch's float64.
import * as ort from 'onnxruntime-web/wasm';
import { instantiateCore } from '../../dist/src/core.js';
import { openNet1D } from '../../dist/src/net1d.js';
import { Threads } from '../../dist/src/threads.js';
import './relaxed_simd.mjs';

ort.env.wasm.numThreads = 1;

const MASK = (1n << 64n) - 1n;

function hashName(name) {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(name))
    hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & MASK;
  return hash;
}

/** The input of tests/support/random_weights.cpp: float32 [windows, leads, samples]. */
export function randomInput(windows, leads, samples) {
  const out = new Float32Array(windows * leads * samples);
  const hash = hashName('ecg');
  for (let i = 0; i < out.length; ++i) {
    let z = (hash + BigInt(i + 1) * 0x9e3779b97f4a7c15n) & MASK;
    z = ((z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n) & MASK;
    z = ((z ^ (z >> 27n)) * 0x94d049bb133111ebn) & MASK;
    z ^= z >> 31n;
    const uniform = (Number(z >> 40n) - 2 ** 23) / 2 ** 23;
    out[i] = uniform + (i % samples % 400 < 16 ? 4 : -0.125);
  }
  return out;
}

export const largest = (a, b) => Array.prototype.reduce.call(a, (most, x, i) => Math.max(most, Math.abs(x - b[i])), 0);

function std(values) {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  return Math.sqrt(values.reduce((a, b) => a + (b - mean) ** 2, 0) / values.length);
}

/** How far a time map's sum over time is from the logits, at most. */
function timeMapSum(map, logits, steps) {
  return logits.reduce((most, logit, row) => {
    let sum = 0;
    for (let t = 0; t < steps; ++t) sum += map[row * steps + t];
    return Math.max(most, Math.abs(sum - logit));
  }, 0);
}

const inputOf = ({ config, windows }) => randomInput(windows, config.leads, config.samples);

/** Outputs of all windows one after another, as float32. */
export async function runInOrt(model, golden) {
  const session = await ort.InferenceSession.create(model, { executionProviders: ['wasm'] });
  const ecg = new ort.Tensor('float32', inputOf(golden), [golden.windows, golden.config.leads, golden.config.samples]);
  const { logits, features, time_map: timeMap } = await session.run({ ecg });
  await session.release();
  return { logits: logits.data, features: features.data, timeMap: timeMap.data };
}

const cores = {};

async function startCore(simd) {
  const core = await instantiateCore(simd);
  await new Threads().start(core.threads);
  return core;
}

/** The same, `atOnce` windows at a time, with the kernels `simd`, in parts for so many threads. */
export async function runInNet1D(model, golden, { simd = 'plain', threads = 1, atOnce = 1 } = {}) {
  const network = openNet1D(await (cores[simd] ??= startCore(simd)), model, threads);
  const input = inputOf(golden);
  const size = input.length / golden.windows;
  const outputs = [];
  for (let w = 0; w < golden.windows; w += atOnce) {
    const count = Math.min(atOnce, golden.windows - w);
    outputs.push(...(await network.run(input.slice(w * size, (w + count) * size), count, { timeMap: true, signal: undefined })));
  }
  await network.release();
  const joined = (name) => Float32Array.from(outputs.flatMap((output) => [...output[name]]));
  return { logits: joined('logits'), features: joined('features'), timeMap: joined('timeMap') };
}

/** Differences are the largest absolute ones; `logitsStd` is the scale to see them against. */
export function compareWithGolden({ logits, features, timeMap }, golden) {
  const samples = golden.timeMap.map((_, i) => timeMap[i * golden.timeMapStep]);
  return {
    logits: largest(golden.logits, logits),
    features: largest(golden.features, features),
    timeMap: largest(golden.timeMap, samples),
    timeMapSum: timeMapSum(timeMap, [...logits], golden.timeSteps),
    logitsStd: std(golden.logits),
  };
}
