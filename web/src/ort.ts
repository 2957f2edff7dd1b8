import type { InferenceSession } from 'onnxruntime-common';
import type { AssetName } from './assets.js';
import type { RawOutput } from './core-types.js';
import { EcgError, throwIfAborted } from './errors.js';
import { type Network, Queue } from './network.js';
import type { Device } from './types.js';

type Ort = typeof import('onnxruntime-web');

export interface InputShape {
  leads: number;
  samples: number;
}

const runtimes = new Map<Device, Promise<Ort>>();

/** ONNX Runtime Web for a device: its plain WASM build, or, loaded only when wanted, the WebGPU one. */
function loadRuntime(device: Device, assets: (name: AssetName) => Promise<ArrayBuffer>): Promise<Ort> {
  let runtime = runtimes.get(device);
  if (!runtime) {
    runtime = (async () => {
      const ort = (device === 'webgpu'
        ? await import('onnxruntime-web/webgpu')
        : await import('onnxruntime-web/wasm')) as unknown as Ort;
      ort.env.wasm.wasmBinary = await assets(device === 'webgpu' ? 'ort-webgpu' : 'ort-wasm');
      ort.env.wasm.numThreads = 1;
      ort.env.logLevel = 'error';
      return ort;
    })();
    runtime.catch(() => runtimes.delete(device));
    runtimes.set(device, runtime);
  }
  return runtime;
}

/** ONNX Runtime Web runs one call at a time. */
const queue = new Queue();

/**
 * Opens our ONNX in ONNX Runtime Web on a device.
 * @throws EcgError `asset-missing` when ONNX Runtime's files are not there, `session-failed` when it
 *   cannot open the model on this device.
 */
export async function openOrt(
  onnx: Uint8Array,
  device: Device,
  shape: InputShape,
  assets: (name: AssetName) => Promise<ArrayBuffer>,
): Promise<Network> {
  const ort = await loadRuntime(device, assets);
  const session = await queue.add(async () => {
    try {
      return await ort.InferenceSession.create(onnx, { executionProviders: [device] });
    } catch (cause) {
      throw new EcgError('session-failed', `ONNX Runtime cannot open this model on ${device}: ${firstLine(cause)}`, { cause });
    }
  });
  const size = shape.leads * shape.samples;
  return {
    engine: 'ort',
    windowsAtOnce: 1,
    run: (windows, count, { timeMap, signal }) => queue.add(async () => {
      const outputs: RawOutput[] = [];
      for (let w = 0; w < count; w++) {
        throwIfAborted(signal);
        outputs.push(await runWindow(ort, session, shape, windows.slice(w * size, (w + 1) * size), timeMap));
      }
      return outputs;
    }),
    release: () => queue.add(() => session.release()),
  };
}

async function runWindow(
  ort: Ort,
  session: InferenceSession,
  { leads, samples }: InputShape,
  window: Float32Array,
  wantTimeMap: boolean,
): Promise<RawOutput> {
  const input = new ort.Tensor('float32', window, [1, leads, samples]);
  const fetches = wantTimeMap ? ['logits', 'features', 'time_map'] : ['logits', 'features'];
  let outputs: InferenceSession.OnnxValueMapType;
  try {
    outputs = await session.run({ ecg: input }, fetches);
  } catch (cause) {
    throw new EcgError('run-failed', `ONNX Runtime failed while running the model: ${firstLine(cause)}`, { cause });
  }
  const values = (name: string) => Float32Array.from(outputs[name]!.data as Float32Array);
  const result: RawOutput = { logits: values('logits'), features: values('features') };
  if (wantTimeMap) result.timeMap = values('time_map');
  return result;
}

function firstLine(cause: unknown): string {
  return String((cause as Error)?.message ?? cause).split('\n')[0]!;
}
