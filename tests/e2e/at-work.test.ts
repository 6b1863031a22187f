import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Download, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { until } from '../chaos/until.ts';
import { describeWithChromium } from './describe-with-chromium.ts';
import { PausedDemo } from './paused-demo.ts';
import { PHONE, PICTURES, Visit } from './visit.ts';

const LONGEST_MS = 120_000;
/** A sheet of A4 between its margins, in CSS pixels. */
const PAPER = { width: 720, height: 1_040 };

const Run = z.object({
  document: z.object({
    trades: z.array(
      z.object({ symbol: z.string(), quantity: z.number(), entryAt: z.string(), entryPrice: z.number() }),
    ),
    decisions: z.array(z.unknown()),
    equity: z.object({ closedAt: z.array(z.string()), equityUsd: z.array(z.number()) }),
  }),
});

// What a person does on the screens besides the newcomer's way, on one server. Nothing trades by itself meanwhile.
describeWithChromium('the screens at work', (browser) => {
  const home = mkdtempSync(join(tmpdir(), 'candor-at-work-'));
  let demo: PausedDemo | undefined;
  let runId: string;
  let visit: Visit;
  beforeAll(async () => {
    demo = await PausedDemo.start(home);
    [runId = ''] = await demo.backtest({ fast: 10, slow: 30 });
    visit = await Visit.open(browser(), demo.origin);
  }, LONGEST_MS);
  afterAll(async () => {
    await visit?.close();
    await demo?.server.kill();
    rmSync(home, { recursive: true, force: true });
  });

  it('Data tells of each row of a file what is wrong with it, keeps the good ones, and takes the mended file', async () => {
    const { page } = visit;
    await visit.go('/data');
    const form = page.getByRole('form', { name: 'Import a CSV' });
    await choose(form, 'acme.csv', [
      'date,open,high,low,close,volume',
      '2024-01-02,10,11,9,10.5,1000',
      '2024-01-03,10.5,10,9,10.5,1000',
      '2024-01-04,10.5,12,10,0,1000',
      '2024-01-06,11,12,10,11,1000',
      '2024-01-08,11,12,10,11,1000',
    ]);
    await form.getByLabel('Symbol').fill('ACME');
    await form.getByLabel('Span of a bar').selectOption('1d');
    await form.getByRole('button', { name: 'Import', exact: true }).click();

    const outcome = page.getByRole('region', { name: 'What became of the file' });
    await outcome.getByRole('heading', { name: '2 bars of ACME stored, 3 rows turned down.' }).waitFor();
    const rows = await outcome
      .getByRole('list', { name: /^3 rows turned down/ })
      .getByRole('listitem')
      .allTextContents();
    expect(rows.map((row) => /^\w+ \d+/.exec(row)?.[0])).toEqual(['line 3', 'line 4', 'line 5']);
    for (const [place, raw] of ['2024-01-03', '2024-01-04', '2024-01-06'].entries())
      expect(rows[place], 'the row as it was').toContain(raw);
    expect(await visit.accessFaults(), 'WCAG 2.2 AA').toEqual([]);
    const exported = await downloaded(page, () => outcome.getByRole('button', { name: 'Export the rows' }).click());
    expect(linesOf(exported), 'a head and each row that was turned down').toHaveLength(4);
    await outcome.getByRole('button', { name: 'Rows in quarantine' }).click();
    await page.getByRole('table', { name: 'Quarantine' }).getByRole('row', { name: /ACME/ }).first().waitFor();

    await choose(form, 'acme.csv', [
      'date,open,high,low,close,volume',
      '2024-01-02,10,11,9,10.5,1000',
      '2024-01-03,10.5,11,9,10.5,1000',
      '2024-01-04,10.5,12,10,11,1000',
      '2024-01-05,11,12,10,11,1000',
      '2024-01-08,11,12,10,11,1000',
    ]);
    await form.getByLabel('Symbol').fill('ACME');
    await form.getByRole('button', { name: 'Import', exact: true }).click();
    await outcome.getByRole('heading', { name: '3 bars of ACME stored; the others were here already.' }).waitFor();
    await page.getByRole('table', { name: 'Series held' }).getByRole('row', { name: /ACME/ }).waitFor();
    await outcome.getByRole('link', { name: 'Show on the chart' }).click();
    await page.getByRole('region', { name: /^Chart of ACME, 5 daily bars/ }).waitFor();
    expect(visit.complaints).toEqual([]);
  });

  it('the chart finds an indicator, draws it with its parameters, changes it and takes it away, and each chart keeps its own', async () => {
    const { page } = visit;
    await visit.go('/chart?symbol=AAPL');
    const layers = page.getByRole('region', { name: 'Layers' });
    const picker = page.getByRole('dialog');
    await layers.getByRole('button', { name: 'Indicator' }).click();
    await picker.getByLabel('Find an indicator').fill('relative strength');
    await picker.getByRole('button', { name: /^Relative strength index/i }).click();
    await picker.getByLabel(/^(Period|Length)/).fill('0');
    expect(await picker.getByRole('button', { name: 'Add to the chart' }).isDisabled(), 'a period of 0').toBe(true);
    await picker.getByLabel(/^(Period|Length)/).fill('9');
    expect(await visit.accessFaults(), 'WCAG 2.2 AA').toEqual([]);
    await picker.getByRole('button', { name: 'Add to the chart' }).click();
    await layers.getByRole('button', { name: 'RSI 9', exact: true }).waitFor();
    await page.getByRole('region', { name: /^Chart of AAPL.*With .*RSI 9/ }).waitFor();

    await layers.getByRole('button', { name: 'Change RSI 9' }).click();
    await picker.getByLabel(/^(Period|Length)/).fill('21');
    await picker.getByRole('button', { name: 'Change', exact: true }).click();
    await page.getByRole('region', { name: /^Chart of AAPL.*With .*RSI 21/ }).waitFor();

    // Whoever comes back without the link finds the chart as it was left; another chart has its own.
    await visit.go('/chart?symbol=AAPL');
    await layers.getByRole('button', { name: 'RSI 21', exact: true }).waitFor();
    await visit.go('/chart?symbol=SPX');
    await layers.getByRole('button', { name: 'SMA 20', exact: true }).waitFor();
    expect(await layers.getByRole('button', { name: 'RSI 21', exact: true }).count(), 'on another chart').toBe(0);

    await visit.go('/chart?symbol=AAPL');
    await layers.getByRole('button', { name: 'Change RSI 21' }).click();
    await picker.getByRole('button', { name: 'Remove from the chart' }).click();
    await layers.getByRole('button', { name: 'RSI 21', exact: true }).waitFor({ state: 'hidden' });
    await page.reload();
    await layers.getByRole('button', { name: 'SMA 20', exact: true }).waitFor();
    expect(await layers.getByRole('button', { name: 'RSI 21', exact: true }).count(), 'after a reload').toBe(0);
    expect(visit.complaints).toEqual([]);
  });

  it('the chart draws the stop and the target of an order by hand until Orders has taken them back', async () => {
    const { page } = visit;
    await visit.go('/chart?symbol=AAPL');
    const chart = page.getByRole('region', { name: /^Chart of AAPL/ });
    const orders = page.getByRole('region', { name: 'Layers' }).getByRole('button', { name: 'Orders', exact: true });
    // Told in words, too: the lines are on the canvas alone.
    const told = page.getByRole('region', { name: /^Chart of AAPL.* Working: (Stop [\d.]+|, |Target [\d.]+){3}\./ });
    await chart.waitFor();
    expect(await told.count(), 'before there is an order').toBe(0);

    const close = Number(/Last close ([\d.]+)/.exec((await chart.getAttribute('aria-label')) ?? '')?.[1]);
    await page.getByRole('button', { name: 'Order', exact: true }).click();
    const ticket = page.getByRole('dialog', { name: 'Order AAPL' });
    await ticket.getByLabel('Quantity').fill('5');
    await ticket.getByLabel('Stop-loss').fill((close * 0.95).toFixed(2));
    await ticket.getByLabel('Take-profit').fill((close * 1.05).toFixed(2));
    await ticket.getByRole('button', { name: 'Buy 5' }).click();
    await ticket.getByText('Sent, waiting for the broker.').waitFor();
    await page.keyboard.press('Escape');
    // The next bar fills it; from then on its stop and its target work, and alone as soon as the strategies have no order of their own.
    do {
      const before = await demo!.position();
      await page.getByRole('button', { name: 'Step one bar' }).first().click();
      await until(async () => (await demo!.position()) > before);
    } while ((await working(demo!)).length !== 2);
    await told.waitFor();
    await until(async () => {
      const withOrders = await still(chart);
      await orders.click();
      const without = await still(chart);
      await orders.click();
      return !withOrders.equals(without);
    });
    await visit.picture('chart-working');

    await visit.go('/orders?show=working');
    const list = page.getByRole('table', { name: 'Orders' });
    await list.getByRole('row', { name: /Stop .*Working .*by hand/ }).waitFor();
    await list.getByRole('row', { name: /Limit .*Working .*by hand/ }).waitFor();
    await page.getByRole('button', { name: 'Cancel all working…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Cancel 2 working orders' });
    const cancel = dialog.getByRole('button', { name: 'Cancel 2 orders' });
    expect(await cancel.isDisabled(), 'before the word is typed').toBe(true);
    await dialog.getByLabel('Type CANCEL 2').fill('CANCEL 2');
    await cancel.click();
    await page.getByText('Nothing is working').waitFor();
    expect(await working(demo!)).toEqual([]);
    await visit.go('/chart?symbol=AAPL');
    await chart.waitFor();
    expect(await told.count(), 'after they were cancelled').toBe(0);
    expect(visit.complaints).toEqual([]);
  });

  it('a report goes out as it is: the same figures as JSON and CSV as the server has', async () => {
    const { page } = visit;
    const stored = await demo!.server.ask('GET', `/backtests/${runId}`);
    const { document } = Run.parse(stored);
    await visit.go(`/backtests/report?run=${runId}`);
    const take = (what: string): Promise<string> =>
      downloaded(page, async () => {
        await page.getByRole('button', { name: 'Export', exact: true }).first().click();
        await page.getByRole('menuitem', { name: what }).click();
      });

    expect(JSON.parse(await take('Everything, JSON'))).toEqual((stored as { document: unknown }).document);
    const [tradeHead, ...trades] = linesOf(await take('Trades, CSV'));
    const column = (name: string) => tradeHead!.split(',').indexOf(name);
    expect(
      trades.map((line) => {
        const cells = line.split(',');
        return [
          cells[column('symbol')],
          Number(cells[column('quantity')]),
          cells[column('entryAt')],
          Number(cells[column('entryPrice')]),
        ];
      }),
    ).toEqual(
      document.trades.map(({ symbol, quantity, entryAt, entryPrice }) => [symbol, quantity, entryAt, entryPrice]),
    );
    const [, ...equity] = linesOf(await take('Equity, CSV'));
    expect(equity.map((line) => line.split(',').slice(0, 2))).toEqual(
      document.equity.closedAt.map((at, row) => [at, String(document.equity.equityUsd[row])]),
    );
    expect(visit.complaints).toEqual([]);
  });

  it('a list goes out whole, with the same orders as the server has', async () => {
    const { page } = visit;
    await visit.go('/orders');
    const stored = await demo!.server.askForAll('/orders', 'orders', z.object({ quantity: z.number() }));
    const take = (what: string): Promise<string> =>
      downloaded(page, async () => {
        await page.getByRole('button', { name: 'Export' }).click();
        await page.getByRole('menuitem', { name: what }).click();
      });
    const total = (quantities: readonly number[]): number => quantities.reduce((sum, one) => sum + one, 0);
    const records = z.array(z.object({ quantity: z.number() })).parse(JSON.parse(await take('JSON')));
    expect(records).toHaveLength(stored.length);
    expect(total(records.map(({ quantity }) => quantity))).toBe(total(stored.map(({ quantity }) => quantity)));
    expect(linesOf(await take('CSV')), 'a head and each order').toHaveLength(stored.length + 1);
  });

  it('Orders brings the life of an order into sight on a phone, where it stands below the list', async () => {
    const phone = await Visit.open(browser(), demo!.origin, { viewport: PHONE });
    await phone.go('/orders');
    await phone.page
      .getByRole('button', { name: /AAPL.*Filled/ })
      .first()
      .click();
    const life = phone.page.getByText('Lifecycle');
    const isInSight = (): Promise<boolean> =>
      life.evaluate((element) => {
        const { top, bottom } = element.getBoundingClientRect();
        return top >= 0 && bottom <= (element.ownerDocument.defaultView?.innerHeight ?? 0);
      });
    await life.waitFor();
    await until(isInSight);
    expect(await phone.accessFaults(), 'WCAG 2.2 AA').toEqual([]);
    expect(phone.complaints).toEqual([]);
    await phone.close();
  });

  it('a report goes onto paper whole: every row, nothing cut, no navigation, and that it is paper money', async () => {
    const paper = await Visit.open(browser(), demo!.origin, { viewport: PAPER });
    const { page } = paper;
    const { document } = Run.parse(await demo!.server.ask('GET', `/backtests/${runId}`));
    await paper.go(`/backtests/report?run=${runId}`);
    const rowsOf = (name: string): Promise<number> => page.getByRole('table', { name }).locator('tbody tr').count();
    mkdirSync(PICTURES, { recursive: true });
    const pdf = await page.pdf({ path: join(PICTURES, 'report.pdf'), format: 'A4', printBackground: true });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');

    await page.emulateMedia({ media: 'print' });
    await tell(page, 'beforeprint');
    await until(async () => (await rowsOf('Trades')) === document.trades.length);
    expect(await rowsOf('Decisions'), 'decisions').toBe(document.decisions.length);
    expect(await page.getByText('PAPER', { exact: true }).isVisible(), 'that it is paper money').toBe(true);
    for (const name of ['Screens', 'More screens'])
      expect(await page.getByRole('navigation', { name }).count(), name).toBe(0);
    expect(await page.getByRole('contentinfo').count(), 'the status strip').toBe(0);
    for (const name of ['To the content', 'To Halt'])
      expect(await page.getByRole('link', { name }).count(), 'what leads past the navigation').toBe(0);
    expect(await paper.sidewaysScroll(), 'wider than the sheet').toBeLessThanOrEqual(0);
    expect(await cutOff(page.getByRole('main')), 'cut').toEqual([]);
    await paper.picture('report-print');
    await tell(page, 'afterprint');
    expect(paper.complaints).toEqual([]);
    await paper.close();
  });

  it('System writes a backup and says where it is', async () => {
    const { page } = visit;
    await visit.go('/system');
    await page.getByRole('button', { name: 'Back up now' }).click();
    const said = page.getByText(/^Written at \d{4}-\d\d-\d\d .* UTC:/);
    await said.waitFor();
    const file = (await said.textContent())?.split('UTC: ')[1] ?? '';
    expect(file.startsWith(home), 'in the directory of the server').toBe(true);
    expect(readFileSync(file).byteLength).toBeGreaterThan(10_000);
    expect(visit.complaints).toEqual([]);
  });

  it('Strategies moves a session to another account: it ends here and goes on there the next day', async () => {
    const { page } = visit;
    await visit.go('/strategies?configuration=demo-crossover&tab=runs');
    await page.getByRole('button', { name: 'Move…' }).click();
    const dialog = page.getByRole('dialog', { name: /^Move Demo run 1/ });
    await dialog.getByLabel('Account', { exact: true }).selectOption({ label: 'New account…' });
    await dialog.getByLabel('Account name').fill('Second home');
    expect(await visit.accessFaults(), 'WCAG 2.2 AA').toEqual([]);
    await dialog.getByRole('button', { name: 'Move session' }).click();
    await page.waitForURL(/\?account=second-home/);

    const Sessions = z.object({
      sessions: z.array(
        z.object({
          accountId: z.string(),
          state: z.string(),
          feed: z.object({ startAt: z.number() }),
          position: z.number(),
          sleeves: z.array(
            z.object({ configurationId: z.string(), symbols: z.array(z.string()), capitalShare: z.number() }),
          ),
        }),
      ),
    });
    const { sessions } = Sessions.parse(await demo!.server.ask('GET', '/sessions'));
    const here = sessions.find(({ accountId }) => accountId === 'demo');
    const there = sessions.find(({ accountId }) => accountId === 'second-home');
    expect(here?.state).toBe('stopped');
    expect(there?.sleeves, 'the same configurations, symbols and shares').toEqual(here?.sleeves);
    expect(there?.feed.startAt, 'the next bar').toBe(here?.position);
    expect(there?.state).toMatch(/running|finished|completed/);
    // What the page says is of the other account.
    await page.getByText('Equity, Second home').first().waitFor();
    expect(visit.complaints).toEqual([]);
  });
});

