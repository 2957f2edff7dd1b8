// Recordings that the project makes itself: one synthetic ECG, written in several formats.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
export const corpus = join(root, '..', 'shared', 'corpus');
export const standardLeads = ['I', 'II', 'III', 'aVR', 'aVL', 'aVF', 'V1', 'V2', 'V3', 'V4', 'V5', 'V6'];

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'ecgfounder-test-'));
}

export interface SyntheticEcg {
  samplingRate: number;
  leads: string[];
  /** [leads][samples], whole microvolts. */
  microvolts: Int16Array[];
}

/** Regular beats with P, QRS and T, different in every lead, in whole microvolts. */
export function syntheticEcg(seconds: number, samplingRate: number, leads = standardLeads): SyntheticEcg {
  const bump = (t: number, at: number, width: number) => Math.exp(-(((t - at) / width) ** 2));
  const samples = Math.round(seconds * samplingRate);
  const electrodes = leads.map((_, lead) =>
    Array.from({ length: samples }, (_, i) => {
      const t = (i / samplingRate) % 0.8;
      const r = 900 - 130 * lead;
      return Math.round(
        120 * bump(t, 0.15, 0.03) + r * bump(t, 0.3, 0.012) - 200 * bump(t, 0.33, 0.01) +
          250 * bump(t, 0.55, 0.06) + 15 * Math.sin(i * (lead + 3)),
      );
    }),
  );
  return { samplingRate, leads, microvolts: electrodes.map((lead) => Int16Array.from(lead)) };
}

/** An ECG with electrodes off: lead V1 is flat and V2 jumps about, over its limits. */
export function unusableEcg(seconds: number, samplingRate: number): SyntheticEcg {
  const { microvolts, ...rest } = syntheticEcg(seconds, samplingRate);
  const jump = (_: number, t: number) => (Math.floor(t / samplingRate) % 2 === 0 ? 6000 : -6000);
  return { ...rest, microvolts: microvolts.map((lead, i) => (i === 6 ? lead.map(() => 0) : i === 7 ? lead.map(jump) : lead)) };
}

/** A WFDB record in format 16: NAME.hea and NAME.dat. */
export function wfdbFiles(name: string, { samplingRate, leads, microvolts }: SyntheticEcg): Record<string, Uint8Array> {
  const samples = microvolts[0]!.length;
  const header = [
    `${name} ${leads.length} ${samplingRate} ${samples}`,
    ...leads.map((lead, i) => `${name}.dat 16 1000/mV 16 0 ${microvolts[i]![0]} 0 0 ${lead}`),
    '# <age>: 61 <sex>: F Jane Doe',
  ];
  const frames = new Int16Array(samples * leads.length);
  for (let t = 0; t < samples; t++)
    for (let lead = 0; lead < leads.length; lead++) frames[t * leads.length + lead] = microvolts[lead]![t]!;
  return {
    [`${name}.hea`]: new TextEncoder().encode(header.join('\n') + '\n'),
    [`${name}.dat`]: new Uint8Array(frames.buffer),
  };
}

export function csvFile({ samplingRate, leads, microvolts }: SyntheticEcg): string {
  const rows = [['time (s)', ...leads.map((lead) => `${lead} (mV)`)].join(',')];
  for (let t = 0; t < microvolts[0]!.length; t++)
    rows.push([t / samplingRate, ...microvolts.map((lead) => lead[t]! / 1000)].join(','));
  return rows.join('\n') + '\n';
}

/** The export of Apple Health: one lead in microvolts, with a header in words. */
export function appleCsv({ samplingRate, microvolts }: SyntheticEcg): string {
  const header = [
    'Name,Jane Doe', 'Date of Birth,"1 Jan 1960"', 'Recorded Date,2023-07-04 21:57:38 +0800', 'Classification,Sinus Rhythm',
    'Symptoms,', 'Software Version,1.90', 'Device,"Watch5,1"', `Sample Rate,${samplingRate} hertz`, '', '', 'Lead,Lead I', 'Unit,µV', '',
  ];
  return [...header, ...microvolts[0]!].join('\n') + '\n';
}

/** EDF with records of 0.2 s, physical unit uV, one digital step a microvolt. */
export function edfFile({ samplingRate, leads, microvolts }: SyntheticEcg): Uint8Array {
  const text = (value: string | number, width: number) => String(value).padEnd(width).slice(0, width);
  const perRecord = samplingRate / 5;
  const records = Math.floor(microvolts[0]!.length / perRecord);
  const each = (value: string | number, width: number) => text(value, width).repeat(leads.length);
  const header =
    text(0, 8) + text('X F X Jane_Doe', 80) + text('Startdate X X X X', 80) + '01.01.0001.00.00' +
    text(256 * (leads.length + 1), 8) + text('', 44) + text(records, 8) + text(0.2, 8) + text(leads.length, 4) +
    leads.map((lead) => text(`ECG ${lead}`, 16)).join('') + each('', 80) + each('uV', 8) + each(-32768, 8) +
    each(32767, 8) + each(-32768, 8) + each(32767, 8) + each('', 80) + each(perRecord, 8) + each('', 32);
  const body = new Int16Array(records * leads.length * perRecord);
  let at = 0;
  for (let record = 0; record < records; record++)
    for (const lead of microvolts) {
      body.set(lead.subarray(record * perRecord, (record + 1) * perRecord), at);
      at += perRecord;
    }
  return Buffer.concat([Buffer.from(header, 'latin1'), Buffer.from(body.buffer)]);
}

export function writeFiles(folder: string, files: Record<string, Uint8Array | string>): void {
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
}

/** A checkpoint of the official layout with generated weights; `--small` is a network of a few kB. */
export function makeCheckpoint(out: string, ...options: string[]): string {
  execFileSync('node', [join(root, 'build/wasm/tests/make_checkpoint.js'), '--out', out, ...options]);
  return out;
}

/** Runs the command line as a user does. */
export function ecgfounder(...args: string[]): { status: number; stdout: string; stderr: string } {
  try {
    const stdout = execFileSync('node', [join(root, 'dist/src/cli/main.js'), ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1 << 28 });
    return { status: 0, stdout, stderr: '' };
  } catch (error) {
    const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string };
    return { status, stdout, stderr };
  }
}
