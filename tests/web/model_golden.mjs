// Runs an ONNX model of a golden case in ONNX Runtime Web and says how far it is from PyTorch's
// float64.
import * as ort from 'onnxruntime-web/wasm';

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

const largest = (a, b) => a.reduce((most, x, i) => Math.max(most, Math.abs(x - b[i])), 0);

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

/**
 * Loads `model` (bytes) and compares it with `golden`. Differences are the largest
 * absolute ones; `logitsStd` is the scale to see them against.
 */
export async function compareWithGolden(model, golden) {
  const { config, windows } = golden;
  const start = performance.now();
  const session = await ort.InferenceSession.create(model, { executionProviders: ['wasm'] });
  const loadMs = performance.now() - start;
  const data = randomInput(windows, config.leads, config.samples);
  const ecg = new ort.Tensor('float32', data, [windows, config.leads, config.samples]);
  const { logits, features, time_map: map } = await session.run({ ecg });
  const samples = golden.timeMap.map((_, i) => map.data[i * golden.timeMapStep]);
  const ran = performance.now();
  await session.run({ ecg });
  const runMs = performance.now() - ran;
  await session.release();
  return {
    logits: largest(golden.logits, logits.data),
    features: largest(golden.features, features.data),
    timeMap: largest(golden.timeMap, samples),
    timeMapSum: timeMapSum(map.data, [...logits.data], golden.timeSteps),
    logitsStd: std(golden.logits),
    loadMs,
    runMs,
  };
}
