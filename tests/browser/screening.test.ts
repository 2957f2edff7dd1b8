// The screening page as a person uses it: drop, look, score, cancel, again.
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { appleCsv, csvFile, makeCheckpoint, root, syntheticEcg, temporaryFolder, unusableEcg, wfdbFiles, writeFiles } from '../web/fixtures.ts';
import { openChromium, serve, type Session, type Site } from './chromium.ts';

const folder = temporaryFolder();
const at = (name: string) => join(folder, name);
const shots = join(root, 'build', 'screenshots');
let site: Site;
let session: Session;
let page: Page;

beforeAll(async () => {
  mkdirSync(shots, { recursive: true });
  writeFiles(folder, {
    ...wfdbFiles('ecg', syntheticEcg(10, 500)),
    ...wfdbFiles('long', syntheticEcg(600, 500)),
    ...wfdbFiles('single', syntheticEcg(12, 300, ['ECG'])),
    ...wfdbFiles('bad', unusableEcg(10, 500)),
    'ecg.csv': csvFile(syntheticEcg(10, 250)),
    'no-unit.csv': csvFile(syntheticEcg(10, 250)).replaceAll(' (mV)', ''),
    'broken.edf': 'not an ECG at all',
    'watch.csv': appleCsv(syntheticEcg(30, 512, ['I'])),
  });
  execFileSync('node', [join(root, 'build/wasm/tests/write_recordings.js'), at('ecgs')]);
  makeCheckpoint(at('small.pth'), '--leads', '12', '--small');
  site = await serve('vite.config.ts');
});
afterAll(() => site.close());
beforeEach(async () => {
  session = await openChromium();
  ({ page } = session);
  await page.addInitScript(() => {
    const violations: string[] = [];
    Object.assign(window, { violations });
    document.addEventListener('securitypolicyviolation', (event) => violations.push(`${event.violatedDirective} ${event.blockedURI}`));
  });
  await page.goto(site.url);
});
afterEach(async () => {
  await session.close().catch(() => undefined);
});

const state = (wanted: string) => page.waitForSelector(`body[data-state="${wanted}"]`, { timeout: 60_000 });
const ecg = (...names: string[]) => page.setInputFiles('#file-input', names.map(at));
const model = (name: string) => page.setInputFiles('#model-input', at(name));
const text = (selector: string) => page.locator(selector).innerText();

/** Pictures of the page as it is, desktop and phone, light and dark; nothing is wider than the screen. */
async function look(name: string): Promise<void> {
  for (const [width, height] of [[390, 844], [1280, 900]] as const)
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme });
      await page.waitForTimeout(200);
      await page.screenshot({ path: join(shots, `${name}-${width}-${colorScheme}.png`), fullPage: true });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
}

/** Drops a folder as a file manager does. */
async function dropFolder(path: string): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await devtools.send('Input.dispatchDragEvent', { type, x: 200, y: 300, data });
}

/** Clicks Cancel the moment it can be clicked: from the outside, a fast analysis would be over before. */
const cancelAtOnce = () => page.evaluate(() => {
  const button = document.querySelector<HTMLButtonElement>('#cancel')!;
  const observer = new MutationObserver(() => {
    if (document.body.dataset['state'] !== 'analyzing' || button.hidden) return;
    observer.disconnect();
    button.click();
    document.body.dataset['cancelled'] = 'true';
  });
  observer.observe(document.body, { attributes: true, subtree: true, attributeFilter: ['hidden', 'data-state'] });
});

/** Inked pixels of the trace, over all its canvases. */
const ink = () => page.evaluate(() => [...document.querySelectorAll<HTMLCanvasElement>('#trace canvas')].reduce((sum, canvas) => {
  const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
  let dark = 0;
  for (let i = 0; i < data.length; i += 4) if (data[i]! + data[i + 1]! + data[i + 2]! < 200 && data[i + 3]! > 128) dark++;
  return sum + dark;
}, 0));

