import type { Examination } from './examination.js';

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
  /** What recorded it, where the format tells; absent for clinical recorders and where unknown. */
  wearable?: Wearable;
  /** Samples per lead up to the pulse that calibrates all leads at the end, where there is one. */
  ecgLength?: number;
  /** Where the files hold several recordings: what each of them is, in the order of the option `recording`. */
  offered?: string[];
  /** Which of the offered ones this is, from 1 on. */
  number?: number;
  /** Age and sex; who it is only when asked for with `identity: true`. */
  patient?: Patient;
  /** What the device or a reader wrote of it, one statement a line; only when asked for with `interpretation: true`. */
  interpretation?: string[];
}

export type Wearable = 'watch' | 'chest strap' | 'hand-held';

/** Which of the two networks a recording is for. */
export interface ModelLeads {
  leads: 12 | 1;
  /** The lead that the 1-lead network would take; null for 12 leads, or where there is none. */
  lead: string | null;
  /** One sentence, with the leads that are missing. */
  reason: string;
}

/** Empty where the file does not say, or where it was not asked for. */
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
  /** A single ECG cannot support it, and it is not critical. */
  hidden: boolean;
}

/**
 * What stands behind a score: `validated` was measured on labelled ECGs for this very model, on
 * enough of them and better than chance; `reported` was published by others for this model;
 * `unknown` is neither.
 */
export type Tier = 'validated' | 'reported' | 'unknown';

/** How well a label was measured to separate the ECGs that have it. */
export interface Evidence {
  dataset: string | null;
  n: number;
  positives: number;
  auroc: number | null;
  aurocCi: [low: number, high: number] | null;
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
  /** In the window of the score; null unless a calibration is known for this label. */
  probability: number | null;
  /** The score from which the label counts as present; null if not known. */
  operatingPoint: number | null;
  /** Whether the score is at or above the operating point; null if that is not known. */
  positive: boolean | null;
  group: string;
  tier: Tier;
  /** The tier in plain words, with its figures. */
  tierReason: string;
  /** What was measured, also where it is too little for `validated`. */
  evidence: Evidence | null;
  critical: boolean;
  /** Compares with an earlier ECG or is a fragment: a single ECG cannot support it. */
  hidden: boolean;
}

export interface ContradictionSide {
  label: string;
  displayName: string;
  /** In the window of the contradiction. */
  score: number;
  /** The score from which it counted as present. */
  threshold: number;
  /** False: its operating point is not known, and 0.5 was used. */
  thresholdKnown: boolean;
}

/** Two labels that cannot both be true of one stretch of ECG, present in the same window. */
export interface Contradiction {
  /** Stable, kebab-case: which exclusion it is. */
  rule: string;
  first: ContradictionSide;
  second: ContradictionSide;
  window: number;
  /** One sentence for a clinician, with both scores. */
  message: string;
  /** One sentence: which thresholds were used. */
  basis: string;
  /** Where the definitions stand. */
  source: string;
}

/** What a person reads of a model's scores. */
export interface Reading {
  /** By group, then by score. */
  findings: Finding[];
  /** Of one rule the clearest first. */
  contradictions: Contradiction[];
  /** Of ECGFounder's 150 labels, those that the model lacks; critical ones first, then by group. */
  notCovered: Label[];
  /** What is at or above its operating point, in words; empty where no operating point is known. */
  summary: string;
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

/** What computes: our own engine (WASM), or ONNX Runtime Web (WebGPU or WASM). */
export type EngineName = 'net1d' | 'ort';

export type EngineChoice = 'auto' | EngineName;

/**
 * Of our own engine: with relaxed SIMD's fused multiply-add, or without. The one rounds once where the other
 * rounds twice: their logits differ by some 5e-7.
 */
export type Simd = 'relaxed' | 'plain';

export interface DeviceChoice {
  device: Device;
  engine: EngineName;
  /** Of our own engine. */
  simd?: Simd;
  /** Of our own engine, which gives the same bits on any number of them. */
  threads?: number;
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

export interface AnalysisResult extends Reading, Examination {
  /** Why an unusable recording was not scored, in one sentence: no windows, no findings. Null where it was scored. */
  abstained: string | null;
  recording: {
    format: string;
    samplingRate: number;
    samples: number;
    durationSeconds: number;
    leads: string[];
    wearable?: Wearable;
    diagnostics: Diagnostic[];
  };
  model: ModelInfo;
  device: Device;
  engine: EngineName;
  simd?: Simd;
  preset: Preset;
  windows: WindowResult[];
  /** What was done to get from the recording to the model's input. */
  diagnostics: Diagnostic[];
  timings: { examineMs: number; prepareMs: number; runMs: number };
}
