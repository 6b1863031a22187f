import { describe, expect, it } from 'vitest';
import type { Fill, LiveBar, Position } from '../live/topics';
import { heldPositions } from './held-position';

const bar = (session: string, close: number, symbol = 'AAPL'): LiveBar => ({
  symbol,
  session,
  openedAt: `${session}T14:30:00.000Z`,
  open: close,
  high: close,
  low: close,
  close,
  volume: null,
});
const position = (quantity: number, lastPrice: number): Position => ({
  sleeveId: 'one',
  symbol: 'AAPL',
  quantity,
  averagePrice: 90,
  lastPrice,
  marketValueUsd: quantity * lastPrice,
  unrealizedUsd: quantity * (lastPrice - 90),
  realizedUsd: 0,
});
const fill = (at: string, side: 'buy' | 'sell', quantity: number, price: number): Fill => ({
  accountId: 'demo',
  sessionId: 'run',
  clientOrderId: `run-${at}`,
  sequence: 1,
  sleeveId: 'one',
  symbol: 'AAPL',
  side,
  intent: 'enter',
  quantity,
  price,
  commissionUsd: 1,
  slippageUsd: 0,
  moment: 'open',
  at,
  recordedAt: at,
});
const bars = [bar('2018-01-02', 100), bar('2018-01-03', 104)];

describe('heldPositions', () => {
  it('measures the day from the close of the session before', () => {
    expect(heldPositions([position(10, 104)], bars, [])[0]?.todayUsd).toBe(40);
    expect(heldPositions([position(-10, 104)], bars, [])[0]?.todayUsd).toBe(-40);
  });

  it('measures what was bought today from the price paid, and the rest from the close before', () => {
    const today = fill('2018-01-03T14:30:00.000Z', 'buy', 4, 101);
    expect(heldPositions([position(10, 104)], bars, [today])[0]?.todayUsd).toBe(6 * 4 + 4 * 3);
  });

  it('counts what was sold today at its price', () => {
    const today = fill('2018-01-03T14:30:00.000Z', 'sell', 5, 102);
    expect(heldPositions([position(10, 104)], bars, [today])[0]?.todayUsd).toBe(10 * 4 + 5 * 2);
  });

  it('leaves fills of earlier days alone', () => {
    const earlier = fill('2018-01-02T20:00:00.000Z', 'buy', 10, 95);
    expect(heldPositions([position(10, 104)], bars, [earlier])[0]?.todayUsd).toBe(40);
  });

  it('does not know the day where the close before is not known', () => {
    expect(heldPositions([position(10, 104)], bars.slice(1), [])[0]?.todayUsd).toBeNull();
  });

  it('keeps the latest 30 closes of each symbol, oldest first, and no closed position', () => {
    const many = Array.from({ length: 50 }, (_, at) => bar(`2018-02-${10 + at}`, at)).flatMap((each) => [
      each,
      bar(each.session, 7, 'MSFT'),
    ]);
    const [held, ...others] = heldPositions([position(10, 49), { ...position(0, 7), symbol: 'MSFT' }], many, []);
    expect(held?.closes).toEqual(Array.from({ length: 30 }, (_, at) => 20 + at));
    expect(others).toEqual([]);
  });
});
