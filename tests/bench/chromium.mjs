// chromium.mjs MODEL.onnx: our engine, on one thread and on all, and ONNX Runtime Web, on one, in the package in
// real Chromium. Prints for each the time from the file to the first result, and of a window alone and among eight.
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { build, preview } from 'vite';
import { root } from '../../web/build/run.mjs';

const configFile = join(root, 'tests/browser/page/vite.config.ts');
await build({ configFile, logLevel: 'error' });
const server = await preview({ configFile, logLevel: 'error', preview: { host: '127.0.0.1', port: 0 } });
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const results = {};
for (const [name, choice] of Object.entries({ one: { engine: 'net1d', threads: 1 }, all: { engine: 'net1d' }, ort: { engine: 'ort' } })) {
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${server.httpServer.address().port}/`);
  await page.evaluate(() => document.body.append(Object.assign(document.createElement('input'), { type: 'file', id: 'model' })));
  await page.setInputFiles('#model', process.argv[2]);
  results[name] = await page.evaluate(async (choice) => {
    const { Founder } = window.ecg;
    const recordingOf = (windows) => ({
      format: 'made up', samplingRate: 500, length: windows * 5000, diagnostics: [],
      leads: ['I', 'II', 'III', 'aVR', 'aVL', 'aVF', 'V1', 'V2', 'V3', 'V4', 'V5', 'V6'].map((name) => ({ name, storedName: name, unit: 'mV' })),
      samples: Float32Array.from({ length: 12 * windows * 5000 }, (_, i) => Math.sin(i * 0.37) + Math.sin(i * 0.011)),
    });
    const started = performance.now();
    const founder = await Founder.load({ model: document.querySelector('#model').files[0], device: 'wasm', ...choice });
    const loadMs = performance.now() - started;
    const best = async (windows, times) => {
      let ms = Infinity;
      let first;
      for (let i = 0; i < times; i++) {
        const { timings } = await founder.analyze(recordingOf(windows), { interpretUnusable: true });
        first ??= timings.runMs;
        ms = Math.min(ms, timings.runMs / windows);
      }
      return { first, ms };
    };
    const one = await best(1, 15);
    const eight = await best(8, 4);
    await founder.dispose();
    const { simd, threads } = founder.device;
    return { simd, threads, loadMs, firstMs: loadMs + one.first, oneMs: one.ms, eightMs: eight.ms };
  }, choice);
  await page.close();
}
await browser.close();
await server.close();
console.log(JSON.stringify(results));
