import { type Diagnostic, type Recording, twelveLeads } from 'ecgfounder-web';

/** What is drawn of a recording. */
export interface TraceData {
  samplingRate: number;
  length: number;
  seconds: number;
  /** The twelve leads in the standard order, or whatever ECG leads the recording has. */
  standard: boolean;
  leads: TraceLead[];
  /** Channels of the recording that are not drawn. */
  omitted: string[];
  diagnostics: Diagnostic[];
}

export interface TraceLead {
  name: string;
  /** Computed from other leads (or turned round), not stored in the file. */
  derived: boolean;
  /** mV, NaN where missing. */
  samples: Float32Array;
}

/** More rows than this are unreadable, and higher than a canvas may be. */
const maxRows = 24;

export async function traceData(recording: Recording): Promise<TraceData> {
  try {
    return of(await twelveLeads(recording), recording, true);
  } catch {
    // Not twelve leads: the ECG leads as stored.
    return of(recording, recording, false);
  }
}

function of(drawn: Recording, stored: Recording, standard: boolean): TraceData {
  const storedNames = new Set(stored.leads.map((lead) => lead.name));
  const leads = drawn.leads
    .map(({ name, unit }, i) => ({
      name,
      unit,
      derived: !storedNames.has(name),
      samples: drawn.samples.subarray(i * drawn.length, (i + 1) * drawn.length),
    }))
    .filter(({ unit }) => unit === 'mV')
    .slice(0, maxRows);
  const drawnNames = new Set(leads.map((lead) => lead.name));
  return {
    samplingRate: drawn.samplingRate,
    length: drawn.length,
    seconds: drawn.length / drawn.samplingRate,
    standard,
    leads,
    omitted: stored.leads.filter(({ name }) => !drawnNames.has(name)).map(({ name }) => name),
    diagnostics: drawn.diagnostics,
  };
}
