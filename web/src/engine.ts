import type { AssetName } from './assets.js';
import { type Core, instantiateCore, loadCore } from './core.js';
import type { KnowledgeForPreset, LabelKnowledge, NamedBytes, ReadOptions } from './core-types.js';
import { openOnDevice, theGpu } from './device.js';
import type { StartThreads } from './kernels.js';
import { EcgError, throwIfAborted } from './errors.js';
import type { Examination } from './examination.js';
import { abstention, examine } from './examine.js';
import { openModel, type OpenedModel } from './model.js';
import { type Network, nextTask } from './network.js';
import { allBytes, type Bytes, checkSize } from './sources.js';
import type {
  AnalysisResult, DeviceChoice, Diagnostic, Dtype, EngineChoice, InputOptions, Label, ModelInfo, ModelInput, OnProgress, Preset,
  Patient, Recording, WindowResult,
} from './types.js';

export interface NamedSource {
  name: string;
  bytes: Bytes;
}

export interface LoadRequest {
  name: string;
  model: Bytes;
  device: 'auto' | 'webgpu' | 'wasm';
  engine: EngineChoice;
  /** At most so many of our own engine. */
  threads?: number | undefined;
  dtype: Dtype;
  /** How well its labels were measured: JSON. */
  evidence?: string | undefined;
  /** What its scores mean at one site: JSON. */
  calibration?: string | undefined;
  /** Its model card, where it is a bundled one: JSON. */
  card?: string | undefined;
}

export interface LoadedModel extends DeviceChoice {
  id: number;
  info: ModelInfo;
}

export interface AnalyzeRequest extends Omit<InputOptions, 'leads'> {
  /** Of the models to choose from. */
  ids: number[];
  recording: Recording;
  timeMap?: boolean;
  includeHidden?: boolean;
  /** Also score a recording that is not fit to interpret. */
  interpretUnusable?: boolean;
  /** What `measureRecording` gave for this very recording, so that it is not measured again. */
  examination?: Examination;
}

/** What a call may be given besides its arguments. */
export interface CallContext {
  signal?: AbortSignal | undefined;
  onProgress: OnProgress;
}

interface Loaded {
  model: OpenedModel;
  evidence: KnowledgeForPreset | undefined;
  calibration: KnowledgeForPreset | undefined;
  card: string | undefined;
  choice: DeviceChoice;
  network: Network;
}

/** An instance of its own for much data, since the memory of one never shrinks: it is dropped after the call. */
function coreFor(bytes: number): Promise<Core> {
  const large = 16e6;
  return bytes > large ? instantiateCore() : loadCore();
}

/** What a recording is, for a question that its samples do not answer. */
function withoutSamples(recording: Recording): Recording {
  return { ...recording, length: 0, samples: new Float32Array() };
}

/** The files' bytes, for the C++ library. */
async function inMemory(files: NamedSource[]): Promise<NamedBytes[]> {
  checkSize(files.length, files.reduce((sum, { bytes }) => sum + (bytes instanceof Uint8Array ? bytes.byteLength : bytes.size), 0));
  return Promise.all(files.map(async ({ name, bytes }) => ({ name, bytes: await allBytes(bytes) })));
}

/**
 * Everything that touches an ECG: it reads, prepares and runs. It lives in a worker (or, under Node,
 * in the program itself) and never makes a request: what it needs from outside comes by `assets`.
 */
export class Engine {
  private readonly models = new Map<number, Loaded>();
  private nextId = 1;

  private threadsCame: Promise<number> | undefined;

  constructor(
    private readonly assets: (name: AssetName) => Promise<ArrayBuffer>,
    private readonly startThreads: StartThreads,
  ) {}

  async read(files: NamedSource[], options: ReadOptions & { identity?: boolean; interpretation?: boolean }): Promise<Recording> {
    const named = await inMemory(files);
    const core = await coreFor(named.reduce((sum, { bytes }) => sum + bytes.byteLength, 0));
    const { recording, patient, interpretation } = core.readRecording(named, options);
    return {
      ...recording,
      patient: options.identity ? patient : core.deidentify(patient),
      ...(options.interpretation && { interpretation }),
    };
  }

  async missingFiles(files: NamedSource[]): Promise<string[]> {
    const core = await loadCore();
    const named = await inMemory(files);
    return core.missingFiles(named);
  }

  async deidentify(patient: Patient): Promise<Patient> {
    return (await loadCore()).deidentify(patient);
  }

  async twelveLeads(recording: Recording): Promise<Recording> {
    return (await coreFor(recording.samples.byteLength)).twelveLeads(recording);
  }

  async measure(recording: Recording, { signal }: CallContext): Promise<Examination> {
    const core = await coreFor(recording.samples.byteLength);
    throwIfAborted(signal);
    return examine(core, recording);
  }

