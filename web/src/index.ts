export { EcgError, errorCode } from './errors.js';
export { type AnalyzeOptions, Founder, type FounderModel, type LoadOptions } from './founder.js';
export { deidentify, type FileInput, labels, measureRecording, missingFiles, readRecording, type ReadRecordingOptions, twelveLeads } from './recording.js';
export type * from './examination.js';
export type * from './model-card.js';
export type * from './types.js';
