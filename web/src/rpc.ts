import type { AssetName } from './assets.js';
import type { Engine } from './engine.js';
import type { ThreadStart } from './kernels.js';
import { EcgError } from './errors.js';
import type { ProgressEvent } from './types.js';

/** The engine's calls, all of which take one argument list and may be cancelled. */
export type Method = 'read' | 'missingFiles' | 'deidentify' | 'twelveLeads' | 'measure' | 'labels' | 'load' | 'analyze' | 'dispose';
export type Result<M extends Method> = Awaited<ReturnType<Engine[M]>>;

export type ToWorker =
  | { kind: 'call'; id: number; method: Method; args: unknown[] }
  | { kind: 'cancel'; id: number }
  | { kind: 'asset'; name: AssetName; bytes?: ArrayBuffer; error?: WireError }
  /** So many threads came. */
  | { kind: 'threads'; came: number };

export type FromWorker =
  | { kind: 'result'; id: number; value: unknown }
  | { kind: 'error'; id: number; error: WireError }
  | { kind: 'progress'; id: number; event: ProgressEvent }
  | { kind: 'asset'; name: AssetName }
  | { kind: 'threads'; starts: ThreadStart[] };

export interface WireError {
  code: string;
  message: string;
}

export function toWire(error: unknown): WireError {
  const { code, message } = error as Partial<WireError>;
  return { code: typeof code === 'string' ? code : 'internal', message: message ?? String(error) };
}

export function fromWire({ code, message }: WireError): EcgError {
  return new EcgError(code, message);
}
