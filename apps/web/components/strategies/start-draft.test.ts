import { describe, expect, it } from 'vitest';
import type { Configuration, Series } from '@/lib/catalog/use-catalog';
import { evenShares, type StartDraft, sessionWish, spanOf, startFaults } from './start-draft.ts';

const series = (symbol: string, timeframe: string, from: string, to: string): Series => ({
  symbol,
  timeframe,
  from,
  to,
  name: symbol,
  kind: 'stock',
  tradable: true,
  source: 'a test',
  adjustment: 'none-needed',
  synthetic: true,
  note: null,
});
const ALL = [
  series('A', '1d', '2013-01-02', '2018-05-11'),
  series('B', '1d', '2010-01-04', '2017-12-29'),
  series('B', '5m', '2010-01-04', '2017-12-29'),
];
const configuration = (id: string, allowShort = false): Configuration => ({
  id,
  version: 1,
  name: id,
  strategy: 'sma-crossover',
  params: {},
  sizing: { id: 'all-in', params: {} },
  allowShort,
  createdAt: '2026-01-01T00:00:00.000Z',
});
const KEPT = [configuration('one'), configuration('short', true)];
const draft = (part: Partial<StartDraft> = {}): StartDraft => ({
  accountId: 'first',
  name: '',
  sleeves: [{ key: 0, configurationId: 'one', symbols: ['A'], share: '100' }],
  timeframe: '1d',
  from: '',
  to: '',
  startFrom: '',
  barsPerSecond: '2',
  ...part,
});

describe('a session that is wished for', () => {
  it('names nothing that was left open, so that the server’s defaults hold', () => {
    expect(sessionWish(draft(), 'first')).toEqual({
      accountId: 'first',
      timeframe: '1d',
      barsPerSecond: 2,
      sleeves: [{ configurationId: 'one', symbols: ['A'], capitalShare: 1 }],
    });
  });

  it('gives every sleeve of the same configuration a name of its own', () => {
    const sleeve = { configurationId: 'one', symbols: ['A'], share: '30' };
    const sleeves = [1, 2, 3].map((key) => ({ ...sleeve, key }));
    const names = sessionWish(draft({ sleeves }), 'first').sleeves.map(({ id }) => id ?? 'one');
    expect(new Set(names).size).toBe(3);
  });

  it.each([1, 2, 3, 6, 7, 20])('never shares out more than all, however many sleeves: %i', (many) => {
    const sleeves = Array.from({ length: many }, (_, key) => ({
      key,
      configurationId: 'one',
      symbols: ['A'],
      share: '',
    }));
    const shared = draft({ sleeves: evenShares(sleeves) });
    expect(startFaults(shared, ALL, KEPT, 'cash')).toEqual({});
    const total = sessionWish(shared, 'first').sleeves.reduce((sum, { capitalShare = 1 }) => sum + capitalShare, 0);
    expect(total).toBeLessThanOrEqual(1 + 1e-9);
  });

  it('spans what any of its symbols has', () => {
    const both = draft({ sleeves: [{ key: 0, configurationId: 'one', symbols: ['A', 'B'], share: '100' }] });
    expect(spanOf(both, ALL)).toEqual({ from: '2010-01-04', to: '2018-05-11' });
  });
});

describe('what is wrong with it', () => {
  const sleeve = draft().sleeves[0]!;
  it.each<[string, Partial<StartDraft>, string]>([
    ['accountId', { accountId: '' }, 'Account is missing.'],
    ['sleeves.0.symbols', { sleeves: [{ ...sleeve, symbols: [] }] }, 'Symbols must name at least one.'],
    ['sleeves.0.symbols', { timeframe: '5m' }, 'A has no bars of this span; it has daily.'],
    ['sleeves.0.share', { sleeves: [{ ...sleeve, share: '0' }] }, 'Capital share must be above 0 and at most 100%.'],
    [
      'share',
      {
        sleeves: [
          { ...sleeve, share: '60' },
          { ...sleeve, key: 1, share: '50' },
        ],
      },
      'The capital shares add up to 110%; at most 100% is allowed.',
    ],
    ['to', { from: '2015-01-02', to: '2014-01-02' }, 'Last day must not be before the first.'],
    ['startFrom', { startFrom: '2019-01-02' }, 'Trades from must not be after the last day.'],
    [
      'sleeves.0.configurationId',
      { sleeves: [{ ...sleeve, configurationId: 'short' }] },
      'Configuration may sell short, which a cash account cannot.',
    ],
  ])('is said at %s', (field, part, words) => {
    expect(startFaults(draft(part), ALL, KEPT, 'cash')[field]).toBe(words);
  });

  it('is nothing where a margin account sells short', () => {
    const short = draft({ sleeves: [{ ...sleeve, configurationId: 'short' }] });
    expect(startFaults(short, ALL, KEPT, 'margin')).toEqual({});
  });
});