async function choose(form: Locator, name: string, lines: readonly string[]): Promise<void> {
  await form
    .getByLabel('File')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(`${lines.join('\n')}\n`) });
}

/** Returns the text of the file that the page hands out. */
async function downloaded(page: Page, act: () => Promise<void>): Promise<string> {
  const coming: Promise<Download> = page.waitForEvent('download');
  await act();
  return readFileSync(await (await coming).path(), 'utf8');
}

function linesOf(csv: string): readonly string[] {
  return csv.trimEnd().split('\r\n');
}

/** Returns a picture of an element as soon as two in a row are the same. */
async function still(element: Locator): Promise<Buffer> {
  let before = await element.screenshot();
  await until(async () => {
    const now = await element.screenshot();
    const isStill = now.equals(before);
    before = now;
    return isStill;
  });
  return before;
}

async function working({ server }: PausedDemo): Promise<readonly unknown[]> {
  const orders = await server.askForAll('/orders', 'orders', z.object({ status: z.string() }));
  return orders.filter(({ status }) => status === 'working');
}

/** Tells the page what a browser says around printing. */
async function tell(page: Page, event: 'beforeprint' | 'afterprint'): Promise<void> {
  await page
    .locator('html')
    .evaluate((html, name) => html.ownerDocument.defaultView?.dispatchEvent(new Event(name)), event);
}

/** Returns what is larger than the box that shows it. */
function cutOff(part: Locator): Promise<readonly string[]> {
  return part.evaluate((root) => {
    const view = root.ownerDocument.defaultView;
    return [...root.querySelectorAll('*')].flatMap((element) => {
      const style = view?.getComputedStyle(element);
      const { width } = element.getBoundingClientRect();
      // What is said to screen readers alone is one pixel large.
      if (style === undefined || style.display === 'inline' || width <= 1) return [];
      const isCutAcross = style.overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1;
      const isCutBelow = style.overflowY !== 'visible' && element.scrollHeight > element.clientHeight + 1;
      return isCutAcross || isCutBelow
        ? [`${element.tagName} ${element.className}: ${element.textContent?.slice(0, 60)}`]
        : [];
    });
  });
}
