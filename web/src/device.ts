import type { AssetName } from './assets.js';
import type { Core } from './core.js';
import { EcgError, errorCode } from './errors.js';
import { openNet1D } from './net1d.js';
import type { Network } from './network.js';
import { type InputShape, openOrt } from './ort.js';
import type { DeviceChoice, EngineChoice, OnProgress } from './types.js';
import { type Verdict, recallVerdict, rememberVerdict } from './verdicts.js';

export interface DeviceRequest {
  onnx: Uint8Array;
  shape: InputShape;
  device: 'auto' | 'webgpu' | 'wasm';
  engine: EngineChoice;
  core: Core;
  /** Of our own engine. */
  threads: number;
  /** Identifies the model in the remembered verdicts; null: never remembered. */
  modelKey: string | null;
  assets: (name: AssetName) => Promise<ArrayBuffer>;
  onProgress: OnProgress;
}

/** Largest difference from our engine at which a GPU is trusted, relative to the largest logit (or 1). */
const selfTestTolerance = 1e-3;

/**
 * Opens the model on the device asked for. On WASM our own engine runs it, or ONNX Runtime Web where
 * that is asked for; on WebGPU ONNX Runtime Web. `auto` takes WebGPU only after it has computed a fixed
 * window as our engine does, once for each GPU and model; otherwise WASM, with the reason.
 * @throws EcgError `bad-option` for our engine on WebGPU, `asset-missing`, `session-failed`
 */
export async function openOnDevice(request: DeviceRequest): Promise<DeviceChoice & { network: Network }> {
  const openInOrt = (device: 'webgpu' | 'wasm') => openOrt(request.onnx, device, request.shape, request.assets);
  const wasm = async (reason: string) => {
    if (request.engine === 'ort') return { device: 'wasm', engine: 'ort', reason, network: await openInOrt('wasm') } as const;
    const { core, onnx, threads } = request;
    return { device: 'wasm', engine: 'net1d', simd: core.simd, threads, reason, network: openNet1D(core, onnx, threads) } as const;
  };

  if (request.engine === 'net1d') {
    if (request.device === 'webgpu')
      throw new EcgError('bad-option', "The engine net1d runs on WASM only: leave out the engine or the device.");
    return wasm('The engine net1d was asked for, which runs on WASM.');
  }
  if (request.device === 'wasm') return wasm('WASM was asked for.');
  const gpu = await theGpu();
  if (typeof gpu === 'string') return wasm(gpu);

  const key = request.modelKey && `${request.modelKey} ${gpu.id}`;
  const known = key ? await recallVerdict(key) : undefined;
  if (known && !known.trusted) return wasm(known.reason);
  try {
    const network = await openInOrt('webgpu');
    if (known) return { device: 'webgpu', engine: 'ort', reason: known.reason, network };
    const verdict = await selfTest(network, request, gpu.name);
    if (key) await rememberVerdict(key, verdict);
    if (verdict.trusted) return { device: 'webgpu', engine: 'ort', reason: verdict.reason, network };
    await network.release();
    return wasm(verdict.reason);
  } catch (error) {
    if (errorCode(error) === 'asset-missing') throw error;
    return wasm(`WebGPU failed on ${gpu.name} (${(error as Error).message}), so WASM runs the model.`);
  }
}

let gpuDescription: ReturnType<typeof describeGpu> | undefined;

/** The GPU, or why there is none. A browser may take a second to say: ask early, and once. */
export function theGpu(): ReturnType<typeof describeGpu> {
  gpuDescription ??= describeGpu();
  return gpuDescription;
}

/** `navigator.gpu` may be there with no adapter behind it. */
async function describeGpu(): Promise<{ id: string; name: string } | string> {
  const gpu = (globalThis.navigator as Navigator | undefined)?.gpu;
  if (!gpu) return 'This browser has no WebGPU, so WASM runs the model.';
  const adapter = await gpu.requestAdapter().catch(() => null);
  if (!adapter) return 'WebGPU found no graphics adapter, so WASM runs the model.';
  const { vendor, architecture, device, description } = adapter.info;
  const words = [vendor, architecture, device, description].filter(Boolean);
  return { id: words.join('/'), name: words.slice(0, 2).join(' ') || 'this GPU' };
}

async function selfTest(gpu: Network, request: DeviceRequest, gpuName: string): Promise<Verdict> {
  request.onProgress({ status: 'progress', what: 'self-test', loaded: 0, total: 1 });
  const window = testWindow(request.shape);
  const reference = openNet1D(request.core, request.onnx, request.threads);
  try {
    const logitsOf = async (network: Network) =>
      (await network.run(window, 1, { timeMap: false, signal: undefined }))[0]!.logits;
    const expected = await logitsOf(reference);
    const actual = await logitsOf(gpu);
    const scale = Math.max(1, ...expected.map(Math.abs));
    const difference = expected.reduce((worst, value, i) => {
      const off = Math.abs(value - actual[i]!);
      return Number.isFinite(off) ? Math.max(worst, off) : Infinity;
    }, 0);
    const trusted = difference <= selfTestTolerance * scale;
    const measured = `${difference.toExponential(1)} from WASM on a fixed window`;
    return {
      trusted,
      reason: trusted
        ? `WebGPU on ${gpuName} is ${measured}: trusted.`
        : `WebGPU on ${gpuName} is ${measured}, more than ${selfTestTolerance * scale}: not trusted, so WASM runs the model.`,
    };
  } finally {
    await reference.release();
    request.onProgress({ status: 'done', what: 'self-test', loaded: 1, total: 1 });
  }
}

/** A fixed window with energy at all the frequencies that an ECG has: [leads, samples], about unit std. */
function testWindow({ leads, samples }: InputShape): Float32Array {
  const window = new Float32Array(leads * samples);
  for (let lead = 0; lead < leads; lead++)
    for (let t = 0; t < samples; t++) {
      const seconds = t / 500;
      const beat = Math.exp(-((((seconds + 0.01 * lead) % 0.83) - 0.3) ** 2) / 2e-4);
      window[lead * samples + t] =
        (lead % 3 === 0 ? 4 : -2) * beat + 0.4 * Math.sin(2 * Math.PI * (1.2 + lead) * seconds) - 0.2;
    }
  return window;
}
