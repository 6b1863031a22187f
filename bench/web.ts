import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findChromium } from '../tools/services/chromium.ts';
import type { Bench, Measurement } from './bench.ts';
import { type StartedServer, startServer } from './started-server.ts';

const PAGES = [
  '/',
  '/chart',
  '/orders',
  '/portfolio',
  '/strategies',
  '/backtests',
  '/backtests/report',
  '/risk',
  '/data',
  '/system',
];
const MESSAGES_A_SECOND = 1_000;
const PRESSES = 40;

interface Held {
  readonly home: string;
  readonly server: StartedServer;
  readonly browser: Browser;
}

let held: Promise<Held> | undefined;

async function open(): Promise<Held> {
  const found = await findChromium();
  if ('missing' in found) throw new Error(found.missing);
  const home = mkdtempSync(join(tmpdir(), 'candor-web-'));
  const server = await startServer(home, { demo: 'on' });
  const browser = await chromium.launch({ executablePath: found.path, args: ['--no-sandbox', '--disable-gpu'] });
  return { home, server, browser };
}

/** Opens a window, gives the page to the work, and closes it. */
async function inPage(work: (page: Page, url: string) => Promise<Measurement>): Promise<Measurement> {
  held ??= open();
  const { browser, server } = await held;
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    return await work(await context.newPage(), server.url);
  } finally {
    await context.close();
  }
}

/** What a person waits for in the browser: the shell, the scripts, and an answer to a key while a thousand things happen each second. */
export const webBenches: readonly Bench[] = [
  {
    id: 'web.shell',
    unit: 'ms',
    work: 'from the request of the overview to its first paint with nothing kept, Chromium',
    warmUpRuns: 1,
    run: () =>
      inPage(async (page, url) => {
        await page.goto(url);
        const value = await page.evaluate<number>(
          "new Promise((tell) => new PerformanceObserver((list) => tell(list.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0)).observe({ type: 'paint', buffered: true }))",
        );
        return { value, fingerprint: 'painted' };
      }),
  },
  {
    id: 'web.javascript',
    unit: 'kB',
    work: `scripts of the heaviest of ${PAGES.length} pages as they are sent, those loaded later included`,
    warmUpRuns: 0,
    runs: 1,
    run: async () => {
      const sizes: [string, number][] = [];
      for (const path of PAGES) {
        const { value } = await inPage(async (page, url) => {
          const scripts: Promise<number>[] = [];
          page.on('requestfinished', (request) => {
            if (request.resourceType() !== 'script') return;
            scripts.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
          });
          await page.goto(`${url}${path}`);
          // Pages ask again and again, so they are never idle; what they load is loaded by then.
          await page.locator('[data-connection=open]').waitFor({ state: 'attached' });
          await page.waitForTimeout(1_000);
          const bytes = (await Promise.all(scripts)).reduce((sum, size) => sum + size, 0);
          return { value: bytes / 1_000, fingerprint: '' };
        });
        sizes.push([path, value]);
      }
      const [heaviest] = sizes.toSorted(([, one], [, other]) => other - one);
      return { value: heaviest![1], fingerprint: sizes.map(([path, size]) => `${path} ${size.toFixed(0)}`).join(', ') };
    },
  },
  {
    id: 'web.interaction',
    unit: 'ms',
    work: `longest of ${PRESSES} keys from press to the next frame, the chart being replayed at ${MESSAGES_A_SECOND} bars a second`,
    warmUpRuns: 0,
    run: () => inPage(pressWhileItRains),
    close,
  },
];

async function pressWhileItRains(page: Page, url: string): Promise<Measurement> {
  const sessionId = await beginRain(url);
  await page.goto(`${url}/chart?symbol=SYN-A&account=rain`);
  await page.locator('[data-connection=open]').waitFor({ state: 'attached' });
  await page.locator('canvas').first().waitFor();
  const waits: number[] = [];
  for (let press = 0; press < PRESSES; press++) {
    // From the event to the frame after the next, which shows what came of it.
    waits.push(
      await page.evaluate<number>(`new Promise((tell) => {
        addEventListener('keydown', ({ timeStamp }) => requestAnimationFrame(() => setTimeout(() => tell(performance.now() - timeStamp))), { once: true });
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '[', bubbles: true }));
      })`),
    );
    await page.waitForTimeout(100);
  }
  await fetch(`${url}/api/sessions/${sessionId}/stop`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  return { value: Math.max(...waits), fingerprint: `${waits.length} presses` };
}

let rains = 0;

/** Starts a session whose bars come a thousand a second. */
async function beginRain(url: string): Promise<string> {
  const post = async (path: string, body: object): Promise<void> => {
    const response = await fetch(`${url}/api${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok && response.status !== 409) throw new Error(`${path}: ${await response.text()}`);
  };
  const id = `rain-${++rains}`;
  await post('/accounts', { id: 'rain' });
  await post('/configurations', { id: 'rain', strategy: 'sma-crossover' });
  await post('/sessions', {
    id,
    accountId: 'rain',
    sleeves: [{ configurationId: 'rain', symbols: ['SYN-A'] }],
    timeframe: '1m',
    barsPerSecond: MESSAGES_A_SECOND,
  });
  await post(`/sessions/${id}/start`, {});
  return id;
}

/** Ends the browser and the server. */
async function close(): Promise<void> {
  if (held === undefined) return;
  const { browser, server, home } = await held;
  await browser.close();
  await server.stop();
  rmSync(home, { recursive: true, force: true });
}
