import type { CoreModule, Outcome } from './core-types.js';
import { EcgError } from './errors.js';
import { compileKernels, decode, instantiateKernels, type ThreadStart } from './kernels.js';
import type { Simd } from './types.js';

type Value<T> = T extends { value: infer V } ? V : never;

/** The C++ library: the same functions, but they return values and throw EcgError. */
export type Core = {
  [Name in keyof CoreModule]: (
    ...args: Parameters<CoreModule[Name]>
  ) => Value<ReturnType<CoreModule[Name]>>;
} & {
  readonly simd: Simd;
  /** The threads that may join it, none where memory cannot be shared. */
  readonly threads: ThreadStart[];
};

/** As many as a phone has fast processors; measured on two only. */
const mostThreads = 4;

let loading: Promise<Core> | undefined;

/** Instantiates the embedded WebAssembly once; no request is made. */
export function loadCore(): Promise<Core> {
  loading ??= instantiateCore();
  return loading;
}

/** Another instance than the page's own, with the kernels asked for. */
export async function instantiateCore(simd?: Simd): Promise<Core> {
  if (mayShareMemory()) {
    try {
      return await instantiate(true, simd);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error; // no room in the address space for all that shared memory may become
    }
  }
  return instantiate(false, simd);
}

/** In a page that is cross-origin isolated, and under Node. */
function mayShareMemory(): boolean {
  return globalThis.crossOriginIsolated ?? typeof SharedArrayBuffer !== 'undefined';
}

async function instantiate(shared: boolean, wanted: Simd | undefined): Promise<Core> {
  const [{ default: createCore }, { default: embedded }, { simd, module: kernels }] = await Promise.all([
    import('../generated/core.mjs'),
    import('../generated/core-wasm.mjs'),
    compileKernels(shared, wanted),
  ]);
  let instance: WebAssembly.Instance;
  const module = await new Promise<CoreModule>((resolve, reject) => {
    const instantiateWasm = (imports: WebAssembly.Imports, receive: (instance: WebAssembly.Instance) => void) => {
      WebAssembly.instantiate(decode(embedded, shared), imports)
        .then((made) => receive((instance = made.instance)))
        .catch(reject);
      return {};
    };
    createCore({ instantiateWasm }).then(resolve, reject);
  });
  const throwing = (name: keyof CoreModule) => (...args: unknown[]) => {
    const call = module[name] as (...args: unknown[]) => Outcome<unknown>;
    const outcome = call(...args);
    if ('error' in outcome) throw new EcgError(outcome.error.code, outcome.error.message);
    return outcome.value;
  };
  const names: (keyof CoreModule)[] = [
    'readRecording', 'missingFiles', 'deidentify', 'twelveLeads', 'modelLeads', 'prepareInput', 'writeCsv', 'writeNpy',
    'onnxSize', 'convertCheckpoint', 'officialSha256', 'onnxInfo',
    'net1dUse', 'net1dOpen', 'net1dBegin', 'net1dStep', 'net1dOutputs', 'net1dClose', 'labels', 'readEvidence', 'readCalibration',
    'outsideDomain', 'readScores', 'examine', 'evaluateBeats', 'summarizeBeats',
    'readLabelTable', 'refuseOverlap', 'readScoreTable', 'scoreTableHead', 'scoreTableRow', 'evaluate', 'calibrate',
  ];
  const core = Object.fromEntries(names.map((name) => [name, throwing(name)])) as unknown as Core;

  const memory = Object.values(instance!.exports).find((each) => each instanceof WebAssembly.Memory)!;
  const table = Object.values(instance!.exports).find((each) => each instanceof WebAssembly.Table)!;
  const runJob = table.grow(1);
  const { team, stacks: [own, ...others] } = core.net1dUse(runJob, shared ? threadsOfDevice() : 1);
  table.set(runJob, instantiateKernels(kernels, memory, own!).runJob);
  const threads = others.map((stack) => ({ kernels, memory, team, stack }));
  return Object.assign(core, { simd, threads });
}

function threadsOfDevice(): number {
  const processors = globalThis.navigator?.hardwareConcurrency ?? process.getBuiltinModule('node:os').availableParallelism();
  return Math.min(processors, mostThreads);
}
