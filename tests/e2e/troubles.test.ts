import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../chaos/until.ts';
import { describeWithChromium } from './describe-with-chromium.ts';
import { LiveCable } from './live-cable.ts';
import { PausedDemo } from './paused-demo.ts';
import { Visit } from './visit.ts';

const LONGEST_MS = 120_000;
/** What a browser says of an answer that failed. */
const FAILED_ANSWER = /status of 500|ERR_FAILED/;

const wentDown = (route: Route): Promise<void> => route.abort();
const gaveUp = (route: Route): Promise<void> =>
  route.fulfill({
    status: 500,
    contentType: 'application/problem+json',
    body: JSON.stringify({
      type: 'about:blank',
      title: 'Internal Server Error',
      status: 500,
      code: 'internal',
      detail: 'The disk of the server is full.',
      requestId: 'request-7',
    }),
  });

interface Partial {
  readonly screen: string;
  readonly address: string;
  /** The one question that is not answered. */
  readonly question: RegExp;
  readonly fails: (route: Route) => Promise<void>;
  readonly says: string;
  readonly cause: RegExp;
  /** Another panel, which needs another answer. */
  readonly stillShown: (page: Page) => Locator;
  /** What is there after trying again. */
  readonly comesBack: (page: Page) => Locator;
}

const partials: readonly Partial[] = [
  {
    screen: 'overview',
    address: '/',
    question: /\/api\/sessions\/[^/]+\/positions/,
    fails: gaveUp,
    says: 'The sleeves cannot be shown',
    cause: /The disk of the server is full\./,
    stillShown: (page) => page.getByText('Largest position').first(),
    comesBack: (page) => page.getByRole('row', { name: /^Demo: SMA crossover/ }),
  },
  {
    screen: 'portfolio',
    address: '/portfolio',
    question: /\/api\/sessions\/[^/]+\/positions/,
    fails: wentDown,
    says: 'The attribution cannot be shown',
    cause: /The trades and their results are kept/,
    stillShown: (page) => page.getByRole('table', { name: 'Closed trades' }),
    comesBack: (page) => page.getByText('sums to equity less the start').first(),
  },
  {
    screen: 'lab',
    address: '/backtests',
    question: /\/api\/backtests(\?|$)/,
    fails: wentDown,
    says: 'The runs could not be read',
    cause: /Nothing was changed/,
    stillShown: (page) => page.getByRole('button', { name: 'Run backtest' }),
    comesBack: (page) => page.getByRole('checkbox', { name: /^Compare AAPL/ }).first(),
  },
  {
    screen: 'data',
    address: '/data',
    question: /\/api\/.*quarantine/,
    fails: gaveUp,
    says: 'The quarantine could not be read',
    cause: /The disk of the server is full/,
    stillShown: (page) => page.getByRole('table', { name: 'Series held' }),
    comesBack: (page) => page.getByText('Nothing is in quarantine'),
  },
];

/** What each page would send to the server, and why it does not. */
const commands: readonly (readonly [screen: string, address: string, command: RegExp, because: RegExp])[] = [
  ['orders', '/orders', /^Cancel all working/, /Connection lost/],
  ['strategies', '/strategies?configuration=demo-crossover&tab=runs', /^Move/, /nothing can be started now/],
  ['lab', '/backtests', /^Run backtest/, /[Cc]onnect/],
  ['data', '/data', /^Import$/, /nothing can be imported now/],
  ['system', '/system', /^Back up now/, /nothing can be backed up now/],
];

