import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWithChromium } from './describe-with-chromium.ts';
import { PausedDemo } from './paused-demo.ts';
import { DESKTOP, PHONE, Visit } from './visit.ts';

const LONGEST_MS = 120_000;

describeWithChromium('tables and lists', (browser) => {
  const home = mkdtempSync(join(tmpdir(), 'candor-tables-'));
  let demo: PausedDemo | undefined;
  let visit: Visit | undefined;

  beforeAll(async () => {
    demo = await PausedDemo.start(home);
  }, LONGEST_MS);
  afterAll(async () => {
    await visit?.close();
    await demo?.server.kill();
    rmSync(home, { recursive: true, force: true });
  });

  const open = async (address: string, viewport = DESKTOP): Promise<Page> => {
    await visit?.close();
    visit = await Visit.open(browser(), demo!.origin, { viewport });
    await visit.go(address);
    return visit.page;
  };

  it(
    'of two tables on a page, the keys of the page are of the first until the other is used, and then of that',
    async () => {
      const page = await open('/strategies');
      const row = (table: string, index: number) =>
        page.getByRole('table', { name: table }).locator(`[data-index="${index}"]`);
      const leave = () => page.evaluate('document.activeElement.blur()');
      const isIn = (table: string, index: number) => isFocused(row(table, index));
      await row('Configurations', 0).waitFor();
      await page.keyboard.press('j');
      await isIn('Strategies', 0);
      await leave();
      await page.keyboard.press('j');
      await isIn('Strategies', 1);
      await row('Configurations', 0).focus();
      await leave();
      await page.keyboard.press('j');
      await isIn('Configurations', 1);
    },
    LONGEST_MS,
  );

  it(
    'on a phone a long table is one list, of which no more is drawn than is near',
    async () => {
      const page = await open('/chart?symbol=AAPL&view=table', PHONE);
      const list = page.getByRole('list', { name: 'Bars of AAPL' });
      const line = list.getByRole('listitem');
      await line.first().waitFor();
      expect(await page.getByRole('table').count(), 'the other form').toBe(0);
      const all = Number(await line.first().getAttribute('aria-setsize'));
      expect(all).toBeGreaterThan(100);
      expect(await line.count()).toBeLessThan(70);
      await page.evaluate('scrollTo(0, document.documentElement.scrollHeight)');
      await list.locator(`[aria-posinset="${all}"]`).waitFor();
      expect(await line.count()).toBeLessThan(70);
    },
    LONGEST_MS,
  );

  it(
    'a list of a strategy is edited by keyboard alone, each fault at its field, and backtested',
    async () => {
      const page = await open('/backtests?strategy=consensus');
      const remove = page.getByRole('button', { name: 'Remove entry 1 of members' });
      await remove.focus();
      await page.keyboard.press('Enter');
      const add = page.getByRole('button', { name: 'Add to members' });
      await isFocused(add);
      expect(await remove.isDisabled(), 'one has to stay').toBe(true);
      const weight = page.getByLabel('Weight 1');
      await weight.fill('-2');
      await page.getByText('Weight must be at least 0.').first().waitFor();
      await weight.fill('3');
      await add.press('Enter');
      const strategy = page.getByLabel('Strategy 2');
      await isFocused(strategy);
      expect(await visit!.accessFaults()).toEqual([]);
      await page.getByRole('button', { name: 'Run backtest' }).press('Enter');
      await page.getByRole('table', { name: 'Runs' }).getByText('consensus').first().waitFor();
      expect(visit!.complaints).toEqual([]);
    },
    LONGEST_MS,
  );
});

async function isFocused(locator: Locator): Promise<void> {
  await expect.poll(() => locator.and(locator.page().locator(':focus')).count()).toBe(1);
}
