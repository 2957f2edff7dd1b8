// The worker that sees the ECG. Its own response can carry `connect-src 'none'`: it asks the page for
// the few files that it needs and makes no request itself.
import type { AssetName } from './assets.js';
import { Engine } from './engine.js';
import type { ThreadStart } from './kernels.js';
import { type FromWorker, type Method, fromWire, type ToWorker, toWire } from './rpc.js';

const scope = globalThis as unknown as DedicatedWorkerGlobalScope;
const send = (message: FromWorker, transfer: Transferable[] = []) => scope.postMessage(message, transfer);

interface Pending {
  resolve: (bytes: ArrayBuffer) => void;
  reject: (error: unknown) => void;
}
const assets = new Map<AssetName, Pending>();
const askForAsset = (name: AssetName) => new Promise<ArrayBuffer>((resolve, reject) => {
  assets.set(name, { resolve, reject });
  send({ kind: 'asset', name });
});
let threadsCame: (came: number) => void;
const askForThreads = (starts: ThreadStart[]) => new Promise<number>((resolve) => {
  threadsCame = resolve;
  send({ kind: 'threads', starts });
});
const engine = new Engine(askForAsset, askForThreads);

/** The samples of a recording that was made for the page: handed over, since a day of them takes 100s of MB. */
function samplesOf(value: unknown): Transferable[] {
  const { samples } = (value ?? {}) as { samples?: unknown };
  return samples instanceof Float32Array ? [samples.buffer] : [];
}

const running = new Map<number, AbortController>();

async function call(id: number, method: Method, args: unknown[]): Promise<void> {
  const controller = new AbortController();
  running.set(id, controller);
  try {
    const context = {
      signal: controller.signal,
      onProgress: (event: Extract<FromWorker, { kind: 'progress' }>['event']) => send({ kind: 'progress', id, event }),
    };
    const value = await (engine[method] as (...args: unknown[]) => Promise<unknown>).call(engine, ...args, context);
    send({ kind: 'result', id, value }, samplesOf(value));
  } catch (error) {
    send({ kind: 'error', id, error: toWire(error) });
  } finally {
    running.delete(id);
  }
}

scope.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'call') void call(data.id, data.method, data.args);
  else if (data.kind === 'cancel') running.get(data.id)?.abort();
  else if (data.kind === 'threads') threadsCame(data.came);
  else {
    const pending = assets.get(data.name);
    if (data.bytes) pending?.resolve(data.bytes);
    else if (data.error) pending?.reject(fromWire(data.error));
  }
};
