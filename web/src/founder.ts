import type { AnalyzeRequest, LoadedModel } from './engine.js';
import { download } from './download.js';
import { EcgError } from './errors.js';
import { type Host, sharedHost } from './host.js';
import type { Bytes } from './sources.js';
import type { AnalysisResult, DeviceChoice, Dtype, ModelInfo, OnProgress, Recording } from './types.js';

export interface LoadOptions {
  /** An `.onnx` of ours or an official checkpoint (`.pth`, `.safetensors`): a URL, a File, or bytes. */
  model: string | URL | Blob | ArrayBuffer | Uint8Array;
  /** `auto` takes WebGPU once it has proved to compute as WASM does, and WASM otherwise. */
  device?: 'auto' | 'webgpu' | 'wasm';
  /** How a converted checkpoint's weights are stored; the arithmetic is fp32 either way. */
  dtype?: Dtype;
  /**
   * How well this very model's labels were measured, for `tier` and `evidence` of the findings: what
   * `ecgfounder evaluate` writes, as an object or its JSON text. Its `model.sha256` must be this model's.
   */
  evidence?: object | string;
  onProgress?: OnProgress;
  signal?: AbortSignal;
}

export interface AnalyzeOptions extends Omit<AnalyzeRequest, 'id' | 'recording'> {
  onProgress?: OnProgress;
  signal?: AbortSignal;
}

/** A loaded ECGFounder, ready to score recordings. The work is done in a worker. */
export class Founder {
  private constructor(
    private readonly host: Host,
    private readonly loaded: LoadedModel,
  ) {}

  /**
   * Loads a model. A URL is fetched by the page, never by the worker that sees the ECG.
   * @throws EcgError `download-failed`, `not-a-checkpoint`, `not-our-model`, `missing-tensor`,
   *   `bad-evidence`, `other-model` (the evidence is about another one), ...
   */
  static async load(options: LoadOptions): Promise<Founder> {
    const { model, device = 'auto', dtype = 'fp32', onProgress, signal } = options;
    const evidence = jsonText(options.evidence);
    const host = sharedHost();
    const { name, bytes } = await modelBytes(model, { onProgress, signal });
    const loaded = await host.call('load', [{ name, model: bytes, device, dtype, evidence }], { onProgress, signal });
    return new Founder(host, loaded);
  }

  /** The device that runs the model, and why this one. */
  get device(): DeviceChoice {
    return { device: this.loaded.device, reason: this.loaded.reason };
  }

  get model(): ModelInfo {
    return this.loaded.info;
  }

  /**
   * Scores every 10 s window of a recording.
   * @throws EcgError `too-short` below 2.5 s, `missing-leads`, `aborted`
   */
  analyze(recording: Recording, { signal, onProgress, ...options }: AnalyzeOptions = {}): Promise<AnalysisResult> {
    const { patient: _left, ...anonymous } = recording;
    return this.host.call('analyze', [{ ...options, id: this.loaded.id, recording: anonymous }], { signal, onProgress });
  }

  /** Frees the model's memory. Analyses after this throw `disposed`. */
  dispose(): Promise<void> {
    return this.host.call('dispose', [this.loaded.id]);
  }
}

function jsonText(json: object | string | undefined): string | undefined {
  return typeof json === 'object' ? JSON.stringify(json) : json;
}

async function modelBytes(
  model: LoadOptions['model'],
  options: { onProgress: OnProgress | undefined; signal: AbortSignal | undefined },
): Promise<{ name: string; bytes: Bytes }> {
  if (model instanceof Blob) return { name: 'name' in model ? (model as File).name : 'model', bytes: model };
  if (model instanceof ArrayBuffer) return { name: 'model', bytes: new Uint8Array(model) };
  if (model instanceof Uint8Array) return { name: 'model', bytes: model };
  if (typeof model === 'string' || model instanceof URL) return download(model, options);
  throw new EcgError('bad-option', 'Founder.load takes a model as a URL, a File, a Blob or bytes.');
}
