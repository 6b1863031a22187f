import { describe, expect, it } from 'vitest';
import { type BacktestDraft, draftFrom, EMPTY_DRAFT, faultsOf, searchOf, termsOf } from './backtest-draft.ts';
import { costPresets, presetOf } from './cost-presets.ts';

const draft = (told: Partial<BacktestDraft> = {}): BacktestDraft => ({
  ...EMPTY_DRAFT,
  strategy: 'sma-crossover',
  symbol: 'AAPL',
  ...told,
});
const addressOf = (of: BacktestDraft): URLSearchParams =>
  new URLSearchParams(
    Object.entries(searchOf(of)).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );

describe('the address', () => {
  it.each([
    draft(),
    draft({ params: { fast: 20, slow: 100 }, from: '2014-01-02', to: '2016-12-30', allowShort: true }),
    draft({ costs: 'custom', slippage: '7.', charge: 'bps', commission: '', seed: '12x', sizing: 'all-in' }),
    draft({ timeframe: '1h', sizingParams: { targetVolatility: 0.1 } }),
  ])('holds the whole form %#', (written) => {
    expect(draftFrom(addressOf(written))).toEqual(written);
  });

  it('holds nothing of a form that nobody touched', () => {
    expect([...addressOf(EMPTY_DRAFT)]).toEqual([]);
  });

  it('is read as unwritten where it makes no sense', () => {
    const search = new URLSearchParams({ params: '{"fast', timeframe: '7d', costs: 'free', sizingParams: '[1]' });
    expect(draftFrom(search)).toEqual(EMPTY_DRAFT);
  });
});

describe('what is asked of the server', () => {
  it('is what stands in the form', () => {
    expect(termsOf(draft({ params: { fast: 20 }, from: '2014-01-02', costs: 'harsh' }))).toEqual({
      strategy: 'sma-crossover',
      symbol: 'AAPL',
      timeframe: '1d',
      from: '2014-01-02',
      params: { fast: 20 },
      cashUsd: 100_000,
      sizing: 'volatility-target',
      sizingParams: {},
      allowShort: false,
      slippageBps: 20,
      feePerShareUsd: 0.02,
      minimumFeeUsd: 4,
      seed: 1,
    });
  });

  it('charges a part of the value instead of a fee a share, never both', () => {
    const terms = termsOf(draft({ costs: 'custom', charge: 'bps', slippage: '3', commission: '8' }));
    expect(terms).toMatchObject({ slippageBps: 3, commissionBps: 8 });
    expect(terms).not.toHaveProperty('feePerShareUsd');
  });
});

it('names the field and the rule of what is wrong', () => {
  expect(faultsOf(draft())).toEqual({});
  expect(faultsOf(draft({ cash: '99' })).cash).toBe('Cash must be from $100 to $1,000,000,000.');
  expect(faultsOf(draft({ cash: '' })).cash).toBeDefined();
  expect(faultsOf(draft({ from: '2016-01-04', to: '2015-01-02' })).to).toContain('must not be before');
  expect(faultsOf(draft({ seed: '1.5' })).seed).toContain('whole number');
  expect(faultsOf(draft({ slippage: 'x' })), 'a preset does not look at the custom figures').toEqual({});
  expect(faultsOf(draft({ costs: 'custom', slippage: 'x' })).slippage).toBeDefined();
});

it('knows a preset again by what it charges', () => {
  for (const { id, terms } of costPresets) expect(presetOf(terms)).toBe(id);
  expect(presetOf({ slippageBps: 5, feePerShareUsd: 0.004, minimumFeeUsd: 1 })).toBe('custom');
});
