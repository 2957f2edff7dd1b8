// The findings panel alone, with readings that the C++ library made: tiers, contradictions, coverage.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { build } from 'vite';
import type { LabelKnowledge } from '../../web/src/core-types.ts';
import type { AnalysisResult } from '../../web/src/types.ts';
import { root } from '../web/fixtures.ts';
import { openChromium, serve, type Session, type Site } from './chromium.ts';

const config = 'tests/browser/panel/vite.config.ts';
const shots = join(root, 'build', 'screenshots');
let site: Site;
let session: Session;
let page: Page;

const labels = [
  'ATRIAL FIBRILLATION', 'SINUS RHYTHM', 'SINUS BRADYCARDIA', 'SINUS TACHYCARDIA', 'LEFT BUNDLE BRANCH BLOCK',
  'RIGHT BUNDLE BRANCH BLOCK', 'WITH 1ST DEGREE AV BLOCK', 'LEFT AXIS DEVIATION', 'NORMAL ECG', 'my own label',
];
const measured = (label: string, positives: number, operatingPoint: number | null): LabelKnowledge => ({
  label, operatingPoint, evidence: { dataset: 'PTB-XL', n: 1588, positives, auroc: 0.981, aurocCi: [0.963, 0.991] },
});
const knowledge: LabelKnowledge[] = [
  measured('ATRIAL FIBRILLATION', 81, 0.31), measured('SINUS RHYTHM', 1400, 0.62), measured('LEFT BUNDLE BRANCH BLOCK', 34, 0.4),
  { ...measured('WITH 1ST DEGREE AV BLOCK', 60, 0.2), platt: { a: 0.9, b: -1.4 } }, measured('LEFT AXIS DEVIATION', 4, null),
];

/** A result as Founder.analyze gives it, of made-up logits, one row a window. */
async function result(rows: number[][], known = knowledge, names = labels): Promise<AnalysisResult> {
  const { loadCore } = (await import('../../dist/src/core.js')) as typeof import('../../web/src/core.ts');
  const { examine } = (await import('../../dist/src/examine.js')) as typeof import('../../web/src/examine.ts');
  const core = await loadCore();
  const nothing = { format: 'wfdb', samplingRate: 500, length: 0, leads: [], samples: new Float32Array(), diagnostics: [] };
  const reading = core.readScores(names, Float32Array.from(rows.flat()), { includeHidden: true, knowledge: known });
  return {
    ...reading,
    ...examine(core, nothing),
    abstained: null,
    recording: { format: 'wfdb', samplingRate: 500, samples: 5000 * rows.length, durationSeconds: 10 * rows.length, leads: [], diagnostics: [] },
    model: { name: 'small', sha256: null, leads: [], labels: names, weightType: 'fp32', preset: 'founder' },
    device: 'wasm', engine: 'net1d', preset: 'founder', diagnostics: [], timings: { examineMs: 5, prepareMs: 3, runMs: 20 },
    windows: rows.map((_, w) => ({ start: 10 * w, paddedSeconds: 0, missingFraction: 0, logits: new Float32Array(), features: new Float32Array() })),
  };
}

async function allLabels(): Promise<string[]> {
  const { loadCore } = (await import('../../dist/src/core.js')) as typeof import('../../web/src/core.ts');
  return (await loadCore()).labels().map(({ label }) => label);
}

const contradictory = [3.1, 1.2, -4, -5, 0.9, -2, 0.4, 1.5, 1.1, -1];
const quiet = [-4, -1, -4, -5, -4, -2, -3, -2, -2, -1];

beforeAll(async () => {
  mkdirSync(shots, { recursive: true });
  await build({ configFile: join(root, config), logLevel: 'error' });
  site = await serve(config);
  session = await openChromium();
  ({ page } = session);
});
afterAll(async () => {
  await session.close();
  await site.close();
});
beforeEach(async () => {
  await page.goto(site.url);
});

const show = async (shown: AnalysisResult) => page.evaluate((value) => window.show(value), shown);
const row = (label: string) => page.locator(`.score[data-label="${label}"]`);

