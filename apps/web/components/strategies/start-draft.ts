import type { Schemas } from '@/lib/api/client';
import type { Configuration, Series } from '@/lib/catalog/use-catalog';
import type { Faults } from './account-draft';

export type SessionWish = Schemas['SessionsCreateBody'];
export type Timeframe = NonNullable<SessionWish['timeframe']>;

export interface SleeveDraft {
  /** Tells the lines of the form apart; not the id of the sleeve. */
  readonly key: number;
  readonly configurationId: string;
  readonly symbols: readonly string[];
  /** Percent of the account's equity, as typed. */
  readonly share: string;
}

/** A session as it stands in a form. Empty dates mean: all there is. */
export interface StartDraft {
  /** NEW_ACCOUNT opens one. */
  readonly accountId: string;
  readonly name: string;
  readonly sleeves: readonly SleeveDraft[];
  readonly timeframe: Timeframe;
  readonly from: string;
  readonly to: string;
  readonly startFrom: string;
  readonly barsPerSecond: string;
}

/** No account can be called so: an id has no blank. */
export const NEW_ACCOUNT = 'a new one';

export const timeframes: readonly { readonly value: Timeframe; readonly title: string }[] = [
  { value: '1d', title: 'Daily' },
  { value: '1h', title: '1 hour' },
  { value: '30m', title: '30 minutes' },
  { value: '15m', title: '15 minutes' },
  { value: '5m', title: '5 minutes' },
  { value: '1m', title: '1 minute' },
];

/** Returns the series of a symbol in a timeframe; undefined where there is none. */
export function seriesOf(all: readonly Series[], symbol: string, timeframe: Timeframe): Series | undefined {
  return all.find((series) => series.symbol === symbol && series.timeframe === timeframe);
}

/** Returns the symbols that can be traded in a timeframe. */
export function tradableIn(all: readonly Series[], timeframe: Timeframe): readonly Series[] {
  return all.filter((series) => series.tradable && series.timeframe === timeframe);
}

/** Returns the symbols of all sleeves, each once. */
export function symbolsOf({ sleeves }: Pick<StartDraft, 'sleeves'>): readonly string[] {
  return [...new Set(sleeves.flatMap(({ symbols }) => symbols))];
}

/** Returns the first and the last day for which any of the symbols has prices. */
export function spanOf(draft: StartDraft, all: readonly Series[]): { from: string; to: string } | undefined {
  const held = symbolsOf(draft).flatMap((symbol) => seriesOf(all, symbol, draft.timeframe) ?? []);
  const from = held.map((series) => series.from).toSorted()[0];
  const to = held
    .map((series) => series.to)
    .toSorted()
    .at(-1);
  return from === undefined || to === undefined ? undefined : { from, to };
}

/** Returns what is wrong, by field: `sleeves.0.symbols`, `from`. The server has the last word. */
export function startFaults(
  draft: StartDraft,
  all: readonly Series[],
  configurations: readonly Configuration[],
  accountType: 'cash' | 'margin' | undefined,
): Faults {
  const faults: Record<string, string> = {};
  const { sleeves, timeframe, from, to, startFrom } = draft;
  if (draft.accountId === '') faults['accountId'] = 'Account is missing.';
  if (draft.name.trim().length > 80) faults['name'] = 'Name must be at most 80 characters.';
  for (const [place, { configurationId, symbols, share }] of sleeves.entries()) {
    const field = `sleeves.${place}`;
    const configuration = configurations.find(({ id }) => id === configurationId);
    if (configuration === undefined) faults[`${field}.configurationId`] = 'Configuration is missing.';
    else if (configuration.allowShort && accountType === 'cash') {
      faults[`${field}.configurationId`] = 'Configuration may sell short, which a cash account cannot.';
    }
    const lost = symbols.find((symbol) => seriesOf(all, symbol, timeframe) === undefined);
    if (symbols.length === 0) faults[`${field}.symbols`] = 'Symbols must name at least one.';
    else if (lost !== undefined && all.length > 0) {
      faults[`${field}.symbols`] = `${lost} has no bars of this span; it has ${spansOf(all, lost)}.`;
    }
    const percent = Number(share);
    if (share.trim() === '' || !(percent > 0 && percent <= 100)) {
      faults[`${field}.share`] = 'Capital share must be above 0 and at most 100%.';
    }
  }
  const total = sleeves.reduce((sum, { share }) => sum + Number(share), 0);
  if (total > 100 + 1e-7)
    faults['share'] = `The capital shares add up to ${Number(total.toFixed(6))}%; at most 100% is allowed.`;
  if (from !== '' && to !== '' && to < from) faults['to'] = 'Last day must not be before the first.';
  const span = spanOf(draft, all);
  const last = to === '' ? span?.to : to;
  if (startFrom !== '' && last !== undefined && startFrom > last) {
    faults['startFrom'] = 'Trades from must not be after the last day.';
  }
  return faults;
}

/** Returns what the server is asked for. Two sleeves of one configuration get ids that tell them apart. */
export function sessionWish(draft: StartDraft, accountId: string): SessionWish {
  const { name, timeframe, from, to, startFrom, barsPerSecond } = draft;
  const met = new Map<string, number>();
  const sleeves = draft.sleeves.map(({ configurationId, symbols, share }) => {
    const nth = (met.get(configurationId) ?? 0) + 1;
    met.set(configurationId, nth);
    return {
      ...(nth > 1 ? { id: `${configurationId.slice(0, 37)}-${nth}` } : {}),
      configurationId,
      symbols: [...symbols],
      capitalShare: Number((Number(share) / 100).toPrecision(12)),
    };
  });
  return {
    accountId,
    sleeves,
    timeframe,
    barsPerSecond: Number(barsPerSecond),
    ...(name.trim() === '' ? {} : { name: name.trim() }),
    ...(from === '' ? {} : { from }),
    ...(to === '' ? {} : { to }),
    ...(startFrom === '' ? {} : { startFrom }),
  };
}

/** Returns the shares when a sleeve is added or taken away: alike, and 100% together. */
export function evenShares(sleeves: readonly SleeveDraft[]): readonly SleeveDraft[] {
  const share = Math.floor(10_000 / sleeves.length) / 100;
  return sleeves.map((sleeve) => ({ ...sleeve, share: String(share) }));
}

function spansOf(all: readonly Series[], symbol: string): string {
  const held = all.filter((series) => series.symbol === symbol).map((series) => series.timeframe);
  const words = timeframes.filter(({ value }) => held.includes(value)).map(({ title }) => title.toLowerCase());
  return words.length === 0 ? 'none at all' : words.join(', ');
}

/** Returns the session that a start is first thought of: one configuration with all the capital on the first real symbol. */
export function firstDraft(
  configuration: Configuration | undefined,
  series: readonly Series[],
  accountId: string | undefined,
): StartDraft {
  const daily = series.filter(({ tradable, timeframe }) => tradable && timeframe === '1d');
  const symbol = (daily.find(({ synthetic }) => !synthetic) ?? daily[0])?.symbol;
  return {
    accountId: accountId ?? NEW_ACCOUNT,
    name: '',
    sleeves: [
      {
        key: 0,
        configurationId: configuration?.id ?? '',
        symbols: symbol === undefined ? [] : [symbol],
        share: '100',
      },
    ],
    timeframe: '1d',
    from: '',
    to: '',
    startFrom: '',
    barsPerSecond: '2',
  };
}
