// The package alone in real Chromium: worker, devices, privacy.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build } from 'vite';
import type { AnalysisResult } from '../../web/src/types.ts';
import { makeCheckpoint, root, syntheticEcg, temporaryFolder, wfdbFiles } from '../web/fixtures.ts';
import { openChromium, serve, type Session, type Site } from './chromium.ts';

const config = 'tests/browser/page/vite.config.ts';
const files = Object.entries(wfdbFiles('ecg', syntheticEcg(25, 500))).map(([name, bytes]) => ({
  name,
  base64: Buffer.from(bytes).toString('base64'),
}));
let site: Site;
let checkpoint: string;

beforeAll(async () => {
  await build({ configFile: join(root, config), logLevel: 'error' });
  site = await serve(config);
  checkpoint = readFileSync(makeCheckpoint(join(temporaryFolder(), 'small.pth'), '--leads', '12', '--small')).toString('base64');
});
afterAll(() => site.close());

async function open(...args: string[]): Promise<Session> {
  const session = await openChromium(...args);
  await session.page.addInitScript(() => {
    const violations: string[] = [];
    Object.assign(window, { violations });
    document.addEventListener('securitypolicyviolation', (event) => violations.push(`${event.violatedDirective} ${event.blockedURI}`));
  });
  await session.page.goto(site.url);
  return session;
}

interface PageResult {
  device: string;
  engine: string;
  reason: string;
  simd?: string;
  threads?: number;
  result: Omit<AnalysisResult, 'windows'> & { windows: { start: number; logits: number[] }[] };
  progress: string[];
  violations: string[];
  started: number;
  finished: number;
}

function analyze({ page }: Session, device: 'wasm' | 'webgpu' | 'auto', engine: 'auto' | 'net1d' | 'ort' = 'auto', threads?: number): Promise<PageResult> {
  return page.evaluate(
    async ({ files, checkpoint, device, engine, threads }) => {
      const bytes = (base64: string) => Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
      const { Founder, readRecording } = window.ecg;
      const progress: string[] = [];
      const founder = await Founder.load({
        model: new File([bytes(checkpoint)], 'small.pth'),
        device,
        engine,
        ...(threads !== undefined && { threads }),
        onProgress: ({ status, what }) => progress.push(`${what} ${status}`),
      });
      const started = Date.now();
      const recording = await readRecording(files.map(({ name, base64 }) => ({ name, bytes: bytes(base64) })));
      const result = await founder.analyze(recording);
      const finished = Date.now();
      await founder.dispose();
      return {
        ...founder.device,
        result: { ...result, windows: result.windows.map(({ start, logits }) => ({ start, logits: [...logits] })) },
        progress,
        violations: (window as unknown as { violations: string[] }).violations,
        started,
        finished,
      };
    },
    { files, checkpoint, device, engine, threads },
  );
}

function largestDifference(a: PageResult, b: PageResult): number {
  return Math.max(...a.result.windows.flatMap(({ logits }, w) => logits.map((logit, i) => Math.abs(logit - b.result.windows[w]!.logits[i]!))));
}

/** What was fetched of ONNX Runtime Web since a moment. */
const ofOrtSince = (moment: number) => site.log.filter(({ time, url }) => time >= moment && /\bort[.-]|onnxruntime/i.test(url)).map(({ url }) => url);

