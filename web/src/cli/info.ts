import { loadCore } from '../core.js';
import { summary } from '../engine.js';
import { print, readRecordingFile } from './files.js';
import { parseOne, readingOptions } from './usage.js';

export async function info(args: string[]): Promise<void> {
  const { values, file } = parseOne(args, { ...readingOptions, identity: { type: 'boolean' }, interpretation: { type: 'boolean' } });
  const core = await loadCore();
  const { recording, patient, interpretation } = readRecordingFile(core, file, values);
  const { age, sex } = core.deidentify(patient);
  const about = {
    ...summary(recording),
    storedLeads: recording.leads.map((lead) => lead.storedName),
    units: recording.leads.map((lead) => lead.unit),
    patient: values['identity'] ? patient : { age, sex },
    ...(values['interpretation'] ? { interpretation } : {}),
  };
  print(values, about, [
    `format         ${about.format}`,
    `sampling rate  ${about.samplingRate} Hz`,
    `duration       ${about.durationSeconds} s (${about.samples} samples)`,
    `leads          ${recording.leads.map(({ name, unit }) => (unit === 'mV' ? name : `${name} (${unit})`)).join(' ')}`,
    ...(about.wearable ? [`recorded by    ${about.wearable}`] : []),
    ...about.diagnostics.map(({ code, message }) => `note           ${message} [${code}]`),
    ...Object.entries(about.patient).filter(([, value]) => value.length > 0).map(([key, value]) => `${key.padEnd(14)} ${value}`),
    ...(values['interpretation'] ? interpretation.map((line) => `it says        ${line}`) : []),
  ]);
}
