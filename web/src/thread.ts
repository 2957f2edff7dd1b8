// A thread of the engine: it runs parts of a network's layers in the memory of the worker that sees the ECG.
import { instantiateKernels, type ThreadStart } from './kernels.js';

function join({ kernels, memory, team, stack }: ThreadStart, ready: () => void): void {
  const { joinTeam } = instantiateKernels(kernels, memory, stack);
  ready();
  joinTeam(team);
}

if (typeof process === 'object' && process.getBuiltinModule) {
  const { parentPort, workerData } = process.getBuiltinModule('node:worker_threads');
  join(workerData, () => parentPort!.postMessage('ready'));
} else {
  const scope = globalThis as unknown as DedicatedWorkerGlobalScope;
  scope.onmessage = ({ data }: MessageEvent<ThreadStart>) => join(data, () => scope.postMessage('ready'));
}
