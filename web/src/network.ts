import type { RawOutput } from './core-types.js';
import type { EngineName } from './types.js';

export interface RunOptions {
  timeMap: boolean;
  signal: AbortSignal | undefined;
}

/** A network that is ready to run windows of [leads, samples]. */
export interface Network {
  readonly engine: EngineName;
  /** How many windows are best given at once. */
  readonly windowsAtOnce: number;
  /** Runs `count` windows, float32 [count, leads, samples]. Calls wait for one another. */
  run(windows: Float32Array, count: number, options: RunOptions): Promise<RawOutput[]>;
  release(): Promise<void>;
}

/** Work that is done one piece after another, in the order in which it was asked for. */
export class Queue {
  private last: Promise<unknown> = Promise.resolve();

  add<T>(work: () => Promise<T>): Promise<T> {
    const result = this.last.then(work, work);
    this.last = result.catch(() => undefined);
    return result;
  }
}

/** Lets messages in, so that a cancel is seen. Not by setTimeout, which browsers hold back by 4 ms. */
export function nextTask(): Promise<void> {
  if (typeof setImmediate === 'function') return new Promise((resolve) => setImmediate(resolve));
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
