// Real Chromium against the built page, served as `npm start` serves it.
import { readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { preview, type PreviewServer } from 'vite';
import { root, temporaryFolder } from '../web/fixtures.ts';

export interface Site {
  url: string;
  /** Every request that reached the server, in order. */
  log: { time: number; url: string }[];
  close(): Promise<void>;
}

/** Serves a folder that Vite built, with the headers of the screening page. */
export async function serve(configFile: string): Promise<Site> {
  const log: Site['log'] = [];
  const server: PreviewServer = await preview({
    configFile: join(root, configFile),
    logLevel: 'error',
    preview: { host: '127.0.0.1', port: 0 },
    plugins: [{
      name: 'request-log',
      configurePreviewServer: ({ middlewares }) => void middlewares.use((request, _response, next) => {
        log.push({ time: Date.now(), url: request.url ?? '' });
        next();
      }),
    }],
  });
  const { port } = server.httpServer.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, log, close: () => server.close() };
}

export interface NetLogRequest {
  /** Milliseconds since the epoch. */
  time: number;
  url: string;
  /** Asked for by a page or a worker; false for navigations and for Chromium's own errands. */
  byPage: boolean;
}

export interface Session {
  page: Page;
  /** Closes the browser and gives every request that Chromium's network stack started. */
  close(): Promise<NetLogRequest[]>;
}

export async function openChromium(...extraArgs: string[]): Promise<Session> {
  const folder = temporaryFolder();
  const netLog = join(folder, 'netlog.json');
  const browser: Browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [
      '--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync',
      '--no-first-run', '--disable-quic', '--disable-domain-reliability',
      `--log-net-log=${netLog}`, '--net-log-capture-mode=Everything', ...extraArgs,
    ],
  });
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  return {
    page,
    async close() {
      await browser.close();
      const requests = netLogRequests(readFileSync(netLog, 'utf8'));
      rmSync(folder, { recursive: true });
      return requests;
    },
  };
}

interface NetLog {
  constants: { logEventTypes: Record<string, number>; timeTickOffset: number };
  events: { type: number; time: string; params?: { url?: string; initiator?: string } }[];
}

function netLogRequests(text: string): NetLogRequest[] {
  // Chromium may be killed before it closes the list of events.
  let log: NetLog;
  try {
    log = JSON.parse(text) as NetLog;
  } catch {
    log = JSON.parse(`${text.trimEnd().replace(/,$/, '')}]}`) as NetLog;
  }
  const types = ['URL_REQUEST_START_JOB', 'WEBSOCKET_INVALID_FRAME', 'SOCKET_STREAM_CONNECT', 'WEB_TRANSPORT_CLIENT_ALIVE']
    .map((name) => log.constants.logEventTypes[name]);
  return log.events
    .filter(({ type, params }) => types.includes(type) && params?.url)
    .map(({ time, params }) => ({
      time: Number(time) + log.constants.timeTickOffset,
      url: params!.url!,
      byPage: params!.initiator !== 'not an origin',
    }));
}
