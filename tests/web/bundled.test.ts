// The models that come with the package: what their cards say is of these very files, and each
// recording goes to the one that it has the leads for.
import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnalysisResult } from '../../web/src/types.ts';
import type { ModelCard } from '../../web/src/model-card.ts';
import { appleCsv, ecgfounder, root, syntheticEcg, temporaryFolder, wfdbFiles, writeFiles } from './fixtures.ts';

const folder = temporaryFolder();
const analyze = (name: string, ...more: string[]): AnalysisResult => {
  const { status, stdout, stderr } = ecgfounder('analyze', join(folder, name), '--json', ...more);
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return JSON.parse(stdout) as AnalysisResult;
};
const card = (leads: 12 | 1) => JSON.parse(readFileSync(join(root, `models/bundled/${leads}-lead.card.json`), 'utf8')) as ModelCard;

beforeAll(() => writeFiles(folder, {
  ...wfdbFiles('twelve', syntheticEcg(10, 500)),
  ...wfdbFiles('two', syntheticEcg(10, 250, ['II', 'V5'])),
  'watch.csv': appleCsv(syntheticEcg(30, 512, ['I'])),
}));
afterAll(() => rmSync(folder, { recursive: true }));

describe('the bundled models', () => {
  it.each([12, 1] as const)('have a card of the very file (%i leads), of at most 3 MB', (leads) => {
    const model = readFileSync(join(root, `models/bundled/${leads}-lead.onnx`));
    const { model: about, labels } = card(leads);
    expect(about).toMatchObject({ leads, bytes: model.byteLength, sha256: createHash('sha256').update(model).digest('hex') });
    expect(model.byteLength).toBeLessThan(3e6);
    for (const { label, n, positives, auroc, aurocCi } of labels) {
      expect(positives, label).toBeLessThan(n);
      expect(aurocCi![0], label).toBeLessThanOrEqual(auroc!);
      expect(aurocCi![1], label).toBeGreaterThanOrEqual(auroc!);
    }
  });

  it('score twelve leads with evidence for every label', () => {
    const { model, findings, diagnostics } = analyze('twelve.hea');
    expect(model.leads).toHaveLength(12);
    expect(findings.map(({ label }) => label).sort()).toEqual(card(12).labels.map(({ label }) => label).sort());
    for (const { label, tier, positive } of findings) {
      expect(tier, label).toBe('validated');
      expect(typeof positive, label).toBe('boolean');
    }
    expect(JSON.stringify(diagnostics)).not.toMatch(/single-lead-model|outside-domain/);
  });

  it('score fewer leads, or one that is asked for, with the single-lead model, and say so', () => {
    for (const result of [analyze('two.hea'), analyze('twelve.hea', '--lead', 'V2')]) {
      expect(result.model.leads).toHaveLength(1);
      expect(result.diagnostics.map(({ code }) => code)).toContain('single-lead-model');
    }
    expect(analyze('two.hea').diagnostics.find(({ code }) => code === 'single-lead-model')!.message).toMatch(/III/);
  });

  it('say that a watch is outside of what they were measured on', () => {
    const { diagnostics } = analyze('watch.csv');
    expect(diagnostics.find(({ code }) => code === 'outside-domain')!.message).toMatch(/made with a watch.*hand-held/);
  });

  it('show no evidence with another preset than it was measured with', () => {
    const { findings, diagnostics } = analyze('twelve.hea', '--preset', 'paper');
    expect(findings.every(({ tier, evidence }) => tier !== 'validated' && !evidence)).toBe(true);
    expect(diagnostics.find(({ code }) => code === 'evidence-left-out')!.message).toMatch(/preset founder, not paper/);
  });

  it('give a probability only with a calibration of the very model', () => {
    const { sha256 } = card(12).model;
    const calibration = (of: string) => JSON.stringify({
      format: 'ecgfounder-calibration', version: 1, model: { name: 'x', sha256: of }, preset: 'founder', aggregate: 'max', method: 'platt',
      labels: [{ label: 'ATRIAL FIBRILLATION', a: 0.5, b: -1, prevalence: 0.1, n: 100, positives: 10, operatingPoint: { score: 0.5, logit: 0 } }], problems: [],
    });
    writeFiles(folder, { 'c.json': calibration(sha256), 'other.json': calibration('0'.repeat(64)) });
    const { findings, windows } = analyze('twelve.hea', '--calibration', join(folder, 'c.json'));
    const af = findings.find(({ label }) => label === 'ATRIAL FIBRILLATION')!;
    expect(af.probability).toBeCloseTo(1 / (1 + Math.exp(-(0.5 * windows[0]!.logits[af.index]! - 1))), 9);
    expect(findings.filter(({ probability }) => probability !== null)).toHaveLength(1);
    expect(analyze('twelve.hea', '--preset', 'paper', '--calibration', join(folder, 'c.json')).diagnostics.map(({ code }) => code)).toContain('calibration-left-out');
    const refused = ecgfounder('analyze', join(folder, 'twelve.hea'), '--calibration', join(folder, 'other.json'));
    expect(refused.status).toBe(1);
    expect(refused.stderr).toMatch(/neither of the bundled models/);
    writeFiles(folder, { 'torn.json': calibration(sha256).slice(0, 100) });
    const torn = ecgfounder('analyze', join(folder, 'twelve.hea'), '--calibration', join(folder, 'torn.json'));
    expect(torn.status).toBe(1);
    expect(torn.stderr).toMatch(/calibration/);
    expect(torn.stderr.trim().split('\n')).toHaveLength(1);
  });
});
