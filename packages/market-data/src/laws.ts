import { CandorError } from '@candor/domain/candor-error';
import type { BarBatch, BarRequest, ListedSeries, MarketDataProvider } from '@candor/domain/ports/market-data-provider';
import { MS_PER_DAY } from '@candor/domain/time';
import { loadSeries } from './load-series.ts';

/** What every provider promises, whatever it stands on. `check` returns a sentence for each breach, and none for a provider that keeps it. */
export interface ProviderLaw {
  readonly name: string;
  check(provider: MarketDataProvider): Promise<readonly string[]>;
}

const NOWHERE = 'NO-SUCH-SYMBOL';

/** The contract of a provider as data, so that any test runner and the server's own start can put a provider through it. */
export const providerLaws: readonly ProviderLaw[] = [
  {
    name: 'answers a probe for a symbol that must work',
    check: async (provider) => {
      const probe = await provider.probe();
      if (!probe.ok) return [`The probe for ${probe.symbol} fails: ${probe.reason}`];
      return probe.bars > 0 ? [] : [`The probe for ${probe.symbol} finds no bars.`];
    },
  },
  {
    name: 'lists series whose symbol, timeframe and instrument it stands by',
    check: async (provider) => {
      const listed = await provider.list();
      const keys = listed.map(keyOf);
      const breaches = keys.filter((key, i) => keys.indexOf(key) !== i).map((key) => `${key} is listed twice.`);
      if (listed.length === 0 && !provider.capabilities.openEnded)
        breaches.push('Nothing is listed, and nothing else can be asked for.');
      for (const series of listed) {
        const known = await provider.instrument(series.instrument.symbol);
        if (JSON.stringify(known) !== JSON.stringify(series.instrument)) {
          breaches.push(`${keyOf(series)} is listed with another instrument than the provider gives for its symbol.`);
        }
        if (!provider.capabilities.timeframes.includes(series.timeframe)) {
          breaches.push(`${keyOf(series)} is listed, but ${series.timeframe} is not among the capabilities.`);
        }
      }
      return breaches;
    },
  },
  {
    name: 'has bars from the first to the last session that it lists',
    check: async (provider) =>
      forEachSeries(provider, async (series) => {
        const loaded = await loadSeries(provider, requestFor(series));
        const first = loaded.series.session[0];
        const last = loaded.series.session[loaded.series.length - 1];
        return first === series.from && last === series.to
          ? []
          : [`${keyOf(series)} lists sessions ${series.from} to ${series.to} and has ${first} to ${last}.`];
      }),
  },
  {
    name: 'yields batches oldest first whose columns are of one length',
    check: async (provider) =>
      forEachSeries(provider, async (series) => {
        const breaches: string[] = [];
        let latest = Number.NEGATIVE_INFINITY;
        for await (const { columns } of provider.bars(requestFor(series))) {
          const lengths = new Set(Object.values(columns).map((column) => column.length));
          if (lengths.size !== 1) breaches.push(`${keyOf(series)} has columns of different length.`);
          for (const time of columns.time) {
            if (!(time > latest)) breaches.push(`${keyOf(series)} has ${time} after ${latest}.`);
            latest = time;
          }
        }
        return breaches.slice(0, 3);
      }),
  },
  {
    name: 'labels its bars as its list does, synthetic ones above all',
    check: async (provider) =>
      forEachSeries(provider, async (series) => {
        for await (const { provenance } of provider.bars(requestFor(series))) {
          if (JSON.stringify(provenance) !== JSON.stringify(series.provenance)) {
            return [`${keyOf(series)} comes with another provenance than it is listed with.`];
          }
          if (provenance.synthetic !== (series.instrument.kind === 'synthetic')) {
            return [`${keyOf(series)} is of kind ${series.instrument.kind}, yet synthetic is ${provenance.synthetic}.`];
          }
        }
        return [];
      }),
  },
  {
    name: 'keeps to the sessions of a request, and gives the same bars for a part as for the whole',
    check: async (provider) =>
      forEachSeries(provider, async (series) => {
        const third = Math.floor((series.to - series.from) / 3);
        const whole = await rowsOf(provider, requestFor(series));
        const [from, to] = [series.from + third, series.to - third];
        const part = await rowsOf(provider, { ...requestFor(series), from, to });
        const expected = whole.filter(({ day }) => day >= from && day <= to);
        return JSON.stringify(part) === JSON.stringify(expected)
          ? []
          : [
              `${keyOf(series)}, sessions ${from} to ${to}: ${part.length} bars, which are not the ${expected.length} of the whole.`,
            ];
      }),
  },
  {
    name: 'gives the same bars each time it is asked',
    check: async (provider) =>
      forEachSeries(provider, async (series) => {
        const once = JSON.stringify(await rowsOf(provider, requestFor(series)));
        const again = JSON.stringify(await rowsOf(provider, requestFor(series)));
        return once === again ? [] : [`${keyOf(series)} differs from one request to the next.`];
      }),
  },
  {
    name: 'says not-found for a symbol it does not have',
    check: async (provider) => {
      if (provider.capabilities.openEnded) return [];
      if (await provider.instrument(NOWHERE)) return [`It knows an instrument ${NOWHERE}.`];
      try {
        for await (const _ of provider.bars({ symbol: NOWHERE, timeframe: provider.capabilities.timeframes[0]! })) {
          return [`It has bars of ${NOWHERE}.`];
        }
      } catch (error) {
        const isRight =
          error instanceof CandorError && error.code === 'market-data.unknown-symbol' && error.kind === 'not-found';
        return isRight ? [] : [`For ${NOWHERE} it throws ${String(error)}.`];
      }
      return [`It says nothing about ${NOWHERE} being unknown.`];
    },
  },
];

async function forEachSeries(
  provider: MarketDataProvider,
  check: (series: ListedSeries) => Promise<readonly string[]>,
): Promise<string[]> {
  const breaches: string[] = [];
  for (const series of await provider.list()) breaches.push(...(await check(series)));
  return breaches;
}

async function rowsOf(provider: MarketDataProvider, request: BarRequest) {
  const rows: { readonly day: number; readonly values: readonly number[] }[] = [];
  for await (const { columns } of provider.bars(request)) {
    for (let row = 0; row < columns.time.length; row++) rows.push(rowAt(columns, row));
  }
  return rows;
}

function rowAt({ time, open, high, low, close, volume }: BarBatch['columns'], row: number) {
  const values = [time[row]!, open[row]!, high[row]!, low[row]!, close[row]!, volume[row]!];
  return { day: Math.floor(time[row]! / MS_PER_DAY), values };
}

function requestFor({ instrument, timeframe }: ListedSeries): BarRequest {
  return { symbol: instrument.symbol, timeframe };
}

function keyOf({ instrument, timeframe }: ListedSeries): string {
  return `${instrument.symbol} ${timeframe}`;
}
