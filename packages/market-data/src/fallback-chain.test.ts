import { CandorError } from '@candor/domain/candor-error';
import type { MarketDataProvider } from '@candor/domain/ports/market-data-provider';
import { dayFromIso } from '@candor/domain/time';
import { describe, expect, it } from 'vitest';
import { createFallbackChain } from './fallback-chain.ts';
import { bundled } from './providers/bundled.ts';
import { generator } from './providers/generator.ts';

const real = bundled.open();
const made = generator.open({ from: '2020-01-02', to: '2020-01-10' });
const failing = (error: unknown): MarketDataProvider => ({
  ...real,
  id: 'failing',
  async *bars() {
    yield* [];
    throw error;
  },
});
const busy = new CandorError('market-data.rate-limited', { kind: 'retry', message: 'Come back in a minute.' });

describe('createFallbackChain', () => {
  it('gives the bars of the first provider that has them, and says why those before it did not', async () => {
    const chain = createFallbackChain([failing(busy), made, real]);
    const loaded = await chain.load({ symbol: 'AAPL', timeframe: '1d' });
    expect(loaded.answeredBy).toBe('bundled');
    expect(loaded.series.length).toBe(1260);
    expect(loaded.passedOver.map(({ provider, code }) => [provider, code])).toEqual([
      ['failing', 'market-data.rate-limited'],
      ['generator', 'market-data.unknown-symbol'],
    ]);
    expect(loaded.passedOver[0]?.reason).toBe('Come back in a minute.');
  });

  it('says unknown only when every provider does, with the nearest symbol of all of them', async () => {
    const chain = createFallbackChain([real, made]);
    const answer = chain.load({ symbol: 'SYN-X', timeframe: '1d' });
    await expect(answer).rejects.toMatchObject({ code: 'market-data.unknown-symbol', kind: 'not-found' });
    await expect(answer).rejects.toThrow(/Did you mean "SYN-A"/);
  });

  it('gives the answer of the one provider that knows the symbol, whatever the others do not know', async () => {
    const chain = createFallbackChain([made, real]);
    await expect(chain.load({ symbol: 'AAPL', timeframe: '1d', from: dayFromIso('2020-01-01') })).rejects.toMatchObject(
      {
        code: 'market-data.empty-range',
        message: expect.stringMatching(/to 2018-05-11/),
      },
    );
    await expect(chain.load({ symbol: 'SPX', timeframe: '5m' })).rejects.toMatchObject({
      code: 'market-data.unsupported-timeframe',
    });
  });

  it('asks to try again when a provider that could know has failed', async () => {
    const chain = createFallbackChain([failing(busy), failing(new TypeError('socket hang up'))]);
    const answer = chain.load({ symbol: 'AAPL', timeframe: '1d' });
    await expect(answer).rejects.toMatchObject({ code: 'market-data.no-answer', kind: 'retry' });
    await expect(answer).rejects.toThrow(/Come back in a minute.*socket hang up/);
  });

  it('asks nobody about a range that ends before it begins', async () => {
    const request = { symbol: 'AAPL', timeframe: '1d', from: 2, to: 1 } as const;
    await expect(createFallbackChain([real]).load(request)).rejects.toMatchObject({ code: 'market-data.bad-range' });
  });

  it('lists what there is once, the earlier provider winning, and finds instruments in the same order', async () => {
    const chain = createFallbackChain([real, made, { ...real, id: 'copy' }]);
    const listed = await chain.list();
    const keys = listed.map(({ instrument, timeframe }) => `${instrument.symbol} ${timeframe}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toEqual(expect.arrayContaining(['AAPL 1d', 'SPX 1d', 'SYN-A 1m']));
    expect(await chain.instrument('SYN-B')).toMatchObject({ kind: 'synthetic' });
    expect(await chain.instrument('NONE')).toBeUndefined();
  });
});
