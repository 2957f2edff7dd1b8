import type { CoreModule, Outcome } from './core-types.js';
import { EcgError } from './errors.js';

type Value<T> = T extends { value: infer V } ? V : never;

/** The C++ library: the same functions, but they return values and throw EcgError. */
export type Core = {
  [Name in keyof CoreModule]: (
    ...args: Parameters<CoreModule[Name]>
  ) => Value<ReturnType<CoreModule[Name]>>;
};

let loading: Promise<Core> | undefined;

/** Instantiates the embedded WebAssembly once; no request is made. */
export function loadCore(): Promise<Core> {
  loading ??= instantiate();
  return loading;
}

/** By a plain loop: Uint8Array.from() with a function takes a fifth of a second for the same. */
function decode(base64: string): Uint8Array {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

async function instantiate(): Promise<Core> {
  const [{ default: createCore }, { default: base64 }] = await Promise.all([
    import('../generated/core.mjs'),
    import('../generated/core-wasm.mjs'),
  ]);
  const module = await createCore({ wasmBinary: decode(base64) });
  const throwing = (name: keyof CoreModule) => (...args: unknown[]) => {
    const call = module[name] as (...args: unknown[]) => Outcome<unknown>;
    const outcome = call(...args);
    if ('error' in outcome) throw new EcgError(outcome.error.code, outcome.error.message);
    return outcome.value;
  };
  const names: (keyof CoreModule)[] = [
    'readRecording', 'missingFiles', 'twelveLeads', 'modelLeads', 'prepareInput', 'writeCsv', 'writeNpy',
    'onnxSize', 'convertCheckpoint', 'officialSha256', 'onnxInfo',
    'net1dOpen', 'net1dBegin', 'net1dStep', 'net1dOutputs', 'net1dClose', 'labels', 'readEvidence', 'readCalibration',
    'outsideDomain', 'readScores',
    'readLabelTable', 'refuseOverlap', 'readScoreTable', 'scoreTableHead', 'scoreTableRow', 'evaluate', 'calibrate',
  ];
  return Object.fromEntries(names.map((name) => [name, throwing(name)])) as unknown as Core;
}
