// One ECG in every format, as a person has it: a file, a folder, a ZIP.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deidentify, readRecording } from 'ecgfounder-web';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ecgfounder, root, standardLeads, temporaryFolder } from './fixtures.ts';

const formats = {
  'ecg.hea': 'wfdb', 'ecg.edf': 'edf', 'ecg.dcm': 'dicom', 'ecg.scp': 'scp', 'aecg.xml': 'hl7-aecg', 'muse.xml': 'muse-xml',
  'philips.xml': 'sierra-xml', 'mortara.xml': 'mortara-xml', 'schiller.xml': 'schiller-xml', 'ishne.ecg': 'ishne', 'ecg.mwf': 'mfer',
  'ecg.atc': 'atc', 'ecg.npz': 'npz', 'ecg.mat': 'mat', 'ecg.json': 'json', 'ecg.csv': 'csv',
};

describe('one ECG in every format', () => {
  const folder = temporaryFolder();
  const inside = join(folder, 'ecgs');
  const at = (name: string) => join(inside, name);
  beforeAll(() => {
    execFileSync('node', [join(root, 'build/wasm/tests/write_recordings.js'), inside]);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is read by the command line', () => {
    for (const [name, format] of Object.entries(formats)) {
      const { stdout, stderr } = ecgfounder('info', at(name), '--json');
      expect(stderr, name).toBe('');
      expect(JSON.parse(stdout), name).toMatchObject({ format, samplingRate: 500, durationSeconds: 10, leads: standardLeads });
    }
  });

  it('has the same samples in the package', async () => {
    const bytes = (name: string) => ({ name, bytes: new Uint8Array(readFileSync(at(name))) });
    const first = await readRecording([bytes('ecg.hea'), bytes('ecg.dat')]);
    for (const name of Object.keys(formats).slice(1))
      expect((await readRecording(bytes(name))).samples, name).toEqual(first.samples);
  });

  it('is read from a folder, which is told as a whole', () => {
    const notes = at('notes.pdf');
    writeFileSync(notes, '%PDF-1.7');
    mkdirSync(at('deeper'), { recursive: true });
    writeFileSync(at('deeper/ecg.csv'), readFileSync(at('ecg.csv')));
    rmSync(at('all.zip'));
    const { stdout } = ecgfounder('info', inside, '--recording', '2', '--json');
    const { format, diagnostics } = JSON.parse(stdout);
    expect(Object.values(formats)).toContain(format);
    const said = Object.fromEntries(diagnostics.map(({ code, message }: { code: string; message: string }) => [code, message]));
    expect(said['several-recordings']).toMatch(/^There are 17 recordings here, of which number 2 was read: 1 ecgs\//);
    expect(said['skipped']).toMatch(/ecgs\/notes\.pdf/);
    rmSync(notes);
  });

  it('is read from a ZIP, of which each can be chosen', async () => {
    execFileSync('node', [join(root, 'build/wasm/tests/write_recordings.js'), inside]);
    const zip = { name: 'all.zip', bytes: new Uint8Array(readFileSync(at('all.zip'))) };
    const first = await readRecording(zip);
    expect(first.number).toBe(1);
    expect(first.offered).toHaveLength(16);
    const place = first.offered!.indexOf('all.zip/ecg.scp') + 1;
    expect(await readRecording(zip, { recording: place })).toMatchObject({ format: 'scp', number: place, samples: first.samples });
    await expect(readRecording(zip, { recording: 17 })).rejects.toMatchObject({ code: 'no-such-recording' });
  });

  it('tells who it is of only when asked, and lets that go again', async () => {
    const file = { name: 'x.xml', bytes: new TextEncoder().encode(readFileSync(at('muse.xml'), 'utf8').replace('<PatientDemographics>', '<PatientDemographics><PatientLastName>Doe</PatientLastName><PatientAge>93</PatientAge><Gender>FEMALE</Gender>')) };
    const nobody = { id: '', name: '', birthDate: '', recordedAt: '', comments: [], sex: 'F', age: '90+' };
    const recording = await readRecording(file);
    expect(recording.patient).toEqual(nobody);
    const told = await readRecording(file, { identity: true, interpretation: true });
    expect(told.patient).toMatchObject({ name: 'Doe', age: '93' });
    const { interpretation, ...rest } = await deidentify(told);
    expect(interpretation).toBeUndefined();
    expect(rest).toEqual(recording);
  });

  it('says what can be read where a file is none of it', () => {
    writeFileSync(at('x.bin'), new Uint8Array([1, 2, 3, 0, 255]));
    const { status, stderr } = ecgfounder('info', at('x.bin'));
    expect(status).toBe(1);
    for (const format of ['DICOM', 'SCP-ECG', 'HL7 aECG', 'GE MUSE', 'Philips', 'ISHNE', 'Kardia', 'EDF', 'WFDB', 'CSV', 'MATLAB', 'NumPy', 'ZIP'])
      expect(stderr).toContain(format);
  });
});
