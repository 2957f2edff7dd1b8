import { bundledModels, calibratedModel } from './bundled.js';
import type { AnalyzeRequest } from './engine.js';
import { download } from './download.js';
import { EcgError } from './errors.js';
import { type Host, sharedHost } from './host.js';
import type { ModelCard } from './model-card.js';
import type { Bytes } from './sources.js';
import type { AnalysisResult, DeviceChoice, Dtype, EngineChoice, ModelInfo, OnProgress, Recording } from './types.js';

export interface LoadOptions {
  /**
   * `bundled`: the two small models that come with the package. Otherwise an `.onnx` of ours or an official
   * checkpoint (`.pth`, `.safetensors`): a URL, a File, or bytes.
   */
  model: string | URL | Blob | ArrayBuffer | Uint8Array;
  /** `auto` takes WebGPU once it has proved to compute as WASM does, and WASM otherwise. */
  device?: 'auto' | 'webgpu' | 'wasm';
  /**
   * What runs the model. `auto`: on WASM our own engine, `net1d`, and on WebGPU ONNX Runtime Web, `ort`,
   * which as an independent check runs it on WASM too.
   */
  engine?: EngineChoice;
  /**
   * At most so many threads of our own engine, 1 or more; by default one a processor, up to four. Where memory
   * cannot be shared (a page that is not cross-origin isolated) there is one, whatever is asked for.
   */
  threads?: number;
  /** How a converted checkpoint's weights are stored; the arithmetic is fp32 either way. */
  dtype?: Dtype;
  /**
   * How well this very model's labels were measured, for `tier` and `evidence` of the findings: what
   * `ecgfounder evaluate` writes, as an object or its JSON text. Its `model.sha256` must be this model's.
   */
  evidence?: object | string;
  /**
   * What this very model's scores mean at one site, for `probability` and `positive` of the findings: what
   * `ecgfounder calibrate` writes, as an object or its JSON text. Its `model.sha256` must be this model's.
   */
  calibration?: object | string;
  onProgress?: OnProgress;
  signal?: AbortSignal;
}

export interface AnalyzeOptions extends Omit<AnalyzeRequest, 'ids' | 'recording'> {
  onProgress?: OnProgress;
  signal?: AbortSignal;
}

/** A model, and what a bundled one is worth. */
export interface FounderModel {
  model: ModelInfo;
  card: ModelCard | null;
}

interface Loaded extends FounderModel {
  id: number;
  choice: DeviceChoice;
}

/** A loaded ECGFounder, ready to score recordings. The work is done in a worker. */
export class Founder {
  private constructor(
    private readonly host: Host,
    private readonly loaded: Loaded[],
  ) {}

  /**
   * Loads a model, or the two bundled ones. A URL is fetched by the page, never by the worker that sees
   * the ECG.
   * @throws EcgError `download-failed`, `not-a-checkpoint`, `not-our-model`, `missing-tensor`,
   *   `bad-evidence`, `bad-calibration`, `other-model` (the evidence or calibration is about another one), ...
   */
  static async load(options: LoadOptions): Promise<Founder> {
    const { device = 'auto', engine = 'auto', threads, dtype = 'fp32', onProgress, signal } = options;
    const host = sharedHost();
    const loaded: Loaded[] = [];
    for (const { card, ...request } of await requests(options)) {
      const text = card ? { card: JSON.stringify(card) } : {};
      const { id, info, ...choice } = await host.call('load', [{ ...request, ...text, device, engine, threads, dtype }], { onProgress, signal });
      loaded.push({ id, model: info, card, choice });
    }
    return new Founder(host, loaded);
  }

  /** The device that runs the model, and why this one. */
  get device(): DeviceChoice {
    return this.loaded[0]!.choice;
  }

  /** The model; of the bundled ones that for twelve leads. */
  get model(): ModelInfo {
    return this.loaded[0]!.model;
  }

  /** All that are loaded: of several, each recording goes to the one that it has the leads for. */
  get models(): FounderModel[] {
    return this.loaded.map(({ model, card }) => ({ model, card }));
  }

  /**
   * Measures a recording and scores every 10 s window of it; one that is not fit to interpret is not scored, unless
   * `interpretUnusable`: `abstained` says so.
   * @throws EcgError `too-short` below 2.5 s, `missing-leads`, `aborted`
   */
  analyze(recording: Recording, { signal, onProgress, ...options }: AnalyzeOptions = {}): Promise<AnalysisResult> {
    const { patient: _left, interpretation: _apart, ...anonymous } = recording;
    return this.host.call('analyze', [{ ...options, ids: this.ids, recording: anonymous }], { signal, onProgress });
  }

  /** Frees the memory. Analyses after this throw `disposed`. */
  dispose(): Promise<void> {
    return this.host.call('dispose', [this.ids]);
  }

  private get ids(): number[] {
    return this.loaded.map(({ id }) => id);
  }
}

interface Request {
  name: string;
  model: Bytes;
  card: ModelCard | null;
  evidence?: string;
  calibration?: string;
}

async function requests({ model, onProgress, signal, ...options }: LoadOptions): Promise<Request[]> {
  const evidence = jsonText('evidence', options.evidence);
  const calibration = jsonText('calibration', options.calibration);
  if (model !== 'bundled') return [{ ...(await modelBytes(model, { onProgress, signal })), card: null, ...evidence, ...calibration }];
  if (evidence.evidence !== undefined) throw new EcgError('bad-option', 'The bundled models bring their own evidence: leave the option out.');
  const bundled = await bundledModels();
  const calibrated = calibration.calibration === undefined ? undefined : calibratedModel(bundled, calibration.calibration);
  return bundled.map((one) => ({ ...one, evidence: JSON.stringify(one.card), ...(one === calibrated && calibration) }));
}

function jsonText<K extends string>(name: K, json: object | string | undefined): { [key in K]?: string } {
  if (json === undefined) return {};
  return { [name]: typeof json === 'object' ? JSON.stringify(json) : json } as { [key in K]: string };
}

async function modelBytes(
  model: LoadOptions['model'],
  options: { onProgress: OnProgress | undefined; signal: AbortSignal | undefined },
): Promise<{ name: string; model: Bytes }> {
  if (model instanceof Blob) return { name: 'name' in model ? (model as File).name : 'model', model };
  if (model instanceof ArrayBuffer) return { name: 'model', model: new Uint8Array(model) };
  if (model instanceof Uint8Array) return { name: 'model', model };
  if (typeof model !== 'string' && !(model instanceof URL))
    throw new EcgError('bad-option', "Founder.load takes a model as 'bundled', a URL, a File, a Blob or bytes.");
  const { name, bytes } = await download(model, options);
  return { name, model: bytes };
}
