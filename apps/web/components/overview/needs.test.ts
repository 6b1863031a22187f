import { describe, expect, it } from 'vitest';
import type { SessionEvent } from '@/lib/live/topics';
import { type NeedsState, needsOf } from './needs';

const calm: NeedsState = {
  session: { id: 'run', name: 'Run', state: 'running', reason: null },
  interrupted: [],
  halts: [],
  limits: [],
  events: [],
  jobs: [],
  quarantine: { rows: [], nextCursor: null },
  marketAt: '2018-05-11T20:00:00.000Z',
  nowMs: Date.parse('2026-01-05T10:00:00.000Z'),
};
const limit = (value: number, max = 100_000) => ({
  id: 'max-gross',
  code: 'MAX_GROSS',
  title: 'Gross exposure',
  unit: 'usd',
  value,
  limit: max,
  headroom: max - value,
});
const refused = (at: string): SessionEvent => ({
  accountId: 'demo',
  sessionId: 'run',
  seq: 1,
  at,
  recordedAt: at,
  happening: {
    type: 'order-refused',
    sleeveId: 'one',
    symbol: 'AAPL',
    order: {
      clientOrderId: 'run-9',
      sleeveId: 'one',
      symbol: 'AAPL',
      side: 'buy',
      type: 'market',
      intent: 'enter',
      timeInForce: 'day',
      quantity: 20,
      allIn: false,
      limitPrice: null,
      stopPrice: null,
      ocoGroup: null,
      parentId: null,
      decidedAt: at,
    },
    denials: [{ code: 'MAX_POSITION', message: 'It would be 21.3% of equity; the limit is 20%.', numbers: {} }],
  },
});

describe('needsOf', () => {
  it('asks for nothing while nothing is wrong', () => {
    expect(needsOf(calm)).toEqual([]);
    expect(needsOf({ ...calm, session: undefined, quarantine: undefined, limits: [limit(79_000)] })).toEqual([]);
  });

  it('tells a near limit from a breached one', () => {
    expect(needsOf({ ...calm, limits: [limit(85_000)] })).toMatchObject([
      { tone: 'warn', title: 'Gross exposure is near its limit.', text: '85.0% is used; there is room for $15,000.' },
    ]);
    expect(needsOf({ ...calm, limits: [limit(120_000)] })).toMatchObject([{ tone: 'halt' }]);
  });

  it('is quiet about a limit of nothing that nothing uses', () => {
    expect(needsOf({ ...calm, limits: [limit(0, 0)] })).toEqual([]);
  });

  it('gives the words of a recent refusal and the way to it, and forgets an old one', () => {
    expect(needsOf({ ...calm, events: [refused('2018-05-10T20:00:00.000Z')] })).toMatchObject([
      {
        title: 'An order to buy 20 AAPL was refused on 10 May 2018.',
        text: 'It would be 21.3% of equity; the limit is 20%.',
        action: { path: '/orders', query: { order: 'run-9' } },
      },
    ]);
    expect(needsOf({ ...calm, events: [refused('2018-03-10T20:00:00.000Z')] })).toEqual([]);
  });

  it('puts a halt before a warning and the end of the replay last', () => {
    const needs = needsOf({
      ...calm,
      session: { id: 'run', name: 'Run', state: 'finished', reason: null },
      limits: [limit(90_000)],
      halts: [{ level: 'entries', code: 'DAILY_LOSS', reason: 'Too much was lost', at: '', until: 'next-session' }],
    });
    expect(needs.map(({ tone }) => tone)).toEqual(['halt', 'warn', 'plain']);
    expect(needs[0]?.text).toBe('Too much was lost. It ends with the next session.');
  });

  it('does not count what it has not seen', () => {
    const row = {
      symbol: 'XYZ',
      row: 3,
      unit: 'line' as const,
      code: 'NEGATIVE',
      reason: 'The low is negative',
      raw: '',
      timeframe: '1d',
      source: '',
      datasetId: '',
      recordedAt: '',
    };
    expect(needsOf({ ...calm, quarantine: { rows: [row, row], nextCursor: 'Mg' } })[0]?.title).toBe(
      'At least 2 rows of prices are in quarantine.',
    );
    expect(needsOf({ ...calm, quarantine: { rows: [row], nextCursor: null } })[0]?.title).toBe(
      '1 row of prices is in quarantine.',
    );
  });
});
