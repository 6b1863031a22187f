import { describe, expect, it } from 'vitest';
import type { Configuration, Strategies } from '@/lib/catalog/use-catalog';
import type { Session } from '@/lib/live/topics';
import { configurationRows, isActive, sessionsOf, strategyRows } from './strategy-rows.ts';

const listed = (name: string) => ({ name, title: name, summary: '', params: [], schema: {}, crossRules: [] });
const STRATEGIES: Strategies = {
  bundled: [listed('sma-crossover'), listed('consensus')],
  own: [listed('my/idea.ts')],
  unusable: [{ name: 'my/broken.ts', reason: 'It has no default export.' }],
};
const configuration = (id: string, strategy: string): Configuration => ({
  id,
  version: 1,
  name: id,
  strategy,
  params: {},
  sizing: { id: 'all-in', params: {} },
  allowShort: false,
  createdAt: '2026-01-01T00:00:00.000Z',
});
const KEPT = [configuration('fast', 'sma-crossover'), configuration('slow', 'sma-crossover')];
const session = (
  id: string,
  state: Session['state'],
  configurationId: string,
  part: Partial<Session> = {},
): Session => ({
  id,
  accountId: id,
  name: id,
  state,
  reason: null,
  feed: {
    kind: 'replay',
    timeframe: '1d',
    series: [],
    from: '2014-01-02',
    to: '2018-05-11',
    barsPerSecond: 1,
    startAt: 0,
  },
  sleeves: [{ id: 'sleeve', configurationId, configurationVersion: 1, symbols: ['AAPL', id], capitalShare: 1 }],
  codeVersion: 'test',
  turn: 0,
  position: 0,
  length: 10,
  account: null,
  createdAt: `2026-01-01T00:00:0${id.length}.000Z`,
  startedAt: null,
  endedAt: null,
  ...part,
});

describe('the catalogue', () => {
  it('has every strategy and every file that cannot be used, with its reason', () => {
    const rows = strategyRows(STRATEGIES, KEPT, []);
    expect(rows.map(({ name }) => name)).toEqual(['sma-crossover', 'consensus', 'my/idea.ts', 'my/broken.ts']);
    expect(rows.at(-1)).toMatchObject({ group: 'Cannot be used', summary: 'It has no default export.' });
    expect(rows[0]?.configurations).toBe(2);
  });

  it('is on by the most active session of any of its configurations', () => {
    const sessions = [
      session('P', 'paused', 'fast'),
      session('RR', 'running', 'slow'),
      session('X', 'stopped', 'fast'),
    ];
    const [row] = strategyRows(STRATEGIES, KEPT, sessions);
    expect(row).toMatchObject({ activity: 'running', runsOn: ['AAPL', 'P', 'RR'] });
    const [fast, slow] = configurationRows(KEPT, STRATEGIES, sessions);
    expect([fast?.activity, slow?.activity]).toEqual(['paused', 'running']);
  });

  it('is off when every session is over', () => {
    for (const state of ['finished', 'stopped', 'interrupted'] as const) {
      const over = session('A', state, 'fast');
      expect(isActive(over)).toBe(false);
      expect(strategyRows(STRATEGIES, KEPT, [over])[0]).toMatchObject({ activity: 'off', runsOn: [] });
    }
  });

  it('says that a halted session orders nothing', () => {
    const halt = {
      level: 'all',
      code: 'MANUAL',
      reason: 'by hand',
      at: '2026-01-01T00:00:00.000Z',
      until: 'manual',
    } as const;
    const halted = session('A', 'running', 'fast', { halts: [halt] });
    expect(configurationRows(KEPT, STRATEGIES, [halted])[0]?.activity).toBe('halted');
  });
});

it('finds the sessions of a configuration, newest first', () => {
  const sessions = [session('A', 'stopped', 'fast'), session('BB', 'running', 'fast'), session('C', 'running', 'slow')];
  expect(sessionsOf(sessions, 'fast').map(({ id }) => id)).toEqual(['BB', 'A']);
});
