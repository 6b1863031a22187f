import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MarketDataProvider } from '@candor/domain/ports/market-data-provider';
import { afterAll, describe, expect, it } from 'vitest';
import { providerCatalog, providerOf } from './catalog.ts';
import { providerLaws } from './laws.ts';
import { bundled } from './providers/bundled.ts';

const folder = mkdtempSync(join(tmpdir(), 'candor-catalog-'));
afterAll(() => rmSync(folder, { recursive: true }));
const sample = join(folder, 'sample.csv');
writeFileSync(
  sample,
  'date,open,high,low,close,volume\n2014-01-02,10,12,9,11,1\n2014-01-03,11,13,10,12,2\n2014-01-06,12,14,11,13,3\n2014-01-07,12,14,11,13,3\n',
);

// What a provider needs to be opened for the laws; a new one that needs nothing needs no line here.
const settings: Readonly<Record<string, object>> = {
  'csv-file': { path: sample },
  generator: { symbols: ['SYN-A', 'SYN-B'], from: '2020-01-02', to: '2020-01-15' },
};
const resources = { clock: { now: () => 0, until: async () => {} }, recorded: bundled.open() };

describe('providerCatalog', () => {
  it('has no id twice, and each entry opens as the provider of its id', () => {
    const ids = providerCatalog.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const definition of providerCatalog) {
      expect(definition.open(settings[definition.id], resources).id).toBe(definition.id);
      expect(providerOf(definition.id)).toBe(definition);
    }
  });

  it('names the nearest provider for an unknown one', () => {
    expect(() => providerOf('bundeld')).toThrow(/Did you mean "bundled"/);
  });

  describe.each(providerCatalog.map((definition) => [definition.id, definition] as const))('%s', (id, definition) => {
    const provider = definition.open(settings[id], resources);
    it.each(providerLaws.map((law) => [law.name, law] as const))('%s', async (_, law) => {
      expect(await law.check(provider)).toEqual([]);
    });
  });
});

describe('providerLaws', () => {
  const good = providerOf('csv-file').open(settings['csv-file']);
  const breaking: Readonly<Record<string, Partial<MarketDataProvider>>> = {
    'answers a probe for a symbol that must work': { probe: async () => ({ ok: false, symbol: 'A', reason: 'down' }) },
    'lists series whose symbol, timeframe and instrument it stands by': { instrument: async () => undefined },
    'has bars from the first to the last session that it lists': {
      list: async () => (await good.list()).map((series) => ({ ...series, to: series.to + 1 })),
    },
    'yields batches oldest first whose columns are of one length': {
      async *bars(request) {
        for await (const batch of good.bars(request)) {
          yield { ...batch, columns: { ...batch.columns, time: batch.columns.time.toReversed() } };
        }
      },
    },
    'labels its bars as its list does, synthetic ones above all': {
      async *bars(request) {
        for await (const batch of good.bars(request)) {
          yield { ...batch, provenance: { ...batch.provenance, synthetic: true } };
        }
      },
    },
    'keeps to the sessions of a request, and gives the same bars for a part as for the whole': {
      bars: ({ symbol, timeframe }) => good.bars({ symbol, timeframe }),
    },
    'gives the same bars each time it is asked': (() => {
      let asked = 0;
      return {
        async *bars(request) {
          for await (const batch of good.bars(request)) {
            const close = batch.columns.close.map((price) => price + asked++);
            yield { ...batch, columns: { ...batch.columns, close } };
          }
        },
      } satisfies Partial<MarketDataProvider>;
    })(),
    'says not-found for a symbol it does not have': {
      bars: ({ timeframe }) => good.bars({ symbol: 'SAMPLE', timeframe }),
    },
  };

  it.each(providerLaws.map((law) => [law.name, law] as const))(
    'catch a provider that does not keep: %s',
    async (name, law) => {
      expect(await law.check({ ...good, ...breaking[name] })).not.toEqual([]);
    },
  );
});
