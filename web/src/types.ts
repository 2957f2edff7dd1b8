/** Something truthful that a step has to say: a derived lead, a padded window, a gap. */
export interface Diagnostic {
  code: string;
  message: string;
}

export interface Lead {
  /** Canonical (`I`, `aVR`, `V1`), or as stored where it is no known lead. */
  name: string;
  /** Exactly as the file has it. */
  storedName: string;
  /** `mV` for every ECG channel; other channels keep the file's unit. */
  unit: string;
}

/** An ECG. `samples` is lead-major: sample t of lead l is `samples[l * length + t]`, NaN if missing. */
export interface Recording {
  /** The reader that made it: `wfdb`, `edf`, `csv`, ... */
  format: string;
  /** Hz, may be fractional. */
  samplingRate: number;
  /** Samples per lead. */
  length: number;
  leads: Lead[];
  /** mV, float32 [leads, length]. */
  samples: Float32Array;
  diagnostics: Diagnostic[];
  /** Only when asked for with `identity: true`. */
  patient?: Patient;
}

export interface Patient {
  id: string;
  name: string;
  birthDate: string;
  age: string;
  sex: string;
  recordedAt: string;
  comments: string[];
}

export type Preset = 'founder' | 'ptbxl-eval' | 'paper';

export interface InputOptions {
  /** How the input is prepared; `founder` follows upstream's README. */
  preset?: Preset;
  /** Leads that the model takes. */
  leads?: 12 | 1;
  /** Seconds from the start of one 10 s window to the next; 10 by default. */
  strideSeconds?: number;
  /** For a 1-lead model: which lead of the recording, lead I by default. */
  lead?: string;
  /** The notch of the `paper` preset. */
  mainsHz?: 50 | 60;
}

export interface InputWindow {
  /** Seconds from the start of the recording. */
  start: number;
  paddedSeconds: number;
  missingFraction: number;
}

export interface ModelInput {
  leads: string[];
  windows: InputWindow[];
  /** float32 [windows, leads, 5000], z-scored. */
  values: Float32Array;
  diagnostics: Diagnostic[];
}

export interface Label {
  label: string;
  displayName: string;
  group: string;
  /** False for the labels that compare with an earlier ECG. */
  singleEcg: boolean;
  fragment: boolean;
  critical: boolean;
}

export interface Finding {
  label: string;
  displayName: string;
  /** The model's output. */
  index: number;
  /** Sigmoid of the logit, the highest over the windows. A score, not a probability. */
  score: number;
  meanScore: number;
  /** Which window had the highest score. */
  window: number;
  group: string;
  /** Evidence for this label of this model. */
  tier: string;
  critical: boolean;
  hidden: boolean;
}

export type Dtype = 'fp32' | 'fp16';

export interface ModelInfo {
  name: string;
  /** Of the ONNX bytes that run; null where the page has no WebCrypto (not a secure context). */
  sha256: string | null;
  leads: string[];
  labels: string[];
  /** The preset it wants where none is chosen. */
  preset: Preset;
  /** `fp32` or `fp16`: how the weights are stored. All arithmetic is fp32. */
  weightType: string;
}

export type Device = 'webgpu' | 'wasm';

export interface DeviceChoice {
  device: Device;
  /** Why this one, in one sentence. */
  reason: string;
}

export type ProgressStatus = 'initiate' | 'download' | 'progress' | 'done' | 'ready';

export interface ProgressEvent {
  status: ProgressStatus;
  /** What is being worked on: `model`, `runtime`, `convert`, `session`, `self-test`, `analyze`. */
  what: string;
  /** Bytes (windows, for `analyze`) so far and in all; total is 0 where it is not known. */
  loaded: number;
  total: number;
}

export type OnProgress = (event: ProgressEvent) => void;

export interface WindowResult extends InputWindow {
  /** float32 [classes]. */
  logits: Float32Array;
  /** float32 [C], the mean over time of the last block. */
  features: Float32Array;
  /** float32 [classes, T], only when asked for; sums over T to the logit. */
  timeMap?: Float32Array;
}

export interface AnalysisResult {
  recording: {
    format: string;
    samplingRate: number;
    samples: number;
    durationSeconds: number;
    leads: string[];
    diagnostics: Diagnostic[];
  };
  model: ModelInfo;
  device: Device;
  preset: Preset;
  windows: WindowResult[];
  findings: Finding[];
  /** What was done to get from the recording to the model's input. */
  diagnostics: Diagnostic[];
  timings: { prepareMs: number; runMs: number };
}
