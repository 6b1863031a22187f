import type { Fill } from '@candor/domain/fill';
import type { SleevePosition } from '@candor/domain/ports/repositories';
import type { Trade } from '@candor/domain/trade';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { freshId, orderState, writeSession } from './rows.ts';
import type { StorageUnderTest } from './storage-under-test.ts';

const fillOf = (clientOrderId: string, sequence: number): Fill => ({
  clientOrderId,
  sequence,
  sleeveId: 'sleeve',
  symbol: 'TEST',
  side: 'buy',
  intent: 'enter',
  quantity: 1 / 3,
  price: 0.1 + 0.2,
  commissionMicros: 5_000,
  slippageMicros: -12,
  moment: 'open',
  at: 1_400_000_000_000,
});

/** Orders, fills, positions, the equity curve and trades. */
export function describeLedgerRows(storage: () => StorageUnderTest): void {
  const begin = () => storage().unitOfWork.run((all) => writeSession(all));

  it('gives back an order as it now stands, with the times at which each thing first happened', async () => {
    const { account, session } = await begin();
    const of = { accountId: account.id, sessionId: session.id };
    const clientOrderId = freshId('order');
    const approved = { ...of, state: orderState(clientOrderId), recordedAt: 10, sentAt: undefined, endedAt: undefined };
    const filled = {
      ...approved,
      state: orderState(clientOrderId, {
        status: 'filled',
        filledQuantity: 10,
        averageFillPrice: 99.9,
        triggered: true,
      }),
      recordedAt: 20,
      sentAt: 20,
      endedAt: 21,
    };
    await storage().unitOfWork.run(async ({ orders }) => {
      await orders.save([approved]);
      const found = await orders.find(account.id, clientOrderId);
      expect(found).toStrictEqual({ ...approved, seq: expect.any(Number) });
      await orders.save([approved, filled]);
      await orders.save([{ ...filled, sentAt: 30, endedAt: 31 }]);
      const later = await orders.find(account.id, clientOrderId);
      expect(later).toStrictEqual({ ...filled, seq: found?.seq, recordedAt: 10 });
      expect(await orders.find(freshId('account'), clientOrderId)).toBeUndefined();
    });
  });

  it('finds orders by account, session, symbol and whether they are open', async () => {
    const [mine, theirs] = [await begin(), await begin()];
    const row = (of: typeof mine, id: string, change = {}) => ({
      accountId: of.account.id,
      sessionId: of.session.id,
      state: orderState(id, change),
      recordedAt: 1,
      sentAt: undefined,
      endedAt: undefined,
    });
    await storage().unitOfWork.run(async ({ orders }) => {
      await orders.save([
        row(mine, 'a', { status: 'filled' }),
        row(mine, 'b'),
        row(mine, 'c', { status: 'partially-filled' }),
        row(theirs, 'a'),
      ]);
      const ids = async (where: Parameters<typeof orders.list>[1]) =>
        (await orders.list({ limit: 10 }, { accountId: mine.account.id, ...where })).rows.map(
          ({ state }) => state.order.clientOrderId,
        );
      expect(await ids({})).toEqual(['c', 'b', 'a']);
      expect(await ids({ open: true })).toEqual(['c', 'b']);
      expect(await ids({ open: false })).toEqual(['a']);
      expect(await ids({ sessionId: mine.session.id, symbol: 'TEST' })).toEqual(['c', 'b', 'a']);
      expect(await ids({ symbol: 'OTHER' })).toEqual([]);
      expect(await ids({ sessionId: theirs.session.id })).toEqual([]);
    });
  });

  it('keeps a page where it is while rows are added', async () => {
    const { account, session } = await begin();
    const save = (...ids: string[]) =>
      storage().unitOfWork.run(({ fills }) =>
        fills.add(
          ids.map((id) => ({ accountId: account.id, sessionId: session.id, fill: fillOf(id, 1), recordedAt: 1 })),
        ),
      );
    const page = async (after: number | undefined) => {
      const { rows, next } = await storage().unitOfWork.run(({ fills }) =>
        fills.list({ limit: 2, after }, { accountId: account.id }),
      );
      return { ids: rows.map(({ fill }) => fill.clientOrderId), next };
    };
    await save('1', '2', '3', '4', '5');
    const first = await page(undefined);
    await save('6', '7');
    const second = await page(first.next);
    await save('8');
    const third = await page(second.next);
    expect([first.ids, second.ids, third.ids]).toEqual([['5', '4'], ['3', '2'], ['1']]);
    expect(third.next).toBeUndefined();
    expect((await page(undefined)).ids).toEqual(['8', '7']);
  });

  it.each([0, 1_001, 1.5, -1])('refuses a page of %d rows', async (limit) => {
    const page = storage().unitOfWork.run(({ fills }) => fills.list({ limit }));
    await expect(page).rejects.toMatchObject({ code: 'storage.bad-page', kind: 'invalid' });
  });

  it('takes a fill once, by its account, order and sequence', async () => {
    const { account, session } = await begin();
    const row = (id: string, sequence: number) => ({
      accountId: account.id,
      sessionId: session.id,
      fill: fillOf(id, sequence),
      recordedAt: 7,
    });
    await storage().unitOfWork.run(async ({ fills }) => {
      expect(await fills.add([row('a', 1), row('a', 2)])).toBe(2);
      expect(await fills.add([row('a', 2), row('b', 1), { ...row('a', 1), recordedAt: 8 }])).toBe(1);
      const { rows } = await fills.list({ limit: 10 }, { sessionId: session.id, clientOrderId: 'a' });
      expect(rows).toStrictEqual([row('a', 2), row('a', 1)].map((each) => ({ ...each, seq: expect.any(Number) })));
    });
  });

  it('puts positions in the place of those before', async () => {
    const { session } = await begin();
    const position = (symbol: string, quantity: number): SleevePosition => ({
      sleeveId: 'sleeve',
      symbol,
      quantity,
      averagePrice: 1.1,
      lastPrice: Number.NaN,
      realizedMicros: -3,
    });
    await storage().unitOfWork.run(async ({ positions }) => {
      await positions.replace(session.id, [position('B', 1), position('A', -2)]);
      expect(await positions.list(session.id)).toEqual([position('A', -2), position('B', 1)]);
      await positions.replace(session.id, [position('B', 3)]);
      expect(await positions.list(session.id)).toEqual([position('B', 3)]);
      await positions.replace(session.id, []);
      expect(await positions.list(session.id)).toEqual([]);
    });
  });

  it('draws an equity curve oldest first, each instant once', async () => {
    const { session } = await begin();
    const points = Array.from({ length: 2_500 }, (_, i) => ({ at: i * 60_000, equityMicros: i / 3, cashMicros: i }));
    await storage().unitOfWork.run(async ({ equity }) => {
      await equity.append(session.id, points.slice(0, 2_000));
      await equity.append(session.id, [{ ...points[3]!, equityMicros: -1 }, ...points.slice(1_999)]);
      const drawn: unknown[] = [];
      let next: number | undefined;
      do {
        const page = await equity.list(session.id, { limit: 1_000, after: next });
        drawn.push(...page.rows);
        next = page.next;
      } while (next !== undefined);
      expect(drawn).toEqual(points);
    });
  });

  it('thins a curve to no more points than asked for, and keeps its ends, its top and its bottom', async () => {
    const curve = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 300 });
    await fc.assert(
      fc.asyncProperty(curve, fc.integer({ min: 4, max: 400 }), async (levels, most) => {
        const { session } = await begin();
        const points = levels.map((level, i) => ({ at: i * 60_000, equityMicros: level, cashMicros: i }));
        const { points: thinned, of } = await storage().unitOfWork.run(async ({ equity }) => {
          await equity.append(session.id, points);
          return equity.thinned(session.id, most);
        });
        expect(of).toBe(points.length);
        if (points.length <= most) expect(thinned).toEqual(points);
        expect(thinned.length).toBeLessThanOrEqual(most);
        expect(points).toEqual(expect.arrayContaining([...thinned]));
        expect(thinned).toEqual(thinned.toSorted((a, b) => a.at - b.at));
        expect([thinned[0], thinned.at(-1)]).toEqual([points[0], points.at(-1)]);
        const bounds = (each: readonly { equityMicros: number }[]) => {
          const found = each.map(({ equityMicros }) => equityMicros);
          return [Math.min(...found), Math.max(...found)];
        };
        expect(bounds(thinned)).toEqual(bounds(points));
      }),
      { numRuns: 30 },
    );
    const empty = await begin();
    expect(await storage().unitOfWork.run(({ equity }) => equity.thinned(empty.session.id, 10))).toEqual({
      points: [],
      of: 0,
    });
  });

  it('sums the fills of each sleeve and symbol', async () => {
    const { account, session } = await begin();
    const row = (id: string, sleeveId: string) => {
      const fill = { ...fillOf(id, 1), sleeveId };
      return { accountId: account.id, sessionId: session.id, fill, recordedAt: 7 };
    };
    const rows = [row('a', 'one'), row('b', 'two'), row('c', 'two')];
    await storage().unitOfWork.run(async ({ fills }) => {
      await fills.add(rows);
      const expected = ['one', 'two'].map((sleeveId) => {
        const own = rows.map(({ fill }) => fill).filter((fill) => fill.sleeveId === sleeveId);
        return {
          sleeveId,
          symbol: own[0]!.symbol,
          fills: own.length,
          commissionMicros: own.reduce((sum, { commissionMicros }) => sum + commissionMicros, 0),
          slippageMicros: own.reduce((sum, { slippageMicros }) => sum + slippageMicros, 0),
        };
      });
      expect(await fills.sums(session.id)).toEqual(expected);
    });
  });

  it('lists trades in the order in which they were written', async () => {
    const { session } = await begin();
    const closed: Trade = {
      sleeveId: 'sleeve',
      symbol: 'TEST',
      direction: 'short',
      quantity: 10,
      entryAt: 1,
      entryPrice: 100,
      exitAt: 2,
      exitPrice: 99.5,
      grossMicros: 5_000_000,
      commissionMicros: 100,
      slippageMicros: 3,
      barsHeld: 4,
      exitReason: 'stop',
    };
    const open: Trade = { ...closed, exitAt: undefined, exitPrice: undefined, exitReason: undefined };
    await storage().unitOfWork.run(async ({ trades }) => {
      await trades.add(session.id, [closed]);
      await trades.add(session.id, [open]);
      await trades.add(session.id, []);
      expect(await trades.list(session.id)).toStrictEqual([closed, open]);
    });
  });
}
