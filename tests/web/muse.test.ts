// GE MUSE XML through the command line: what is told, and what is told only when asked for.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ecgfounder, syntheticEcg, temporaryFolder } from './fixtures.ts';

const names = ['I', 'II', 'V1', 'V2', 'V3', 'V4', 'V5', 'V6'];

function waveform(type: string, length: number): string {
  const { microvolts } = syntheticEcg(10, 500, names);
  const leads = names.map((name, i) => {
    const samples = microvolts[i]!.slice(0, length);
    return `<LeadData><LeadAmplitudeUnitsPerBit>1</LeadAmplitudeUnitsPerBit><LeadAmplitudeUnits>MICROVOLTS</LeadAmplitudeUnits><LeadID>${name}</LeadID><WaveFormData>${Buffer.from(samples.buffer).toString('base64')}</WaveFormData></LeadData>`;
  });
  return `<Waveform><WaveformType>${type}</WaveformType><SampleBase>500</SampleBase><SampleExponent>0</SampleExponent>${leads.join('')}</Waveform>`;
}

describe('a MUSE XML file on the command line', () => {
  const folder = temporaryFolder();
  const file = join(folder, 'ecg.xml');
  beforeAll(() => writeFileSync(file, `<?xml version="1.0" encoding="ISO-8859-1"?><RestingECG><PatientDemographics><PatientLastName>Doe</PatientLastName></PatientDemographics><Diagnosis><DiagnosisStatement><StmtFlag>ENDSLINE</StmtFlag><StmtText>Sinus rhythm</StmtText></DiagnosisStatement></Diagnosis>${waveform('Median', 600)}${waveform('Rhythm', 5000)}</RestingECG>`));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('reads the rhythm, and neither identity nor statements unless asked for', () => {
    const { stdout, stderr } = ecgfounder('info', file, '--json');
    expect(stderr).toBe('');
    expect(stdout).not.toMatch(/Doe|Sinus/);
    expect(JSON.parse(stdout)).toMatchObject({ format: 'muse-xml', samplingRate: 500, durationSeconds: 10, leads: names });
    const told = JSON.parse(ecgfounder('info', file, '--json', '--identity', '--interpretation').stdout);
    expect(told.patient.name).toBe('Doe');
    expect(told.interpretation).toEqual(['Sinus rhythm']);
  });

  it('reads the median beat when asked for, and refuses a third recording', () => {
    expect(JSON.parse(ecgfounder('info', file, '--json', '--recording', '2').stdout)).toMatchObject({ samples: 600 });
    const { status, stderr } = ecgfounder('info', file, '--recording', '3');
    expect(status).toBe(1);
    expect(stderr).toMatch(/has no recording 3; choose one of: 1 Rhythm/);
  });

  it('is scored like any other, its missing leads derived and that said', () => {
    const result = JSON.parse(ecgfounder('analyze', file, '--json').stdout);
    expect(result.windows).toHaveLength(1);
    expect(result.diagnostics.map(({ code }: { code: string }) => code)).toContain('derived-lead');
  });
});