describe('the package in Chromium', () => {
  it('reads, converts and analyses in its worker, and sends nothing', async () => {
    const opened = Date.now();
    const session = await open();
    const outcome = await analyze(session, 'wasm');
    const requests = await session.close();

    expect(outcome).toMatchObject({ device: 'wasm', engine: 'net1d' });
    expect(ofOrtSince(opened)).toEqual([]);
    expect(outcome.result.windows.map(({ start }) => start)).toEqual([0, 10, 15]);
    expect(outcome.result.findings.length).toBeGreaterThan(0);
    expect(outcome.progress).toContain('convert done');
    expect(outcome.progress).toContain('model ready');

    expect(outcome.violations).toEqual([]);
    expect(requests.filter(({ byPage }) => byPage).length).toBeGreaterThan(0);
    const foreign = requests.filter(({ url, byPage }) => byPage && !url.startsWith(site.url) && !/^(data|blob):/.test(url));
    expect(foreign).toEqual([]);
    const during = ({ time }: { time: number }) => time >= outcome.started && time <= outcome.finished;
    expect(requests.filter(({ byPage }) => byPage).filter(during)).toEqual([]);
    expect(site.log.filter(during)).toEqual([]);
  });

  it('runs fused and on threads where the page is cross-origin isolated, with the same bits on one thread and in any page', async () => {
    const session = await open();
    expect(await session.page.evaluate(() => crossOriginIsolated)).toBe(true);
    const threads = Math.min(await session.page.evaluate(() => navigator.hardwareConcurrency), 4);
    const together = await analyze(session, 'wasm');
    const alone = await analyze(session, 'wasm', 'net1d', 1);
    await session.page.route('**', async (route) => {
      const response = await route.fetch();
      const { 'cross-origin-opener-policy': _opener, 'cross-origin-embedder-policy': _embedder, ...headers } = response.headers();
      await route.fulfill({ response, headers });
    });
    await session.page.reload();
    expect(await session.page.evaluate(() => crossOriginIsolated)).toBe(false);
    const apart = await analyze(session, 'wasm');
    await expect(analyze(session, 'wasm', 'net1d', 0)).rejects.toThrow(/ask for one or more/);
    await session.close();
    expect([together, alone, apart].map((each) => [each.simd, each.threads])).toEqual([['relaxed', threads], ['relaxed', 1], ['relaxed', 1]]);
    expect(together.violations).toEqual([]);
    expect(alone.result.windows).toEqual(together.result.windows);
    expect(apart.result.windows).toEqual(together.result.windows);
  });

  it('gives the same logits on WebGPU as our engine does on WASM, within 1e-4', async () => {
    const opened = Date.now();
    const session = await open('--enable-unsafe-webgpu');
    const gpu = await analyze(session, 'webgpu');
    const fetched = ofOrtSince(opened);
    const cpu = await analyze(session, 'wasm');
    await session.close();
    expect(gpu.reason).toMatch(/trusted/);
    expect(gpu).toMatchObject({ device: 'webgpu', engine: 'ort' });
    expect(gpu.progress).toContain('self-test done');
    expect(fetched.filter((url) => /\.wasm$/.test(url))).toEqual([expect.stringMatching(/asyncify/)]);
    const largest = largestDifference(gpu, cpu);
    console.log(`WebGPU against our engine on WASM: largest difference of a logit ${largest.toExponential(2)}`);
    expect(largest).toBeLessThan(1e-4);
  });

  it('runs ONNX Runtime on WASM where it is asked for, within 1e-5 of our engine', async () => {
    const session = await open();
    const ort = await analyze(session, 'wasm', 'ort');
    const ours = await analyze(session, 'auto', 'net1d');
    await session.close();
    expect(ort).toMatchObject({ device: 'wasm', engine: 'ort' });
    expect(ours).toMatchObject({ device: 'wasm', engine: 'net1d' });
    expect(largestDifference(ort, ours)).toBeLessThan(1e-5);
  });

  it('tests a GPU once, then keeps the verdict', async () => {
    const session = await open('--enable-unsafe-webgpu');
    const first = await analyze(session, 'auto');
    const second = await analyze(session, 'auto');
    await session.close();
    expect(first.progress).toContain('self-test done');
    expect(second.progress).not.toContain('self-test done');
    expect(second.device).toBe(first.device);
  });

  it('falls back to WASM where there is no WebGPU, and says why', async () => {
    const session = await open('--disable-features=WebGPU', '--disable-webgpu');
    const outcome = await analyze(session, 'auto');
    await session.close();
    expect(outcome.device).toBe('wasm');
    expect(outcome.reason).toMatch(/WebGPU/);
  });

  it('cancels an analysis at once, and analyses again without a reload', async () => {
    const session = await open();
    const outcome = await session.page.evaluate(
      async ({ files, checkpoint }) => {
        const bytes = (base64: string) => Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
        const { Founder, readRecording, errorCode } = window.ecg;
        const founder = await Founder.load({ model: bytes(checkpoint), device: 'wasm' });
        const recording = await readRecording(files.map(({ name, base64 }) => ({ name, bytes: bytes(base64) })));
        const controller = new AbortController();
        let windows = 0;
        let code = 'finished';
        let abortedAt = 0;
        let settledAt = 0;
        try {
          await founder.analyze(recording, {
            strideSeconds: 0.01,
            signal: controller.signal,
            onProgress: ({ status, loaded }) => {
              if (status !== 'progress') return;
              windows = loaded;
              if (abortedAt === 0) {
                abortedAt = performance.now();
                controller.abort();
              }
            },
          });
        } catch (error) {
          settledAt = performance.now();
          code = errorCode(error);
        }
        const again = await founder.analyze(recording);
        return { code, windows, delay: settledAt - abortedAt, again: again.windows.length };
      },
      { files, checkpoint },
    );
    await session.close();
    expect(outcome.code).toBe('aborted');
    expect(outcome.windows).toBeLessThan(20);
    expect(outcome.delay).toBeLessThan(100);
    expect(outcome.again).toBe(3);
  });

  it('refuses with a code and a sentence', async () => {
    const session = await open();
    const refused = await session.page.evaluate(async () => {
      const { Founder, readRecording } = window.ecg;
      const outcome = async (work: Promise<unknown>) =>
        work.then(() => null, ({ code, message }: { code: string; message: string }) => ({ code, message }));
      return {
        unknown: await outcome(readRecording({ name: 'x.bin', bytes: new Uint8Array(64) })),
        model: await outcome(Founder.load({ model: new Uint8Array(64) })),
        address: await outcome(Founder.load({ model: 'no-such-model.onnx' })),
      };
    });
    await session.close();
    expect(refused.unknown).toMatchObject({ code: 'unsupported-format' });
    expect(refused.unknown!.message).toContain('x.bin');
    expect(refused.model).toMatchObject({ code: expect.stringMatching(/not-/) });
    expect(refused.address!.message).toContain('no-such-model.onnx');
  });

  it('takes evidence about the model that it loads, as an object, and about no other', async () => {
    const session = await open();
    const outcome = await session.page.evaluate(async ({ files, checkpoint }) => {
      const bytes = (base64: string) => Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
      const { Founder, readRecording, errorCode } = window.ecg;
      const load = (sha256: string) => Founder.load({
        model: bytes(checkpoint), device: 'wasm',
        evidence: { dataset: 'made up', model: { sha256 }, labels: [{ label: 'ATRIAL FIBRILLATION', n: 100, positives: 20, auroc: 0.9, aurocCi: [0.8, 0.95] }] },
      });
      const refused = await load('0'.repeat(64)).catch((error: unknown) => errorCode(error));
      const { model } = await Founder.load({ model: bytes(checkpoint), device: 'wasm' });
      const founder = await load(model.sha256!);
      const { findings } = await founder.analyze(await readRecording(files.map(({ name, base64 }) => ({ name, bytes: bytes(base64) }))));
      return { refused, tiers: findings.filter(({ tier }) => tier !== 'unknown').map(({ label, tier }) => `${label} ${tier}`) };
    }, { files, checkpoint });
    await session.close();
    expect(outcome).toEqual({ refused: 'other-model', tiers: ['ATRIAL FIBRILLATION validated'] });
  });

  it('serves the worker so that nothing gets out of it', async () => {
    const session = await open();
    const attempts = await session.page.evaluate(
      () => new Promise((resolve, reject) => {
        const worker = new Worker(new URL('worker-probe.js', location.href), { type: 'module' });
        worker.onmessage = ({ data }) => resolve(data);
        worker.onerror = reject;
      }),
    );
    await session.close();
    expect(attempts).toEqual({ fetch: 'blocked', xhr: 'blocked', webSocket: 'blocked', eventSource: 'blocked' });
    expect(site.log.filter(({ url }) => url.includes('worker-probe'))).toHaveLength(1);
    expect(site.log.filter(({ url }) => url.includes('/probe-'))).toEqual([]);
  });
});
