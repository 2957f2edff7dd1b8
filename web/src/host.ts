import { loadAsset } from './assets.js';
import type { Engine } from './engine.js';
import { aborted, EcgError } from './errors.js';
import { fromWire, type FromWorker, type Method, type Result, type ToWorker, toWire } from './rpc.js';
import { Threads } from './threads.js';
import type { OnProgress } from './types.js';

export interface CallOptions {
  signal?: AbortSignal | undefined;
  onProgress?: OnProgress | undefined;
}

/** Where the engine runs: in a worker, or (under Node, or when asked) in this very thread. */
export interface Host {
  call<M extends Method>(method: M, args: unknown[], options?: CallOptions): Promise<Result<M>>;
}

let shared: Host | undefined;

/** The one engine of this page: a worker where there are workers. */
export function sharedHost(): Host {
  shared ??= typeof Worker === 'undefined' ? new InlineHost() : new WorkerHost();
  return shared;
}

class InlineHost implements Host {
  private readonly threads = new Threads();
  private engine: Promise<Engine> | undefined;

  async call<M extends Method>(method: M, args: unknown[], options: CallOptions = {}): Promise<Result<M>> {
    // Loaded only here: a page whose worker has the engine does not carry it twice.
    this.engine ??= import('./engine.js').then(({ Engine }) => new Engine(loadAsset, (starts) => this.threads.start(starts)));
    const engine = await this.engine;
    const context = { signal: options.signal, onProgress: options.onProgress ?? (() => undefined) };
    const run = engine[method] as (...args: unknown[]) => Promise<Result<M>>;
    return run.call(engine, ...args, context);
  }
}

interface Waiting {
  resolve: (value: never) => void;
  reject: (error: unknown) => void;
  onProgress: OnProgress | undefined;
}

class WorkerHost implements Host {
  private readonly worker: Worker;
  private readonly threads = new Threads();
  private readonly waiting = new Map<number, Waiting>();
  private nextId = 1;

  constructor() {
    this.worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module', name: 'ecgfounder' });
    this.worker.onmessage = ({ data }: MessageEvent<FromWorker>) => this.receive(data);
    this.worker.onerror = (event) => {
      event.preventDefault();
      this.fail(new EcgError('worker-failed', `The worker stopped: ${event.message || 'it could not be loaded'}. Reload the page.`));
    };
  }

  call<M extends Method>(method: M, args: unknown[], { signal, onProgress }: CallOptions = {}): Promise<Result<M>> {
    if (signal?.aborted) return Promise.reject(aborted());
    const id = this.nextId++;
    return new Promise((resolve, reject) => {
      // A cancelled call ends at once for the caller; the worker stops at its next window.
      const cancel = () => {
        this.waiting.delete(id);
        this.send({ kind: 'cancel', id });
        reject(aborted());
      };
      signal?.addEventListener('abort', cancel, { once: true });
      const settled = () => signal?.removeEventListener('abort', cancel);
      this.waiting.set(id, {
        resolve: (value) => (settled(), resolve(value)),
        reject: (error) => (settled(), reject(error)),
        onProgress,
      });
      this.send({ kind: 'call', id, method, args });
    });
  }

  private send(message: ToWorker, transfer: Transferable[] = []): void {
    this.worker.postMessage(message, transfer);
  }

  private receive(message: FromWorker): void {
    if (message.kind === 'asset') {
      const { name } = message;
      loadAsset(name).then(
        (bytes) => this.send({ kind: 'asset', name, bytes }, [bytes]),
        (error) => this.send({ kind: 'asset', name, error: toWire(error) }),
      );
      return;
    }
    if (message.kind === 'threads') {
      void this.threads.start(message.starts).then((came) => this.send({ kind: 'threads', came }));
      return;
    }
    const call = this.waiting.get(message.id);
    if (message.kind === 'progress') return call?.onProgress?.(message.event);
    this.waiting.delete(message.id);
    if (message.kind === 'result') call?.resolve(message.value as never);
    else call?.reject(fromWire(message.error));
  }

  private fail(error: EcgError): void {
    if (shared === this) shared = undefined;
    this.worker.terminate();
    this.threads.end();
    for (const call of this.waiting.values()) call.reject(error);
    this.waiting.clear();
  }
}
