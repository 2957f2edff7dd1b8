import type { ThreadStart } from './kernels.js';

const patienceMs = 2000;

/** A thread, and whether it came: it may not where a browser or a policy forbids it. */
interface Thread {
  came: Promise<boolean>;
  end(): void;
}

/** Threads of the engine, which end with it. */
export class Threads {
  private readonly all: Thread[] = [];

  /** Resolves to how many came; never rejects, since the engine does without. */
  async start(starts: ThreadStart[]): Promise<number> {
    const startOne = typeof Worker === 'undefined' ? nodeThread : browserThread;
    const came = await Promise.all(starts.map(async (start) => {
      try {
        const thread = startOne(start);
        this.all.push(thread);
        return await thread.came;
      } catch {
        return false;
      }
    }));
    return came.filter(Boolean).length;
  }

  end(): void {
    for (const thread of this.all) thread.end();
  }
}

function browserThread(start: ThreadStart): Thread {
  const worker = new Worker(new URL('./thread.js', import.meta.url), { type: 'module', name: 'ecgfounder-thread' });
  const came = new Promise<boolean>((resolve) => {
    worker.onmessage = () => resolve(true);
    worker.onerror = (event) => (event.preventDefault(), resolve(false));
    setTimeout(() => resolve(false), patienceMs);
  });
  worker.postMessage(start);
  return { came, end: () => worker.terminate() };
}

function nodeThread(start: ThreadStart): Thread {
  const { Worker: NodeWorker } = process.getBuiltinModule('node:worker_threads');
  const worker = new NodeWorker(new URL('./thread.js', import.meta.url), { workerData: start });
  const came = new Promise<boolean>((resolve) => {
    worker.once('message', () => resolve(true));
    worker.once('error', () => resolve(false));
    setTimeout(() => resolve(false), patienceMs).unref();
  });
  void came.then(() => worker.unref()); // it keeps no program from ending
  return { came, end: () => void worker.terminate() };
}
