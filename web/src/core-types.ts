// The C++ library's JavaScript face, as wasm/convert_*.cpp make it.
import type {
  Diagnostic, Evidence, InputOptions, Label, ModelInput, ModelLeads, Patient, Reading, Recording,
} from './types.js';

export type Outcome<T> = { value: T } | { error: Diagnostic };

export interface NamedBytes {
  name: string;
  bytes: Uint8Array;
}

export interface ReadResult {
  recording: Recording;
  patient: Patient;
  /** What the device or a reader wrote of it, one statement a line. */
  interpretation: string[];
}

export interface ReadOptions {
  samplingRate?: number;
  unitsPerMillivolt?: number;
  leads?: string[];
  /** Of several recordings in one file the one to take, from 1 on. */
  recording?: number;
}

/** Bytes read on demand; null where they could not be read. */
export interface ByteSource {
  size: number;
  read(offset: number, count: number): Uint8Array | null;
}

export interface ConvertOptions {
  dtype?: 'fp32' | 'fp16';
  labels?: string[];
  sourceSha256?: string;
  onProgress?: (done: number, total: number) => void;
}

export interface OnnxInfo {
  leads: string[];
  labels: string[];
  samplingRate: number;
  inputSamples: number;
  preset: string;
  weightType: string;
  sourceSha256: string;
}

/** What is known of a model's labels when its input is prepared with `preset` (empty: not said). */
export interface KnowledgeForPreset {
  preset: string;
  labels: LabelKnowledge[];
}

/** What is known of one label of one model beyond its score. */
export interface LabelKnowledge {
  label: string;
  evidence?: Evidence | null;
  /** probability = sigmoid(a * logit + b) */
  platt?: { a: number; b: number } | null;
  /** A score. */
  operatingPoint?: number | null;
}

export interface ReadingOptions {
  includeHidden?: boolean;
  /** Of several entries for one label, a later one's fields replace those of an earlier one. */
  knowledge?: LabelKnowledge[];
  /** Of the checkpoint that the model was made from; empty if not known. */
  checkpointSha256?: string;
}

/** What a network makes of one window. */
export interface RawOutput {
  /** float32 [classes]. */
  logits: Float32Array;
  /** float32 [channels]. */
  features: Float32Array;
  /** float32 [classes, time steps]. */
  timeMap?: Float32Array;
}

/** An annotation file of WFDB, and the lead of the recording that its marks are of; null: of all together. */
export interface AnnotationFile extends NamedBytes {
  lead: number | null;
}

export interface BeatEvaluationOptions {
  /** How far a detection may be from its reference; by default 0.15. */
  windowSeconds?: number;
  /** At the start no beat counts. */
  skipSeconds?: number;
}

/** What became of the references of one kind: beats, or one mark of a wave. */
export interface Tally {
  references: number;
  /** Of the references. */
  detected: number;
  /** Detections without a reference; null where the annotations cannot tell. */
  extra: number | null;
  /** Of the errors in ms, detection less reference, and of their squares. */
  errorSum: number;
  errorSquares: number;
}

/** What the beats of one record came to. */
export interface RecordTallies {
  beats: Tally;
  compared: { marks: string; tallies: Tally[] }[];
}

export interface Rates extends Tally {
  /** 0 to 1. */
  sensitivity: number | null;
  ppv: number | null;
  /** Of the errors, ms; the deviation is that of all errors together. */
  mean: number | null;
  deviation: number | null;
}

export interface MarkRates extends Rates {
  /** "P onset" */
  name: string;
  /** The mean of the annotation files' own deviations, ms. */
  meanDeviation: number | null;
  /** Between cardiologists, ms: CSE Working Party 1985. */
  cseTwoDeviations: number | null;
  /** On the QT database, ms: Martínez et al. 2004. */
  wavedetMean: number | null;
  wavedetDeviation: number | null;
}

export interface BeatSummary {
  /** Of the beats of each record. */
  records: Rates[];
  /** Every beat counts alike. */
  beats: Rates;
  /** Every record counts alike. */
  averageSensitivity: number | null;
  averagePpv: number | null;
  /** By whose marks: those of each lead, of the nearest lead, of all leads together. */
  compared: { marks: string; points: MarkRates[] }[];
}

export interface CoreModule {
  readRecording(files: NamedBytes[], options: ReadOptions): Outcome<ReadResult>;
  missingFiles(files: NamedBytes[]): Outcome<string[]>;
  deidentify(patient: Patient): Outcome<Patient>;
  twelveLeads(recording: Recording): Outcome<Recording>;
  modelLeads(recording: Recording): Outcome<ModelLeads>;
  prepareInput(recording: Recording, options: InputOptions): Outcome<ModelInput>;
  writeCsv(recording: Recording): Outcome<string>;
  writeNpy(values: Float32Array, shape: number[]): Outcome<Uint8Array>;
  onnxSize(source: ByteSource, options: ConvertOptions): Outcome<number>;
  convertCheckpoint(
    source: ByteSource,
    options: ConvertOptions,
    write: (chunk: Uint8Array) => void,
  ): Outcome<undefined>;
  /** Empty unless it is one of ECGFounder's official files. */
  officialSha256(source: ByteSource): Outcome<string>;
  onnxInfo(source: ByteSource): Outcome<OnnxInfo>;
  // Our own engine, see net1d.ts: a network is known by its number.
  /**
   * Has `runJob`, a function of the kernels' module in this module's table, run the layers. Takes a stack for
   * each of so many threads and gives its end.
   */
  net1dUse(runJob: number, threads: number): Outcome<{ team: number; stacks: number[] }>;
  /** Layers will be cut into parts for so many threads. */
  net1dOpen(onnx: ByteSource, threads: number): Outcome<number>;
  /** How many steps the run has. */
  net1dBegin(network: number, windows: Float32Array, count: number, wantTimeMap: boolean): Outcome<number>;
  /** False once the run is done. */
  net1dStep(network: number): Outcome<boolean>;
  net1dOutputs(network: number, window: number): Outcome<RawOutput>;
  net1dClose(network: number): Outcome<undefined>;
  labels(): Outcome<Label[]>;
  readEvidence(json: string, modelSha256: string, modelLabels: string[]): Outcome<KnowledgeForPreset>;
  readCalibration(json: string, modelSha256: string, modelLabels: string[]): Outcome<KnowledgeForPreset>;
  /** Empty where the card covers the recording. */
  outsideDomain(card: string, wearable: string): Outcome<string>;
  readScores(labels: string[], logits: Float32Array, options: ReadingOptions): Outcome<Reading>;
  evaluateBeats(recording: Recording, files: AnnotationFile[], options: BeatEvaluationOptions): Outcome<RecordTallies>;
  summarizeBeats(records: RecordTallies[]): Outcome<BeatSummary>;
  // Evaluation: tables are CSV text, requests and answers JSON text.
  readLabelTable(text: string): Outcome<string>;
  refuseOverlap(labels: string, fitOn: string): Outcome<undefined>;
  readScoreTable(text: string): Outcome<string>;
  scoreTableHead(json: string): Outcome<string>;
  scoreTableRow(recording: string, logits: Float32Array, classes: number, aggregate: string): Outcome<string>;
  evaluate(request: string): Outcome<string>;
  calibrate(request: string): Outcome<string>;
}