describe('the findings panel', () => {
  it('leads with what is above its operating point, and says so in words in the row', async () => {
    await show(await result([contradictory]));
    expect(await page.innerText('#reading-summary')).toMatch(/^Above the operating point: atrial fibrillation, .*Not a diagnosis\./);
    expect(await row('ATRIAL FIBRILLATION').innerText()).toMatch(/above the operating point \(from score 0\.31\)/);
    expect(await row('RIGHT BUNDLE BRANCH BLOCK').innerText()).not.toMatch(/operating point/);
    await show(await result([quiet]));
    expect(await page.innerText('#reading-summary')).toMatch(/^None of the 4 labels .* rules nothing out\./);
    expect(await row('ATRIAL FIBRILLATION').innerText()).toMatch(/below the operating point/);
  });

  it('says probability only where one is known', async () => {
    await show(await result([contradictory]));
    expect(await row('WITH 1ST DEGREE AV BLOCK').locator('.value').innerText()).toMatch(/probability\s+score 0\.60/);
    expect(await row('ATRIAL FIBRILLATION').locator('.value').innerText()).toMatch(/^0\.96\s+score$/);
  });

  it('gives the figures of a tier to keyboard, mouse, touch and screen reader', async () => {
    await show(await result([contradictory]));
    const badge = row('ATRIAL FIBRILLATION').getByRole('button', { name: /validated here: Atrial fibrillation/ });
    const tip = row('ATRIAL FIBRILLATION').locator('[role=tooltip]');
    const figures = 'Validated here on PTB-XL: AUROC 0.98 (0.96 to 0.99), n 1588, 81 positive';
    expect(await badge.evaluate((button) => document.getElementById(button.getAttribute('aria-describedby')!)!.textContent)).toBe(figures);
    expect(await tip.isVisible()).toBe(false);
    await page.keyboard.press('Tab');
    for (let i = 0; i < 10 && !(await badge.evaluate((button) => button === document.activeElement)); i++) await page.keyboard.press('Tab');
    expect(await tip.isVisible()).toBe(true);
    expect(await tip.innerText()).toBe(figures);
    await page.keyboard.press('Escape');
    expect(await tip.isVisible()).toBe(false);
    await badge.hover();
    expect(await tip.isVisible()).toBe(true);
    await tip.hover();
    expect(await tip.isVisible()).toBe(true);
    await page.mouse.move(5, 5);
    expect(await tip.isVisible()).toBe(false);
    await badge.click();
    expect(await tip.isVisible()).toBe(true);
    expect(await row('LEFT AXIS DEVIATION').innerText()).toMatch(/not validated/);
    expect(await row('LEFT AXIS DEVIATION').locator('[role=tooltip]').textContent()).toMatch(/too few cases \(n 1588, 4 positive\)/);
  });

  it('points contradictions out above the findings, one a kind, and shows their window', async () => {
    await show(await result([quiet, contradictory]));
    const notice = page.locator('.contradictions');
    expect(await notice.innerText()).toMatch(/Atrial fibrillation \(score 0\.96\) and sinus rhythm \(score 0\.77\) cannot both be true/);
    expect(await notice.innerText()).toMatch(/Each is at or above its operating point: 0\.31 and 0\.62/);
    expect(await notice.locator(':scope > ul > li').count()).toBe(3);
    expect(await notice.evaluate((element) => Boolean(element.compareDocumentPosition(document.querySelector('.groups')!) & Node.DOCUMENT_POSITION_FOLLOWING))).toBe(true);
    await notice.getByRole('button', { name: 'Both at 10–20 s: show it' }).first().click();
    expect(await page.evaluate(() => window.asked)).toEqual([10]);
    await show(await result([quiet]));
    expect(await notice.count()).toBe(0);
    // Many of them do not push the findings away, and what is the same for all is said once.
    const all = await allLabels();
    await show(await result([all.map(() => 2)], [], all));
    expect(await notice.locator(':scope > ul > li').count()).toBe(3);
    expect(await notice.locator(':scope > details > summary').innerText()).toMatch(/^\d+ more contradictions$/);
    expect((await notice.textContent())!.match(/used because no operating point is known for either/g)).toHaveLength(1);
  });

  it('lists what the model does not look for, closed, critical labels first', async () => {
    await show(await result([quiet]));
    const details = page.locator('#not-covered');
    expect(await details.getAttribute('open')).toBeNull();
    expect(await details.locator('summary').innerText()).toBe('Not covered by this model (101 labels)');
    await details.locator('summary').click();
    expect(await details.locator('h4').first().innerText()).toBe('Critical');
    expect(await details.locator('ul').first().innerText()).toMatch(/Ventricular tachycardia/);
    expect(await details.innerText()).not.toMatch(/now evident/);
  });

  it('can be looked at: desktop and phone, light and dark, and never wider than the screen', async () => {
    for (const [name, shown] of [['one', await result([contradictory])], ['windows', await result([quiet, contradictory])]] as const)
      for (const [width, height] of [[1280, 900], [390, 844]] as const)
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.setViewportSize({ width, height });
          await page.emulateMedia({ colorScheme });
          await show(shown);
          await row('LEFT BUNDLE BRANCH BLOCK').locator('.tier-badge').click();
          if (name === 'one') await page.locator('#not-covered > summary').click();
          await row('LEFT BUNDLE BRANCH BLOCK').locator('.tier-badge').click();
          await page.screenshot({ path: join(shots, `findings-${name}-${width}-${colorScheme}.png`), fullPage: true });
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        }
  });
});
