export { EcgError, errorCode } from './errors.js';
export { type AnalyzeOptions, Founder, type LoadOptions } from './founder.js';
export { type FileInput, missingFiles, readRecording, type ReadRecordingOptions, twelveLeads } from './recording.js';
export type * from './types.js';
