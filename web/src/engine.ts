import type { AssetName } from './assets.js';
import { loadCore } from './core.js';
import type { LabelKnowledge, ReadOptions } from './core-types.js';
import { openOnDevice } from './device.js';
import { EcgError, throwIfAborted } from './errors.js';
import { openModel, type OpenedModel } from './model.js';
import type { Network } from './ort.js';
import { allBytes, type Bytes } from './sources.js';
import type {
  AnalysisResult, DeviceChoice, Dtype, InputOptions, ModelInfo, ModelInput, OnProgress, Preset,
  Recording, WindowResult,
} from './types.js';

export interface NamedSource {
  name: string;
  bytes: Bytes;
}

export interface LoadRequest {
  name: string;
  model: Bytes;
  device: 'auto' | 'webgpu' | 'wasm';
  dtype: Dtype;
  /** How well its labels were measured: JSON. */
  evidence?: string | undefined;
}

export interface LoadedModel extends DeviceChoice {
  id: number;
  info: ModelInfo;
}

export interface AnalyzeRequest extends Omit<InputOptions, 'leads'> {
  id: number;
  recording: Recording;
  timeMap?: boolean;
  includeHidden?: boolean;
}

/** What a call may be given besides its arguments. */
export interface CallContext {
  signal?: AbortSignal | undefined;
  onProgress: OnProgress;
}

interface Loaded {
  model: OpenedModel;
  knowledge: LabelKnowledge[];
  choice: DeviceChoice;
  network: Network;
}

/**
 * Everything that touches an ECG: it reads, prepares and runs. It lives in a worker (or, under Node,
 * in the program itself) and never makes a request: what it needs from outside comes by `assets`.
 */
export class Engine {
  private readonly models = new Map<number, Loaded>();
  private nextId = 1;

  constructor(private readonly assets: (name: AssetName) => Promise<ArrayBuffer>) {}

  async read(files: NamedSource[], options: ReadOptions & { identity?: boolean }): Promise<Recording> {
    const core = await loadCore();
    const named = await Promise.all(
      files.map(async ({ name, bytes }) => ({ name, bytes: await allBytes(bytes) })),
    );
    const { recording, patient } = core.readRecording(named, options);
    return options.identity ? { ...recording, patient } : recording;
  }

  async missingFiles(files: NamedSource[]): Promise<string[]> {
    const core = await loadCore();
    const named = await Promise.all(
      files.map(async ({ name, bytes }) => ({ name, bytes: await allBytes(bytes) })),
    );
    return core.missingFiles(named);
  }

  async twelveLeads(recording: Recording): Promise<Recording> {
    return (await loadCore()).twelveLeads(recording);
  }

  async load(request: LoadRequest, { signal, onProgress }: CallContext): Promise<LoadedModel> {
    const core = await loadCore();
    const model = await openModel(core, request, onProgress);
    const knowledge = request.evidence === undefined
      ? []
      : core.readEvidence(request.evidence, model.info.sha256 ?? '', model.info.labels);
    throwIfAborted(signal);
    onProgress({ status: 'initiate', what: 'session', loaded: 0, total: model.onnx.byteLength });
    const { network, ...choice } = await openOnDevice({
      onnx: model.onnx,
      shape: { leads: model.info.leads.length, samples: model.inputSamples },
      device: request.device,
      modelKey: model.info.sha256,
      assets: this.assets,
      onProgress,
    });
    if (signal?.aborted) await network.release();
    throwIfAborted(signal);
    const id = this.nextId++;
    // The runtime holds the weights now: let go of ours.
    this.models.set(id, { model: { ...model, onnx: new Uint8Array() }, knowledge, choice, network });
    onProgress({ status: 'ready', what: 'model', loaded: 1, total: 1 });
    return { id, info: model.info, ...choice };
  }

  async analyze(request: AnalyzeRequest, { signal, onProgress }: CallContext): Promise<AnalysisResult> {
    const loaded = this.models.get(request.id);
    if (!loaded) throw new EcgError('disposed', 'This model was disposed of: load it again.');
    const core = await loadCore();
    const { recording } = request;
    const preset: Preset = request.preset ?? loaded.model.preset;
    const leads = loaded.model.info.leads.length === 1 ? 1 : 12;
    const started = performance.now();
    const input = core.prepareInput(recording, { ...request, preset, leads });
    const prepared = performance.now();
    const windows = await runWindows(loaded, input, request.timeMap ?? false, { signal, onProgress });
    const logits = Float32Array.from(windows.flatMap((window) => [...window.logits]));
    const reading = core.readScores(loaded.model.info.labels, logits, {
      includeHidden: request.includeHidden ?? false,
      knowledge: loaded.knowledge,
      checkpointSha256: loaded.model.checkpointSha256,
    });
    return {
      recording: summary(recording),
      model: loaded.model.info,
      device: loaded.choice.device,
      preset,
      windows,
      ...reading,
      diagnostics: input.diagnostics,
      timings: { prepareMs: prepared - started, runMs: performance.now() - prepared },
    };
  }

  async dispose(id: number): Promise<void> {
    const loaded = this.models.get(id);
    this.models.delete(id);
    await loaded?.network.release();
  }
}

async function runWindows(
  { model, network }: Loaded,
  input: ModelInput,
  timeMap: boolean,
  { signal, onProgress }: CallContext,
): Promise<WindowResult[]> {
  const total = input.windows.length;
  const size = input.leads.length * model.inputSamples;
  const results: WindowResult[] = [];
  onProgress({ status: 'initiate', what: 'analyze', loaded: 0, total });
  for (const [i, window] of input.windows.entries()) {
    await nextTask();
    throwIfAborted(signal);
    const output = await network.run(input.values.slice(i * size, (i + 1) * size), timeMap);
    results.push({ ...window, ...output });
    onProgress({ status: 'progress', what: 'analyze', loaded: i + 1, total });
  }
  throwIfAborted(signal);
  onProgress({ status: 'done', what: 'analyze', loaded: total, total });
  return results;
}

/** Lets messages in, so that a cancel is seen between windows. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

export function summary(recording: Recording): AnalysisResult['recording'] {
  return {
    format: recording.format,
    samplingRate: recording.samplingRate,
    samples: recording.length,
    durationSeconds: recording.length / recording.samplingRate,
    leads: recording.leads.map((lead) => lead.name),
    ...(recording.wearable ? { wearable: recording.wearable } : {}),
    diagnostics: recording.diagnostics,
  };
}