  async load(request: LoadRequest, { signal, onProgress }: CallContext): Promise<LoadedModel> {
    if (request.threads !== undefined && !(request.threads >= 1))
      throw new EcgError('bad-option', `That many threads (${request.threads}) cannot run a model: ask for one or more.`);
    if (request.device !== 'wasm' && request.engine !== 'net1d') void theGpu();
    const core = await loadCore();
    if (request.engine !== 'ort' && request.threads !== 1 && core.threads.length > 0)
      this.threadsCame ??= this.startThreads(core.threads);
    const model = await openModel(core, request, onProgress);
    const { evidence: measured, calibration: fitted, card } = request;
    const { sha256, labels } = model.info;
    const evidence = measured === undefined ? undefined : core.readEvidence(measured, sha256 ?? '', labels);
    const calibration = fitted === undefined ? undefined : core.readCalibration(fitted, sha256 ?? '', labels);
    throwIfAborted(signal);
    onProgress({ status: 'initiate', what: 'session', loaded: 0, total: model.onnx.byteLength });
    const { network, ...choice } = await openOnDevice({
      onnx: model.onnx,
      shape: { leads: model.info.leads.length, samples: model.inputSamples },
      device: request.device,
      engine: request.engine,
      core,
      threads: Math.min(request.threads ?? Infinity, 1 + ((await this.threadsCame) ?? 0)),
      modelKey: model.info.sha256,
      assets: this.assets,
      onProgress,
    });
    if (signal?.aborted) await network.release();
    throwIfAborted(signal);
    const id = this.nextId++;
    // The network holds the weights now: let go of the file.
    this.models.set(id, { model: { ...model, onnx: new Uint8Array() }, evidence, calibration, card, choice, network });
    onProgress({ status: 'ready', what: 'model', loaded: 1, total: 1 });
    return { id, info: model.info, ...choice };
  }

  async analyze(request: AnalyzeRequest, { signal, onProgress }: CallContext): Promise<AnalysisResult> {
    const core = await loadCore();
    const { recording } = request;
    const { loaded, lead, diagnostics } = this.choose(core, request);
    const preset: Preset = request.preset ?? loaded.model.preset;
    const leads = loaded.model.info.leads.length === 1 ? 1 : 12;
    const ample = await coreFor(recording.samples.byteLength);
    const started = performance.now();
    const input = ample.prepareInput(recording, { ...request, ...(lead !== undefined && { lead }), preset, leads });
    const prepared = performance.now();
    const { quality, measurements, measurementDetails, beats, pacingSpikes, medianBeat } = request.examination ?? examine(ample, recording);
    const examined = performance.now();
    const abstained = quality.verdict === 'unusable' && !request.interpretUnusable ? abstention(quality) : null;
    const windows = abstained ? [] : await runWindows(loaded, input, request.timeMap ?? false, { signal, onProgress });
    const logits = Float32Array.from(windows.flatMap((window) => [...window.logits]));
    const reading = core.readScores(loaded.model.info.labels, logits, {
      includeHidden: request.includeHidden ?? false,
      knowledge: [...applicable('evidence', loaded, preset, diagnostics), ...applicable('calibration', loaded, preset, diagnostics)],
      checkpointSha256: loaded.model.checkpointSha256,
    });
    return {
      recording: summary(recording),
      model: loaded.model.info,
      device: loaded.choice.device,
      engine: loaded.choice.engine,
      ...(loaded.choice.simd && { simd: loaded.choice.simd }),
      preset,
      quality,
      measurements,
      measurementDetails,
      beats,
      pacingSpikes,
      medianBeat,
      abstained,
      windows,
      ...reading,
      ...(abstained && { findings: [], summary: '' }),
      diagnostics: [...diagnostics, ...input.diagnostics],
      timings: { prepareMs: prepared - started, examineMs: examined - prepared, runMs: performance.now() - examined },
    };
  }

  async labels(): Promise<Label[]> {
    return (await loadCore()).labels();
  }

  async dispose(ids: number[]): Promise<void> {
    for (const id of ids) {
      const loaded = this.models.get(id);
      this.models.delete(id);
      await loaded?.network.release();
    }
  }

  /** Of several models the one that the recording has the leads for, or that a lead was named for. */
  private choose(core: Core, { ids, recording, lead }: AnalyzeRequest): { loaded: Loaded; lead: string | undefined; diagnostics: Diagnostic[] } {
    const models = ids.map((id) => this.models.get(id)).filter((model) => model !== undefined);
    if (models.length === 0) throw new EcgError('disposed', 'This model was disposed of: load it again.');
    const diagnostics: Diagnostic[] = [];
    let loaded = models[0]!;
    let chosen = lead;
    if (models.length > 1) {
      const wanted = lead === undefined ? core.modelLeads(withoutSamples(recording)) : { leads: 1, lead, reason: `Lead ${lead} alone was asked for.` };
      const { leads, reason } = wanted;
      chosen = wanted.lead ?? undefined;
      loaded = models.find(({ model }) => (model.info.leads.length === 1 ? 1 : 12) === leads) ?? loaded;
      if (leads === 1) diagnostics.push({ code: 'single-lead-model', message: `${reason} The single-lead model scored it.` });
    }
    if (loaded.card !== undefined) {
      const message = core.outsideDomain(loaded.card, recording.wearable ?? '');
      if (message !== '') diagnostics.push({ code: 'outside-domain', message });
    }
    return { loaded, lead: chosen, diagnostics };
  }
}

/** What was measured or fitted with one preset says nothing of another. */
function applicable(what: 'evidence' | 'calibration', loaded: Loaded, preset: Preset, diagnostics: Diagnostic[]): LabelKnowledge[] {
  const known = loaded[what];
  if (!known) return [];
  const made = known.preset || loaded.model.preset;
  if (made === preset) return known.labels;
  diagnostics.push({ code: `${what}-left-out`, message: `The ${what} was made with the preset ${made}, not ${preset}: it was left out.` });
  return [];
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
  for (let first = 0; first < total; first += network.windowsAtOnce) {
    await nextTask();
    throwIfAborted(signal);
    const windows = input.windows.slice(first, first + network.windowsAtOnce);
    const values = input.values.slice(first * size, (first + windows.length) * size);
    const outputs = await network.run(values, windows.length, { timeMap, signal });
    windows.forEach((window, i) => results.push({ ...window, ...outputs[i]! }));
    onProgress({ status: 'progress', what: 'analyze', loaded: results.length, total });
  }
  throwIfAborted(signal);
  onProgress({ status: 'done', what: 'analyze', loaded: total, total });
  return results;
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
