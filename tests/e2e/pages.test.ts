import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeWithChromium } from './describe-with-chromium.ts';
import { PausedDemo } from './paused-demo.ts';
import { DESKTOP, PHONE, Visit, type VisitOptions } from './visit.ts';

const LONGEST_MS = 120_000;

/** How many fills fill every list. */
const ENOUGH_FILLS = 20;

const SCREENS = [
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
] as const;

const looks: readonly (Required<VisitOptions> & { readonly name: string })[] = [
  { name: 'dark', theme: 'dark', viewport: DESKTOP },
  { name: 'light', theme: 'light', viewport: DESKTOP },
  { name: 'high contrast', theme: 'contrast', viewport: DESKTOP },
  { name: 'on a phone', theme: 'dark', viewport: PHONE },
];

describeWithChromium('every page', (browser) => {
  const home = mkdtempSync(join(tmpdir(), 'candor-pages-'));
  let demo: PausedDemo | undefined;
  const addresses = new Map<string, string>([
    ['overview', '/'],
    ['chart', '/chart?symbol=AAPL&ind=sma(period=20)@1,rsi@2'],
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
    demo = await PausedDemo.start(home, ENOUGH_FILLS);
    const runIds = await demo.backtest({ fast: 10, slow: 30 }, { fast: 5, slow: 20 });
    addresses.set('report', `/backtests/report?run=${runIds[0]}`);
    addresses.set('compare', `/backtests/compare?runs=${runIds.join(',')}`);
  }, LONGEST_MS);
  afterAll(async () => {
    await demo?.server.kill();
    rmSync(home, { recursive: true, force: true });
  });

  describe.each(looks)('$name', ({ name, theme, viewport }) => {
    let visit: Visit;
    beforeAll(async () => {
      visit = await Visit.open(browser(), demo!.origin, { theme, viewport });
    });
    afterAll(() => visit?.close());

    it.each([...SCREENS, 'missing'])(
      '%s can be read by everybody, fits the window, and makes the browser complain of nothing',
      async (screen) => {
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
      },
    );
  });

  // The last, because from here on the server is halted.
  describe('while trading is halted', () => {
    let visit: Visit;
    beforeAll(async () => {
      await demo!.server.ask('POST', '/risk/halts', { level: 'all', reason: 'The prices look wrong.' });
      visit = await Visit.open(browser(), demo!.origin);
    });
    afterAll(() => visit?.close());

    it.each(SCREENS)(
      '%s says so with the reason and the way out, keeps what it shows, and can be read by everybody',
      async (screen) => {
        visit.complaints.length = 0;
        await visit.go(addresses.get(screen)!);
        const banner = visit.page.locator('[data-slot=banner]');
        await banner.getByText('Trading is halted in 1 session.').waitFor();
        expect(await banner.textContent(), 'why').toContain('The prices look wrong.');
        expect(await banner.getByRole('button', { name: /Release, step 1 of 2/ }).isEnabled(), 'the way out').toBe(
          true,
        );
        expect(await visit.page.locator('#halt').textContent()).toContain('Halted');
        expect(await visit.page.locator('[data-state=error]').count(), 'what it shows').toBe(0);
        await visit.picture(`${screen}-halted`);
        expect(await visit.accessFaults(), 'WCAG 2.2 AA').toEqual([]);
        expect(await visit.sidewaysScroll(), 'wider than the window').toBeLessThanOrEqual(0);
        expect(visit.complaints).toEqual([]);
      },
    );
  });
});
