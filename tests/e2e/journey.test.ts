import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ServerProcess } from '../chaos/server-process.ts';
import { until } from '../chaos/until.ts';
import { describeWithChromium } from './describe-with-chromium.ts';
import { type Hand, Keyboard, Mouse } from './hand.ts';
import { Visit } from './visit.ts';

const LONGEST_MS = 240_000;

const hands: readonly { readonly name: string; readonly of: (page: Page) => Hand }[] = [
  { name: 'by mouse', of: (page) => new Mouse(page) },
  { name: 'by keyboard alone', of: (page) => new Keyboard(page) },
];

// From the first start to a report that was verified, and through a halt: each on a server of its own that nobody has used before.
describeWithChromium('the way of a newcomer', (browser) => {
  const home = mkdtempSync(join(tmpdir(), 'candor-journey-'));
  const servers: ServerProcess[] = [];
  const origins = new Map<string, string>();
  beforeAll(async () => {
    for (const { name } of hands) {
      const server = ServerProcess.launch(join(home, name.replaceAll(' ', '-')), {
        environment: { CANDOR_DEMO: 'on', LOG_LEVEL: 'warn' },
      });
      servers.push(server);
      origins.set(name, await server.whenReady());
    }
  }, LONGEST_MS);
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.kill()));
    rmSync(home, { recursive: true, force: true });
  });

  it.each(hands)(
    '$name',
    async ({ name, of }) => {
      const visit = await Visit.open(browser(), origins.get(name)!);
      const hand = of(visit.page);
      await watchesTheDemo(visit);
      await stopsIt(visit, hand);
      await startsAnOwnConfiguration(visit, hand);
      await backtests(visit, hand);
      await haltsAndReleases(visit, hand);
      await findsTheWayBack(visit);
      expect(visit.complaints).toEqual([]);
      await visit.close();
    },
    LONGEST_MS,
  );
});

async function watchesTheDemo({ page }: Visit): Promise<void> {
  await page.goto('/');
  await page.getByText('This is the demo.').waitFor();
  // Within the minute a strategy has bought real history with simulated money, and says why.
  await page
    .getByText(/Bought [\d,]+/)
    .first()
    .waitFor();
}

async function stopsIt({ page }: Visit, hand: Hand): Promise<void> {
  await hand.visit('Strategies', 't');
  await hand.press(page.getByRole('row', { name: /^Demo: SMA crossover/ }));
  await hand.press(page.getByRole('button', { name: 'Stop…' }));
  await hand.press(page.getByRole('button', { name: 'Stop session' }));
  await page.getByText('The session is over.').waitFor();
  await hand.press(page.getByRole('dialog').getByRole('button', { name: 'Close' }).first());
  await page.getByText('Stopped').first().waitFor();
}

async function startsAnOwnConfiguration({ page }: Visit, hand: Hand): Promise<void> {
  await hand.press(page.getByRole('row', { name: /^SMA crossover/ }));
  await hand.write(page.getByLabel('Fast average'), '30');
  await hand.write(page.getByLabel('Slow average'), '20');
  await page
    .getByText(/must be/)
    .first()
    .waitFor();
  expect(await page.getByRole('button', { name: /Save version/ }).isDisabled(), 'a wrong pair cannot be saved').toBe(
    true,
  );
  await hand.write(page.getByLabel('Fast average'), '5');
  await hand.write(page.getByLabel('Name', { exact: true }), 'Quick cross');
  const save = page.getByRole('button', { name: 'Save version 1' });
  await until(async () => !(await save.isDisabled()));
  await hand.press(save);
  await hand.press(page.getByRole('button', { name: 'Start…' }).first());
  const sheet = page.getByRole('dialog');
  await hand.choose(sheet.getByLabel('Account', { exact: true }), 'New account');
  await hand.write(sheet.getByLabel('Account name'), 'My own');
  await hand.choose(sheet.getByLabel('Speed'), '20 bars');
  await hand.press(sheet.getByRole('button', { name: 'Start session' }));
  await page.waitForURL(/\?account=my-own/);
  // Its equity moves, and its fills come.
  const equity = page
    .locator('main')
    .getByText(/^\$\d{2,3},\d{3}\.\d{2}$/)
    .first();
  const first = await equity.textContent();
  await until(async () => (await equity.textContent()) !== first);
  await hand.visit('Orders', 'r');
  await page
    .getByRole('row', { name: /Filled/ })
    .first()
    .waitFor();
}

async function backtests({ page }: Visit, hand: Hand): Promise<void> {
  await hand.visit('Backtest lab', 'b');
  // A long one, to be called off.
  await hand.choose(page.getByLabel('Symbol', { exact: true }), 'SYN-A');
  await hand.choose(page.getByLabel('Timeframe'), '1m');
  await hand.press(page.getByRole('button', { name: 'Run backtest' }));
  await hand.press(page.getByRole('button', { name: 'Cancel' }).first());
  await page
    .getByText(/cancelled/i)
    .first()
    .waitFor();
  await hand.choose(page.getByLabel('Symbol', { exact: true }), 'AAPL');
  await hand.press(page.getByRole('button', { name: 'Run backtest' }));
  await hand.press(page.getByRole('link', { name: 'Read the report' }).first());
  await page.waitForURL(/\/backtests\/report\?/);
  await page
    .getByRole('heading', { name: /Not proven|No edge|Probably luck|Cannot say|Holds up so far/ })
    .first()
    .waitFor();
  await hand.press(page.getByRole('button', { name: 'Verify' }));
  await page
    .getByText(/same|reproduced/i)
    .first()
    .waitFor();
}

async function haltsAndReleases({ page }: Visit, hand: Hand): Promise<void> {
  await page.keyboard.press('Shift+Escape');
  await hand.press(page.getByRole('button', { name: 'Halt now' }));
  await page
    .getByText(/^Trading is halted in/)
    .first()
    .waitFor();
  await hand.press(page.locator('[data-slot=banner]').getByRole('button', { name: /Release, step 1 of 2/ }));
  const dialog = page.getByRole('dialog');
  await hand.press(dialog.getByRole('button', { name: 'Ask for release…' }));
  await hand.write(dialog.getByLabel('Who releases it'), 'A newcomer');
  await hand.write(dialog.getByLabel('Why it is safe again'), 'I only wanted to see it.');
  await dialog.getByRole('button', { name: 'Release trading' }).waitFor();
  await hand.press(dialog.getByRole('button', { name: 'Release trading' }));
  await page
    .getByText(/^Trading is halted in/)
    .first()
    .waitFor({ state: 'hidden' });
}

async function findsTheWayBack({ page }: Visit): Promise<void> {
  const report = page.url();
  await page.reload();
  await page
    .getByRole('heading', { name: /Not proven|No edge|Probably luck|Cannot say|Holds up so far/ })
    .first()
    .waitFor();
  expect(page.url(), 'the address holds the state').toBe(report);
  await page.goBack();
  await page.waitForURL(/\/backtests(\?|$)/);
  await page.getByRole('button', { name: 'Run backtest' }).waitFor();
}
