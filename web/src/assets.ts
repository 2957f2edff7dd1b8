import { EcgError } from './errors.js';

/** The package's own files: ONNX Runtime's WebAssembly, and the bundled models with their cards. */
export type AssetName = 'ort-wasm' | 'ort-webgpu' | `${'model' | 'card'}-${12 | 1}-lead`;

// Written out in full, once each: bundlers find an asset by this very expression.
const urls: Record<AssetName, () => URL> = {
  'ort-wasm': () => new URL('../generated/ort/ort-wasm-simd-threaded.wasm', import.meta.url),
  'ort-webgpu': () => new URL('../generated/ort/ort-wasm-simd-threaded.asyncify.wasm', import.meta.url),
  'model-12-lead': () => new URL('../models/12-lead.onnx', import.meta.url),
  'model-1-lead': () => new URL('../models/1-lead.onnx', import.meta.url),
  'card-12-lead': () => new URL('../models/12-lead.card.json', import.meta.url),
  'card-1-lead': () => new URL('../models/1-lead.card.json', import.meta.url),
};

/** Loads one of the package's own files, from the page (or, under Node, from disk). */
export async function loadAsset(name: AssetName): Promise<ArrayBuffer> {
  const url = urls[name]();
  if (url.protocol === 'file:') {
    // Not an import: bundlers for the page would stumble over it.
    const { readFileSync } = process.getBuiltinModule('node:fs');
    return new Uint8Array(readFileSync(url)).buffer;
  }
  const failed = (why: string, cause?: unknown) =>
    new EcgError('asset-missing', `${url.href} could not be loaded (${why}): host this file with the package.`, { cause });
  let response: Response;
  try {
    response = await fetch(url);
  } catch (cause) {
    throw failed('no answer', cause);
  }
  if (!response.ok) throw failed(`HTTP ${response.status}`);
  return response.arrayBuffer();
}
