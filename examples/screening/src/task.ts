import { errorCode } from 'ecgfounder-web';

export type Outcome<T> =
  | { kind: 'done'; value: T }
  | { kind: 'failed'; error: unknown }
  | { kind: 'cancelled' }
  /** A newer run has taken its place: nothing of this one may be shown. */
  | { kind: 'superseded' };

/** Work of which only the latest counts: a new run cancels the one before. */
export class Task {
  private controller: AbortController | undefined;

  get running(): boolean {
    return this.controller !== undefined;
  }

  cancel(): void {
    this.controller?.abort();
  }

  async run<T>(work: (signal: AbortSignal) => Promise<T>): Promise<Outcome<T>> {
    this.cancel();
    const controller = new AbortController();
    this.controller = controller;
    const outcome = await settle(work(controller.signal), controller.signal);
    if (this.controller !== controller) return { kind: 'superseded' };
    this.controller = undefined;
    return outcome;
  }
}

async function settle<T>(work: Promise<T>, signal: AbortSignal): Promise<Outcome<T>> {
  try {
    const value = await work;
    return signal.aborted ? { kind: 'cancelled' } : { kind: 'done', value };
  } catch (error) {
    return signal.aborted || errorCode(error) === 'aborted' ? { kind: 'cancelled' } : { kind: 'failed', error };
  }
}
