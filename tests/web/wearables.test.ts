// What watches and chest straps record, by the command line and through the bindings.
import { readdirSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ModelLeads, Recording } from '../../web/src/types.ts';
import { corpus, ecgfounder, root, syntheticEcg, temporaryFolder, writeFiles } from './fixtures.ts';

const folder = temporaryFolder();
const { microvolts } = syntheticEcg(10, 512, ['I']);
const values = [...microvolts[0]!];

beforeAll(() =>
  writeFiles(folder, {
    'apple.csv': [
      'Name,Jane Doe', 'Date of Birth,"1 Jan 1900"', 'Recorded Date,2024-01-01 10:00:00 +0100', 'Classification,Sinus Rhythm',
      'Device,"Watch5,1"', 'Sample Rate,512 hertz', '', 'Lead,Lead I', 'Unit,µV', '', ...values, '',
    ].join('\n'),
    'polar.txt': [
      'Phone timestamp;sensor timestamp [ns];timestamp [ms];ecg [uV]',
      ...values.slice(0, 1300).map((value, i) => `2024-05-05T12:00:00.000;${599616000000000000n + BigInt(Math.round(i * 1e9 / 130))};0;${value}`), '',
    ].join('\n'),
  }));

afterAll(() => rmSync(folder, { recursive: true }));

const info = (path: string, ...options: string[]) => {
  const { status, stdout, stderr } = ecgfounder('info', path, '--json', ...options);
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return stdout;
};

describe('wearables', () => {
  it('are told by ecgfounder info, without who recorded', () => {
    const apple = info(join(folder, 'apple.csv'));
    expect(JSON.parse(apple)).toMatchObject({ format: 'apple-health', samplingRate: 512, samples: 5120, leads: ['I'], wearable: 'watch' });
    expect(apple).toMatch(/device-classification/);
    expect(apple).not.toMatch(/Jane|1900/);
    expect(info(join(folder, 'apple.csv'), '--identity')).toMatch(/Jane Doe/);
    const polar = JSON.parse(info(join(folder, 'polar.txt'))) as { samplingRate: number };
    expect(polar).toMatchObject({ format: 'polar', samples: 1300, leads: ['ecg'], wearable: 'chest strap' });
    expect(polar.samplingRate).toBeCloseTo(130, 4);
  });

  it('are known in every file of the corpus', () => {
    for (const [kind, wearable] of [['apple_health_csv', 'watch'], ['polar_h10', 'chest strap']] as const) {
      if (!existsSync(join(corpus, kind))) {
        console.log(`skipped: the corpus has no ${kind}`);
        continue;
      }
      for (const name of readdirSync(join(corpus, kind)).filter((file) => /\.(csv|txt)$/.test(file)))
        expect(JSON.parse(info(join(corpus, kind, name)))).toMatchObject({ wearable });
    }
  });

  it('keep what they are through the bindings, which say the network', async () => {
    const { loadCore } = (await import(join(root, 'dist/src/core.js'))) as {
      loadCore(): Promise<{ modelLeads(recording: Recording): ModelLeads; twelveLeads(recording: Recording): Recording }>;
    };
    const core = await loadCore();
    const recording = (names: string[]): Recording => ({
      format: 'csv', samplingRate: 500, length: 1, diagnostics: [], wearable: 'hand-held', samples: new Float32Array(names.length),
      leads: names.map((name) => ({ name, storedName: name, unit: 'mV' })),
    });
    const chest = ['V1', 'V2', 'V3', 'V4', 'V5', 'V6'];
    expect(core.twelveLeads(recording(['I', 'II', ...chest])).wearable).toBe('hand-held');
    expect(core.modelLeads(recording(['I', 'II', ...chest]))).toMatchObject({ leads: 12, lead: null });
    const one = core.modelLeads(recording(['ecg']));
    expect(one).toMatchObject({ leads: 1, lead: 'ecg' });
    expect(one.reason).toMatch(/lacks I, II, III.*V5 and V6/);
    expect(core.modelLeads(recording([])).lead).toBe(null);
  });
});
