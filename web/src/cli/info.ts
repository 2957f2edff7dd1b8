import { loadCore } from '../core.js';
import { summary } from '../engine.js';
import { print, readRecordingFile } from './files.js';
import { parseOne, readingOptions } from './usage.js';

export async function info(args: string[]): Promise<void> {
  const { values, file } = parseOne(args, { ...readingOptions, identity: { type: 'boolean' }, interpretation: { type: 'boolean' } });
  const { recording, patient, interpretation } = readRecordingFile(await loadCore(), file, values);
  const about = {
    ...summary(recording),
    storedLeads: recording.leads.map((lead) => lead.storedName),
    units: recording.leads.map((lead) => lead.unit),
    ...(values['identity'] ? { patient } : {}),
    ...(values['interpretation'] ? { interpretation } : {}),
  };
  print(values, about, [
    `format         ${about.format}`,
    `sampling rate  ${about.samplingRate} Hz`,
    `duration       ${about.durationSeconds} s (${about.samples} samples)`,
    `leads          ${recording.leads.map(({ name, unit }) => (unit === 'mV' ? name : `${name} (${unit})`)).join(' ')}`,
    ...(about.wearable ? [`recorded by    ${about.wearable}`] : []),
    ...about.diagnostics.map(({ code, message }) => `note           ${message} [${code}]`),
    ...(values['identity'] ? Object.entries(patient).map(([key, value]) => `${key.padEnd(14)} ${value}`) : []),
    ...(values['interpretation'] ? interpretation.map((line) => `it says        ${line}`) : []),
  ]);
}
