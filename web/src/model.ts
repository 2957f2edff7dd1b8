import type { Core } from './core.js';
import type { ByteSource } from './core-types.js';
import { EcgError } from './errors.js';
import { allBytes, type Bytes, byteSource } from './sources.js';
import type { Dtype, ModelInfo, OnProgress, Preset } from './types.js';

/** A model as ONNX bytes, and what those bytes say about themselves. */
export interface OpenedModel {
  onnx: Uint8Array;
  info: ModelInfo;
  preset: Preset;
  inputSamples: number;
  /** Of the checkpoint that the ONNX was made from; empty if not known. */
  checkpointSha256: string;
}

export interface ModelRequest {
  name: string;
  model: Bytes;
  dtype: Dtype;
}

/**
 * Opens an ONNX of ours, or converts an official checkpoint (.pth or safetensors) to one, tensor by
 * tensor: the checkpoint is never in memory as a whole.
 */
export async function openModel(core: Core, request: ModelRequest, onProgress: OnProgress): Promise<OpenedModel> {
  const source = await byteSource(request.model);
  const onnx = looksLikeCheckpoint(source)
    ? convert(core, source, request.dtype, onProgress)
    : await allBytes(request.model);
  const about = core.onnxInfo({
    size: onnx.byteLength,
    read: (offset, count) => onnx.subarray(offset, offset + count),
  });
  const { leads, labels, weightType, inputSamples } = about;
  const preset = about.preset as Preset;
  return {
    onnx,
    info: { name: request.name, sha256: await sha256(onnx), leads, labels, preset, weightType },
    preset,
    inputSamples,
    checkpointSha256: about.sourceSha256,
  };
}

function convert(core: Core, source: ByteSource, dtype: Dtype, onProgress: OnProgress): Uint8Array {
  const report = (status: 'initiate' | 'progress' | 'done', loaded: number, total: number) =>
    onProgress({ status, what: 'convert', loaded, total });
  const options = { dtype, sourceSha256: core.officialSha256(source) };
  const size = core.onnxSize(source, options);
  report('initiate', 0, size);
  let onnx: Uint8Array;
  try {
    onnx = new Uint8Array(size);
  } catch (cause) {
    throw new EcgError('out-of-memory', `The converted model needs ${Math.ceil(size / 1e6)} MB of memory: close other tabs and try again.`, { cause });
  }
  let position = 0;
  core.convertCheckpoint(source, { ...options, onProgress: (done, total) => report('progress', done, total) }, (chunk) => {
    onnx.set(chunk, position);
    position += chunk.byteLength;
  });
  report('done', size, size);
  return onnx;
}

/** A checkpoint is a ZIP (torch.save) or safetensors: an 8-byte length and a JSON object. */
export function looksLikeCheckpoint(source: ByteSource): boolean {
  const head = source.read(0, Math.min(9, source.size));
  if (!head || head.length < 9) return true;
  return (head[0] === 0x50 && head[1] === 0x4b) || head[8] === 0x7b;
}

async function sha256(bytes: Uint8Array): Promise<string | null> {
  if (!globalThis.crypto?.subtle) return null;
  const digest = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