describeWithChromium('a page in trouble', (browser) => {
  const home = mkdtempSync(join(tmpdir(), 'candor-troubles-'));
  let demo: PausedDemo | undefined;
  beforeAll(async () => {
    demo = await PausedDemo.start(home);
    await demo.backtest({ fast: 10, slow: 30 });
  }, LONGEST_MS);
  afterAll(async () => {
    await demo?.server.kill();
    rmSync(home, { recursive: true, force: true });
  });

  describe('of which one answer is missing', () => {
    // A question is asked again for a while before a panel gives up; that is waited out at once for all of them.
    it.concurrent.each(partials)(
      '$screen shows the rest, says what failed and why, and has it after another try',
      async ({ screen, address, question, fails, says, cause, stillShown, comesBack }) => {
        const visit = await Visit.open(browser(), demo!.origin);
        const { page } = visit;
        await page.route(question, fails);
        await page.goto(address);
        const failure = page.locator('[data-state=error]').filter({ hasText: says });
        await failure.waitFor();
        expect(await failure.textContent(), 'the cause, and what is safe').toMatch(cause);
        await stillShown(page).waitFor();
        expect(await page.locator('[data-state=error]').count(), 'only what needs the answer').toBe(1);
        await visit.picture(`${screen}-partial`);
        expect(await visit.accessFaults(), 'WCAG 2.2 AA').toEqual([]);

        await page.unroute(question);
        await failure.getByRole('button', { name: 'Try again' }).click();
        await comesBack(page).waitFor();
        expect(await failure.count(), 'nothing has failed any more').toBe(0);
        expect(visit.complaints.filter((text) => !FAILED_ANSWER.test(text))).toEqual([]);
        await visit.close();
      },
    );
  });

  describe('that hears nothing any more', () => {
    let visit: Visit;
    let cable: LiveCable;
    beforeAll(async () => {
      visit = await Visit.open(browser(), demo!.origin);
      cable = await LiveCable.under(visit.page);
    });
    afterAll(() => visit?.close());

    it('keeps what it knew, in grey and with its age, and goes on when it hears again', async () => {
      const { page } = visit;
      await visit.go('/');
      const equity = page
        .getByRole('main')
        .getByText(/^\$\d{2,3},\d{3}\.\d{2}$/)
        .first();
      await equity.waitFor();
      const colorOf = () =>
        equity.evaluate((element) => element.ownerDocument.defaultView?.getComputedStyle(element).color);
      const fresh = await colorOf();
      const known = await equity.textContent();

      await cable.cut();
      await page
        .getByText(/^Connection lost at \d\d:\d\d:\d\d/)
        .first()
        .waitFor();
      await page
        .getByRole('contentinfo')
        .getByText(/connection lost .* ago/)
        .waitFor();
      expect(await equity.textContent(), 'the last known equity').toBe(known);
      expect(await colorOf(), 'grey').not.toBe(fresh);
      await visit.picture('overview-disconnected');
      expect(await visit.accessFaults(), 'WCAG 2.2 AA').toEqual([]);

      cable.mend();
      await page.getByRole('button', { name: 'Try now' }).first().click();
      await page
        .getByText(/^Connection lost/)
        .first()
        .waitFor({ state: 'hidden' });
      await page.locator('[data-connection=open]').waitFor({ state: 'attached' });
      expect(visit.complaints).toEqual([]);
    });

    it.each(commands)('sends nothing from %s, and says why', async (screen, address, command, because) => {
      const { page } = visit;
      cable.mend();
      await visit.go(address);
      const button = page.getByRole('button', { name: command }).first();
      await button.waitFor();

      await cable.cut();
      await page.getByText(because).first().waitFor();
      expect(await button.isDisabled(), 'the command').toBe(true);
      await visit.picture(`${screen}-disconnected`);
    });

    it('still tries to halt, which can only make things safer', async () => {
      const { page } = visit;
      cable.mend();
      await visit.go('/risk');
      const halt = page.getByRole('button', { name: 'Halt now' });
      await until(() => halt.isEnabled());

      await cable.cut();
      await page.getByText(/a halt is tried all the same/).waitFor();
      expect(await halt.isEnabled()).toBe(true);
    });

    it('takes no order, and says why on the ticket', async () => {
      const { page } = visit;
      cable.mend();
      await visit.go('/chart?symbol=AAPL');
      await page.getByRole('button', { name: 'Order', exact: true }).click();
      const ticket = page.getByRole('dialog', { name: 'Order AAPL' });
      await ticket.getByLabel('Quantity').fill('5');

      await cable.cut();
      await ticket.getByText('The connection is lost: orders are locked until it is back.').waitFor();
      expect(await ticket.getByRole('button', { name: 'Buy 5' }).isDisabled()).toBe(true);
      expect(visit.complaints).toEqual([]);
    });
  });
});
