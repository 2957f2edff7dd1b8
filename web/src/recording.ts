import type { ReadOptions } from './core-types.js';
import type { NamedSource } from './engine.js';
import { EcgError } from './errors.js';
import type { Examination } from './examination.js';
import { sharedHost } from './host.js';
import type { Label, Recording } from './types.js';

/** A file as a page or a program has it. Bytes need a name of their own where the format needs one. */
export type FileInput = File | Blob | ArrayBuffer | Uint8Array | NamedSource;

export interface ReadRecordingOptions extends ReadOptions {
  /** Also give who `recording.patient` is; only age and sex otherwise. */
  identity?: boolean;
  /** Also give `recording.interpretation`, the device's own statements; left behind otherwise. */
  interpretation?: boolean;
  signal?: AbortSignal;
}

/**
 * Reads an ECG from a file, from several that belong together (a WFDB header and its signals), or from a ZIP or
 * a folder's files: the first recording among them, or the one of the number `recording`.
 *
 * @returns float32 samples in mV, lead-major, NaN where missing
 * @throws EcgError with a stable `code` (`unsupported-format`, `missing-file`, `truncated`,
 *   `unit-unknown`, ...) and one sentence that says what is wrong, where, and what to do
 */
export async function readRecording(
  input: FileInput | FileInput[],
  { signal, ...options }: ReadRecordingOptions = {},
): Promise<Recording> {
  return sharedHost().call('read', [namedSources(input), options], { signal });
}

/** Names of files that are still needed to read these: add them and ask again. */
export async function missingFiles(input: FileInput | FileInput[]): Promise<string[]> {
  return sharedHost().call('missingFiles', [namedSources(input)]);
}

/**
 * The recording without who it is of: name, id, birth date, when it was recorded and free text, the device's
 * statements included. Kept are the sex and the age, "90+" from 90 on.
 */
export async function deidentify(recording: Recording): Promise<Recording> {
  const { patient, interpretation, ...kept } = recording;
  return patient ? { ...kept, patient: await sharedHost().call('deidentify', [patient]) } : kept;
}

/** The twelve standard leads of a recording, those derived from I and II said in its diagnostics. */
export async function twelveLeads(recording: Recording): Promise<Recording> {
  // Refused where the leads are not there, before a day of samples has gone to the worker.
  await sharedHost().call('twelveLeads', [{ ...recording, length: 0, samples: new Float32Array() }]);
  return sharedHost().call('twelveLeads', [recording]);
}

/**
 * Whether a recording is fit to interpret, its beats, and what a cardiologist measures: no model is needed.
 * An abort ends the wait; the worker still finishes.
 */
export async function measureRecording(recording: Recording, { signal }: { signal?: AbortSignal } = {}): Promise<Examination> {
  const { patient: _left, interpretation: _apart, ...anonymous } = recording;
  return sharedHost().call('measure', [anonymous], { signal });
}

/** ECGFounder's 150 labels in the order of its outputs, then those that only the bundled models have. */
export async function labels(): Promise<Label[]> {
  return sharedHost().call('labels', []);
}

function namedSources(input: FileInput | FileInput[]): NamedSource[] {
  return (Array.isArray(input) ? input : [input]).map(namedSource);
}

function namedSource(input: FileInput): NamedSource {
  if (input instanceof Blob) return { name: 'name' in input ? (input as File).name : 'file', bytes: input };
  if (input instanceof ArrayBuffer) return { name: 'file', bytes: new Uint8Array(input) };
  if (input instanceof Uint8Array) return { name: 'file', bytes: input };
  if (typeof input?.name === 'string' && (input.bytes instanceof Blob || input.bytes instanceof Uint8Array)) return input;
  throw new EcgError('bad-option', 'readRecording takes a File, a Blob, bytes, or { name, bytes }.');
}