describe('the screening page', () => {
  it('scores with the bundled models from the start, shows their cards, and says how to get all labels', async () => {
    await ecg('ecg.hea', 'ecg.dat');
    await state('done');
    expect(await ink()).toBeGreaterThan(500);
    expect(await text('#facts')).toMatch(/500 Hz/);
    expect(await text('#findings')).toMatch(/Sinus rhythm/);
    expect(await text('#model')).toMatch(/12_lead_ECGFounder\.pth/);
    await page.click('.model-card[data-leads="12"] > summary');
    const card = await text('.model-card[data-leads="12"]');
    for (const told of [/PTB-XL .*CC BY 4\.0/, /not a medical device/, /Atrial fibrillation\s+0\.\d\d/]) expect(card).toMatch(told);
    expect(await page.locator('body').innerText()).not.toMatch(/Jane/);
  });

  it('shows quality and measurements, a dash where there is none', async () => {
    await ecg('ecg.hea', 'ecg.dat');
    await state('done');
    expect(await text('#quality')).toMatch(/^Signal quality: (good|usable)/);
    const tile = (name: string) => page.locator(`[data-measurement="${name}"]`).innerText();
    expect(await tile('Heart rate')).toMatch(/75\s*\/min/);
    for (const name of ['PR', 'QRS', 'QT', 'QTcF', 'QTcB']) expect(await tile(name)).toMatch(/\d+\s*ms/);
    expect(await text('#beats')).toMatch(/^1[123] beats; rhythm regular\./);
    await ecg('single.hea', 'single.dat');
    await page.waitForFunction(() => /limb leads/.test(document.querySelector('#not-measured')?.textContent ?? ''));
    expect(await tile('QRS axis')).toMatch(/–/);
    expect(await text('#not-measured')).toMatch(/P axis, QRS axis, T axis: not measured\. An axis needs two of the limb leads\./);
  });

  it('does not score an unusable recording, says what to redo, and interprets it when asked to', async () => {
    await ecg('bad.hea', 'bad.dat');
    await state('done');
    expect(await text('#quality')).toMatch(/unusable\. Record again\.[^]*Lead V1 is flat/);
    expect(await text('#abstained')).toMatch(/not fit to interpret/);
    expect(await page.locator('.score').count()).toBe(0);
    await look('abstained');
    await page.click('#interpret-anyway');
    await page.waitForSelector('.score');
    expect(await text('#against-advice')).toMatch(/asked for all the same/);
    await look('interpreted-anyway');
    await ecg('ecg.hea', 'ecg.dat');
    await page.waitForFunction(() => !document.querySelector('#against-advice') && document.body.dataset['state'] === 'done');
    expect(await page.locator('.score').count()).toBeGreaterThan(0);
    await ecg('bad.hea', 'bad.dat');
    await page.waitForSelector('#abstained');
  });

  it('scores a single lead with the single-lead model, and says where its figures may not hold', async () => {
    await ecg('single.hea', 'single.dat');
    await state('done');
    expect(await text('#facts')).toMatch(/single-lead model/);
    await ecg('watch.csv');
    await page.waitForFunction(() => /made with a watch/.test(document.querySelector('#facts')!.textContent!));
    expect(await text('#facts')).toMatch(/not known to hold here/);
    await page.screenshot({ path: join(shots, 'watch.png'), fullPage: true });
  });

  it('takes a drop of recording and model together, and sends nothing while it works', async () => {
    const files = await Promise.all(['ecg.hea', 'ecg.dat', 'small.pth'].map(async (name) => ({
      name, base64: (await import('node:fs')).readFileSync(at(name)).toString('base64'),
    })));
    await state('ready');
    await page.waitForLoadState('networkidle');
    const loaded = Date.now();
    const transfer = await page.evaluateHandle((dropped) => {
      const data = new DataTransfer();
      for (const { name, base64 } of dropped)
        data.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], name));
      return data;
    }, files);
    await page.dispatchEvent('#drop', 'drop', { dataTransfer: transfer });
    await state('done');
    const finished = Date.now();
    expect(await text('#findings')).toMatch(/Atrial fibrillation/);
    expect(await text('#device')).toMatch(/WASM|WebGPU/i);
    expect(await page.evaluate(() => (window as unknown as { violations: string[] }).violations)).toEqual([]);

    // A second analysis: everything is here already, so nothing at all may be asked for.
    const again = Date.now();
    await ecg('ecg.csv');
    await state('done');
    const done = Date.now();
    const requests = await session.close();
    const foreign = requests.filter(({ url, byPage }) => byPage && !url.startsWith(site.url) && !/^(data|blob):/.test(url));
    expect(foreign).toEqual([]);
    expect(requests.filter(({ time, byPage }) => byPage && time >= again && time <= done)).toEqual([]);
    expect(site.log.filter(({ time }) => time >= again && time <= done)).toEqual([]);
    // During the first one the page fetched ONNX Runtime, its own file, and no more.
    const own = site.log.filter(({ time }) => time >= loaded && time <= finished).map(({ url }) => url);
    for (const url of own) expect(url).toMatch(/\/assets\/(ort|worker|core|rolldown-runtime)[-.\w]*\.(wasm|js|mjs)$/);
  });

  it('cancels, keeps what is shown, and analyses again', async () => {
    await model('small.pth');
    await page.waitForFunction(() => /small\.pth/.test(document.querySelector('#model')!.textContent!));
    await state('ready');
    await cancelAtOnce();
    await ecg('long.hea', 'long.dat');
    await page.waitForSelector('body[data-cancelled="true"]');
    await page.waitForFunction(() => document.body.dataset['state'] !== 'analyzing');
    expect(await page.evaluate(() => document.body.dataset['state'])).toBe('ready');
    expect(await ink()).toBeGreaterThan(500);
    await ecg('ecg.hea', 'ecg.dat');
    await state('done');
    expect(await text('#findings')).toMatch(/Atrial fibrillation/);
  });

  it('asks for what a CSV does not say', async () => {
    await ecg('no-unit.csv');
    await page.waitForSelector('#details-form:not([hidden])');
    await page.screenshot({ path: join(shots, 'ask.png') });
  });

  it('says what is wrong in one sentence, and loses nothing', async () => {
    await ecg('ecg.hea', 'ecg.dat');
    await state('done');
    await ecg('broken.edf');
    await page.waitForFunction(() => document.querySelector('#error')!.textContent!.includes('broken.edf'));
    expect(await ink()).toBeGreaterThan(500);
    await ecg('ecg.dat');
    await page.waitForFunction(() => document.querySelector('#error')!.textContent!.includes('ecg.hea'));
    await model('ecg.csv');
    await page.waitForFunction(() => document.querySelector('#error')!.textContent!.includes('ecg.csv') || /not/.test(document.querySelector('#error')!.textContent!));
    expect(await ink()).toBeGreaterThan(500);
  });

  it('shows a single lead, and why a 12-lead model cannot score it', async () => {
    await model('small.pth');
    await ecg('single.hea', 'single.dat');
    expect(await text('#score-error')).toMatch(/lead/);
    expect(await ink()).toBeGreaterThan(500);
  });

  it('takes a ZIP and a folder, and lets one of their recordings be chosen', async () => {
    await ecg('ecgs/all.zip');
    await state('done');
    const offered = await page.locator('#recording-select option').allInnerTexts();
    expect(offered).toHaveLength(16);
    expect(offered[0]).toMatch(/^1: all\.zip\//);
    for (const [name, format] of [['ecg.scp', 'SCP-ECG'], ['ecg.dcm', 'DICOM'], ['ecg.json', 'JSON']] as const) {
      await page.selectOption('#recording-select', `${offered.findIndex((what) => what.endsWith(name)) + 1}`);
      await page.waitForFunction((wanted) => document.querySelector('#recording-summary')!.textContent!.startsWith(wanted), format);
      await state('done');
    }
    await look('several');
    await dropFolder(at('ecgs'));
    await page.waitForFunction(() => /ecgs\//.test(document.querySelector('#recording-title')!.textContent!));
    await state('done');
    expect(await page.locator('#recording-select option').count()).toBe(32);
    expect(await page.evaluate(() => (window as unknown as { violations: string[] }).violations)).toEqual([]);
  });

  it('says what it can read where it can read nothing', async () => {
    await ecg('broken.edf');
    await page.waitForFunction(() => /DICOM.*SCP-ECG.*ZIP or folder/.test(document.querySelector('#error')!.textContent!));
    await look('nothing');
  });

  it('can be looked at: desktop and phone, light and dark', async () => {
    await model('small.pth');
    await ecg('ecg.hea', 'ecg.dat');
    await state('done');
    await look('done');
  });
});
