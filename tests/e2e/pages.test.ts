import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ServerProcess } from '../chaos/server-process.ts';
import { until } from '../chaos/until.ts';
import { describeWithChromium } from './describe-with-chromium.ts';
import { DESKTOP, PHONE, Visit, type VisitOptions } from './visit.ts';

const LONGEST_MS = 120_000;

const looks: readonly (Required<VisitOptions> & { readonly name: string })[] = [
  { name: 'dark', theme: 'dark', viewport: DESKTOP },
  { name: 'light', theme: 'light', viewport: DESKTOP },
  { name: 'high contrast', theme: 'contrast', viewport: DESKTOP },
  { name: 'on a phone', theme: 'dark', viewport: PHONE },
];

describeWithChromium('every page', (browser) => {
  const home = mkdtempSync(join(tmpdir(), 'candor-pages-'));
  let server: ServerProcess;
  let origin: string;
  const addresses = new Map<string, string>([
    ['overview', '/'],
    ['chart', '/chart?symbol=AAPL&ind=sma!20,rsi'],
    ['orders', '/orders'],
    ['portfolio', '/portfolio'],
    ['strategies', '/strategies?strategy=sma-crossover'],
    ['lab', '/backtests'],
    ['risk', '/risk'],
    ['data', '/data'],
    ['system', '/system'],
    ['missing', '/no-such-page'],
  ]);

  beforeAll(async () => {
    server = ServerProcess.launch(home, { environment: { CANDOR_DEMO: 'on', LOG_LEVEL: 'warn' } });
    origin = await server.whenReady();
    const { sessionId } = z.object({ sessionId: z.string() }).parse(await server.ask('GET', '/demo'));
    // History enough to fill every list; then the clock stands still, so that the pictures can be compared.
    await server.ask('POST', `/sessions/${sessionId}/speed`, { barsPerSecond: 100 });
    await until(async () => {
      const { fills } = z.object({ fills: z.array(z.unknown()) }).parse(await server.ask('GET', '/fills?limit=100'));
      return fills.length >= 20;
    });
    await server.ask('POST', `/sessions/${sessionId}/pause`, {});
    const runIds = [];
    for (const params of [
      { fast: 10, slow: 30 },
      { fast: 5, slow: 20 },
    ]) {
      const body = { symbol: 'AAPL', strategy: 'sma-crossover', params };
      runIds.push(z.object({ runId: z.string() }).parse(await server.ask('POST', '/backtests', body)).runId);
    }
    await until(async () => {
      const { runs } = z.object({ runs: z.array(z.unknown()) }).parse(await server.ask('GET', '/backtests'));
      return runs.length === runIds.length;
    });
    addresses.set('report', `/backtests/report?run=${runIds[0]}`);
    addresses.set('compare', `/backtests/compare?runs=${runIds.join(',')}`);
  }, LONGEST_MS);
  afterAll(async () => {
    await server?.kill();
    rmSync(home, { recursive: true, force: true });
  });

  describe.each(looks)('$name', ({ name, theme, viewport }) => {
    let visit: Visit;
    beforeAll(async () => {
      visit = await Visit.open(browser(), origin, { theme, viewport });
    });
    afterAll(() => visit?.close());

    it.each([
      'overview',
      'chart',
      'orders',
      'portfolio',
      'strategies',
      'lab',
      'report',
      'compare',
      'risk',
      'data',
      'system',
      'missing',
    ])('%s can be read by everybody, fits the window, and makes the browser complain of nothing', async (screen) => {
      visit.complaints.length = 0;
      await visit.go(addresses.get(screen)!);
      await visit.picture(screen);
      expect(await visit.page.locator('h1').count(), 'one main heading').toBe(1);
      expect(await visit.page.getByText('PAPER', { exact: true }).isVisible(), 'the ticket').toBe(true);
      expect(await visit.page.locator('#halt').isVisible(), 'Halt').toBe(true);
      expect(await visit.accessFaults(), 'WCAG 2.2 AA').toEqual([]);
      expect(await visit.sidewaysScroll(), `wider than the window, ${name}`).toBeLessThanOrEqual(0);
      const allowed = screen === 'missing' ? /status of 404/ : undefined;
      expect(visit.complaints.filter((text) => allowed?.test(text) !== true)).toEqual([]);
    });
  });
});
