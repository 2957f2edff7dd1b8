import type { Diagnostic, Examination, Recording } from 'ecgfounder-web';
import type { Details } from './details-form.js';
import { byId, definitions, el } from './dom.js';
import { duration, plural, rate } from './format.js';
import type { TraceData } from './paper/trace-data.js';

const formats: Record<string, string> = {
  dicom: 'DICOM', scp: 'SCP-ECG', 'hl7-aecg': 'HL7 aECG', 'muse-xml': 'GE MUSE XML', 'sierra-xml': 'Philips Sierra XML',
  'mortara-xml': 'Mortara XML', 'schiller-xml': 'Schiller XML', ishne: 'ISHNE Holter', atc: 'AliveCor Kardia', contec: 'Contec ECG90A',
  'apple-health': 'Apple Health', polar: 'Polar', mat: 'MATLAB', npy: 'NumPy', npz: 'NumPy (npz)',
};

export interface OpenRecording {
  files: File[];
  /** What was said of the files that they leave open, and which of their recordings it is. */
  details: Details;
  recording: Recording;
  trace: TraceData;
  /** Undefined until it is measured. */
  examination?: Examination;
  /** Asked for although it is not fit to interpret. */
  interpretUnusable?: boolean;
}

/** A folder may hold many files. */
function titleOf(files: File[]): string {
  const names = files.slice(0, 4).map(({ name }) => name).join(', ');
  return files.length > 4 ? `${names} and ${files.length - 4} more` : names;
}

const formatName = (format: string) => formats[format] ?? format.toUpperCase();

/** The line over the trace. */
export function showHeading({ files, recording, trace }: OpenRecording): void {
  byId('recording-title').textContent = titleOf(files);
  byId('recording-summary').textContent = [
    formatName(recording.format),
    plural(recording.leads.length, 'lead'),
    rate(recording.samplingRate),
    duration(trace.seconds),
  ].join(' · ');
}

/** What the recording is, and what every step so far had to say. */
export function showFacts({ files, recording, trace }: OpenRecording, fromAnalysis: Diagnostic[]): void {
  const derived = trace.leads.filter((lead) => lead.derived).map((lead) => lead.name);
  const facts = definitions([
    [files.length > 1 ? 'Files' : 'File', titleOf(files)],
    ['Format', formatName(recording.format)],
    ['Age', recording.patient?.age ?? ''],
    ['Sex', recording.patient?.sex ?? ''],
    ['Sampling rate', rate(recording.samplingRate)],
    ['Duration', `${duration(trace.seconds)}, ${recording.length.toLocaleString('en')} samples a lead`],
    ['Leads', recording.leads.map(storedLead).join(', ')],
    ['Derived', derived.join(', ')],
    ['Display', '25 mm/s, 10 mm/mV, no filter; each lead is centred on the median of the part shown'],
    ['Not drawn', trace.omitted.join(', ')],
  ]);
  const notes = distinct([...recording.diagnostics, ...trace.diagnostics, ...fromAnalysis]);
  byId('facts').replaceChildren(facts, el('h3', {}, 'What was done, what to know'), notes.length > 0
    ? el('ul', { class: 'notes' }, ...notes.map(({ code, message }) => el('li', { 'data-code': code }, message)))
    : el('p', { class: 'muted' }, 'Nothing to report: read as stored.'));
}

function storedLead({ name, storedName, unit }: Recording['leads'][number]): string {
  const known = name === storedName ? name : `${name} (stored as ${storedName})`;
  return unit === 'mV' ? known : `${known} [${unit || 'no unit'}]`;
}

function distinct(diagnostics: Diagnostic[]): Diagnostic[] {
  return [...new Map(diagnostics.map((diagnostic) => [diagnostic.message, diagnostic])).values()];
}
