// holter.mjs FILE: opens a large recording in the package in real Chromium, the page cross-origin isolated. Prints
// the time from the file to its samples, and what memory of the page and its worker holds more afterwards.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { build, preview } from 'vite';
import { root } from '../../web/build/run.mjs';

const configFile = join(root, 'tests/browser/page/vite.config.ts');
await build({ configFile, logLevel: 'error' });
const isolated = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' };
const server = await preview({ configFile, logLevel: 'error', preview: { host: '127.0.0.1', port: 0, headers: isolated } });
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--js-flags=--expose-gc'] });
const page = await browser.newPage();
await page.goto(`http://127.0.0.1:${server.httpServer.address().port}/`);
await page.evaluate(() => document.body.append(Object.assign(document.createElement('input'), { type: 'file', id: 'ecg' })));
await page.setInputFiles('#ecg', process.argv[2]);
const result = await page.evaluate(async () => {
  const { readRecording } = window.ecg;
  const used = async () => (await performance.measureUserAgentSpecificMemory()).bytes;
  const tiny = new TextEncoder().encode('time (s),I (mV)\n0,1\n0.01,2\n0.02,3\n');
  await readRecording({ name: 'x.csv', bytes: tiny });
  const before = await used();
  const times = [];
  let recording;
  for (let i = 0; i < 3; i++) {
    recording = undefined;
    const start = performance.now();
    recording = await readRecording(document.querySelector('#ecg').files[0]);
    times.push(performance.now() - start);
  }
  const held = (await used()) - before;
  return { times, held, isolated: crossOriginIsolated, length: recording.length, leads: recording.leads.length, sampleBytes: recording.samples.byteLength };
});
await browser.close();
await server.close();
console.log(JSON.stringify({ ...result, fileBytes: statSync(process.argv[2]).size }));
