import type { Schemas } from '@/lib/api/client';

type Listed = Schemas['SymbolsListOutput']['series'][number];

/** Everything that is held of one symbol from one source. */
export interface HeldSeries {
  readonly key: string;
  readonly symbol: string;
  readonly name: string;
  readonly provider: string;
  readonly source: string;
  readonly adjustment: string;
  readonly isSynthetic: boolean;
  readonly isTradable: boolean;
  readonly note: string | null;
  /** Shortest first. */
  readonly timeframes: readonly { readonly timeframe: string; readonly datasetId: string }[];
  /** First and last session, over all timeframes. */
  readonly from: string;
  readonly to: string;
}

/** All timeframes there can be, shortest first. */
export const TIMEFRAMES = ['1m', '5m', '15m', '30m', '1h', '1d'] as const;

/** How a series is adjusted, in words. */
export const adjustmentWords: Readonly<Record<string, string>> = {
  raw: 'as it came',
  splits: 'for splits',
  'splits-and-dividends': 'for splits and dividends',
  'none-needed': 'not needed',
};

/** Where bars come from, in words. */
export const providerWords: Readonly<Record<string, string>> = {
  bundled: 'Came with Candor',
  generator: 'Made by the generator: synthetic, never mixed with real prices',
  'csv-file': 'Imported by you',
};

/** Returns what is held, one entry for a symbol of a source; those of one source stand together. */
export function heldSeries(listed: readonly Listed[]): readonly HeldSeries[] {
  const held = new Map<string, HeldSeries>();
  for (const one of listed) {
    const key = [one.provider, one.symbol, one.source].join(' ');
    const known = held.get(key);
    const timeframes = [
      ...(known?.timeframes ?? []),
      { timeframe: one.timeframe, datasetId: `${one.provider}:${one.symbol}:${one.timeframe}` },
    ].sort((first, second) => rankOf(first.timeframe) - rankOf(second.timeframe));
    held.set(key, {
      key,
      symbol: one.symbol,
      name: one.name,
      provider: one.provider,
      source: one.source,
      adjustment: one.adjustment,
      isSynthetic: one.synthetic,
      isTradable: one.tradable,
      note: one.note,
      timeframes,
      from: known === undefined || one.from < known.from ? one.from : known.from,
      to: known === undefined || one.to > known.to ? one.to : known.to,
    });
  }
  const order = Object.keys(providerWords);
  const placeOf = ({ provider }: HeldSeries) => (order.includes(provider) ? order.indexOf(provider) : order.length);
  return [...held.values()].sort(
    (one, other) => placeOf(one) - placeOf(other) || one.symbol.localeCompare(other.symbol),
  );
}

function rankOf(timeframe: string): number {
  return (TIMEFRAMES as readonly string[]).indexOf(timeframe);
}
