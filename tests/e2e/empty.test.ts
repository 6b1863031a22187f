import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ServerProcess } from '../chaos/server-process.ts';
import { until } from '../chaos/until.ts';
import { describeWithChromium } from './describe-with-chromium.ts';
import { DESKTOP, PHONE, Visit } from './visit.ts';

const LONGEST_MS = 120_000;

/** What each page says of having nothing, and what it offers to do about it. */
const pages: readonly (readonly [screen: string, address: string, says: RegExp, next: RegExp])[] = [
  ['overview', '/', /There is no account yet/, /Start the demo|Make an account/],
  ['orders', '/orders', /No session, so no orders/, /Start a strategy/],
  ['portfolio', '/portfolio', /There is no account yet/, /Start the demo|Make an account/],
  ['strategies', '/strategies', /No configuration yet/, /Backtest first/],
  ['lab', '/backtests', /No run yet/, /Run backtest/],
  ['report', '/backtests/report', /No run is chosen/, /Open the lab/],
  ['unknown-report', '/backtests/report?run=no-such-run', /There is no such run/, /Open the lab/],
  ['compare', '/backtests/compare', /Choose two to six runs/, /Choose in the lab/],
  ['risk', '/risk', /No account yet/, /Make an account/],
  ['data', '/data', /Nothing is in quarantine/, /Import/],
  ['system', '/system', /No session yet/, /Start a strategy/],
];

describeWithChromium('a start without the demo', (browser) => {
  const home = mkdtempSync(join(tmpdir(), 'candor-empty-'));
  let server: ServerProcess | undefined;
  let origin: string;
  beforeAll(async () => {
    server = ServerProcess.launch(home, { environment: { CANDOR_DEMO: 'off', LOG_LEVEL: 'warn' } });
    origin = await server.whenReady();
  }, LONGEST_MS);
  afterAll(async () => {
    await server?.kill();
    rmSync(home, { recursive: true, force: true });
  });

  describe('says why it is empty and what to do next', () => {
    let visit: Visit;
    beforeAll(async () => {
      visit = await Visit.open(browser(), origin);
    });
    afterAll(() => visit?.close());

    it.each(pages)('on %s', async (screen, address, says, next) => {
      visit.complaints.length = 0;
      await visit.go(address);
      const main = visit.page.getByRole('main');
      await main.locator('[data-state=empty]').filter({ hasText: says }).first().waitFor();
      const step = main.getByRole('button', { name: next }).or(main.getByRole('link', { name: next }));
      await until(() => step.first().isEnabled());
      await visit.picture(`${screen}-empty`);
      expect(await visit.accessFaults(), 'WCAG 2.2 AA').toEqual([]);
      expect(await visit.sidewaysScroll(), 'wider than the window').toBeLessThanOrEqual(0);
      await visit.page.setViewportSize(PHONE);
      await visit.picture(`${screen}-empty`);
      expect(await visit.sidewaysScroll(), 'wider than a phone').toBeLessThanOrEqual(0);
      await visit.page.setViewportSize(DESKTOP);
      const allowed = screen === 'unknown-report' ? /status of 404/ : undefined;
      expect(visit.complaints.filter((text) => allowed?.test(text) !== true)).toEqual([]);
    });
  });

  it('the chart shows the prices that came with it, without a session', async () => {
    const visit = await Visit.open(browser(), origin);
    await visit.go('/chart');
    await visit.page.getByRole('region', { name: /^Chart of AAPL, 1,260 daily bars/ }).waitFor();
    await visit.page.getByText('History.', { exact: true }).waitFor();
    expect(await visit.page.getByRole('button', { name: 'Order', exact: true }).count(), 'nothing can be ordered').toBe(
      0,
    );
    expect(await visit.accessFaults(), 'WCAG 2.2 AA').toEqual([]);
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });

  it('begins with the demo when somebody asks for it', async () => {
    const visit = await Visit.open(browser(), origin);
    await visit.go('/');
    await visit.page.getByRole('button', { name: 'Start the demo' }).click();
    await visit.page.getByText('This is the demo.').waitFor();
    await visit.page.getByRole('button', { name: /^Replay/ }).waitFor();
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });
});
