import type { Schemas } from '@/lib/api/client';
import type { ParameterValues } from '@/lib/params/parameter';
import { type CostPresetId, type CostTerms, costPresets, presetOf } from './cost-presets';

export type BacktestTerms = Schemas['BacktestsRunBody'];

/** What is written in the form. Numbers are kept as they were typed, so that half a number is not lost. */
export interface BacktestDraft {
  /** Empty until chosen. */
  readonly strategy: string;
  /** Only what differs from the defaults. */
  readonly params: ParameterValues;
  readonly symbol: string;
  readonly timeframe: Timeframe;
  readonly from: string;
  readonly to: string;
  readonly cash: string;
  readonly sizing: string;
  readonly sizingParams: ParameterValues;
  readonly costs: CostPresetId;
  readonly slippage: string;
  readonly charge: 'per-share' | 'bps';
  readonly fee: string;
  readonly minimum: string;
  readonly commission: string;
  readonly allowShort: boolean;
  readonly seed: string;
}

export type Timeframe = NonNullable<BacktestTerms['timeframe']>;
export const TIMEFRAMES: readonly Timeframe[] = ['1m', '5m', '15m', '30m', '1h', '1d'];

/** The form as nobody has touched it. */
export const EMPTY_DRAFT: BacktestDraft = {
  strategy: '',
  params: {},
  symbol: '',
  timeframe: '1d',
  from: '',
  to: '',
  cash: '100000',
  sizing: 'volatility-target',
  sizingParams: {},
  costs: 'realistic',
  slippage: '5',
  charge: 'per-share',
  fee: '0.005',
  minimum: '1',
  commission: '10',
  allowShort: false,
  seed: '1',
};

type Search = Readonly<Record<string, string | undefined>>;

/** Returns the draft that an address holds; what cannot be read counts as not written. */
export function draftFrom(search: URLSearchParams): BacktestDraft {
  const text = (name: keyof BacktestDraft & string): string => search.get(name) ?? String(EMPTY_DRAFT[name]);
  const oneOf = <T extends string>(name: string, choices: readonly T[], standard: T): T =>
    choices.find((choice) => choice === search.get(name)) ?? standard;
  return {
    strategy: text('strategy'),
    params: objectFrom(search.get('params')),
    symbol: text('symbol'),
    timeframe: oneOf('timeframe', TIMEFRAMES, EMPTY_DRAFT.timeframe),
    from: text('from'),
    to: text('to'),
    cash: text('cash'),
    sizing: text('sizing'),
    sizingParams: objectFrom(search.get('sizingParams')),
    costs: oneOf('costs', ['none', 'realistic', 'harsh', 'custom'], EMPTY_DRAFT.costs),
    slippage: text('slippage'),
    charge: oneOf('charge', ['per-share', 'bps'], EMPTY_DRAFT.charge),
    fee: text('fee'),
    minimum: text('minimum'),
    commission: text('commission'),
    allowShort: search.get('allowShort') === 'true',
    seed: text('seed'),
  };
}

/** Returns the draft as the address holds it: only what differs from an untouched form. */
export function searchOf(draft: BacktestDraft): Search {
  const search: Record<string, string | undefined> = {};
  for (const [name, value] of Object.entries(draft)) {
    const standard = EMPTY_DRAFT[name as keyof BacktestDraft];
    const written = typeof value === 'object' ? JSON.stringify(value) : String(value);
    const unwritten = typeof standard === 'object' ? JSON.stringify(standard) : String(standard);
    search[name] = written === unwritten ? undefined : written;
  }
  return search;
}

/** What is wrong with a draft, by field: the field and its rule in a sentence. */
export type Faults = Partial<Record<keyof BacktestDraft, string>>;

/** Returns what is wrong with a draft, as far as that can be told without the server. */
export function faultsOf(draft: BacktestDraft): Faults {
  const faults: Faults = {};
  const number = (field: keyof BacktestDraft, name: string, least: number, most: number, rule: string) => {
    const value = numberOf(String(draft[field]));
    if (value === undefined || value < least || value > most) faults[field] = `${name} must be ${rule}.`;
  };
  if (draft.symbol === '') faults.symbol = 'Choose what to trade.';
  if (draft.strategy === '') faults.strategy = 'Choose a strategy.';
  number('cash', 'Cash', 100, 1e9, 'from $100 to $1,000,000,000');
  if (draft.from !== '' && draft.to !== '' && draft.from > draft.to) {
    faults.to = 'The last session must not be before the first.';
  }
  if (draft.costs === 'custom') {
    number('slippage', 'Slippage', 0, 1_000, 'from 0 to 1,000 bp');
    if (draft.charge === 'bps') number('commission', 'Commission', 0, 1_000, 'from 0 to 1,000 bp');
    else {
      number('fee', 'Commission a share', 0, 10, 'from $0 to $10');
      number('minimum', 'Least commission', 0, 1_000, 'from $0 to $1,000');
    }
  }
  const seed = numberOf(draft.seed);
  if (seed === undefined || !Number.isInteger(seed) || seed < 0 || seed > 0xffff_ffff) {
    faults.seed = 'The seed must be a whole number from 0 to 4,294,967,295.';
  }
  return faults;
}

/** Returns what the server is asked to run. The draft has no faults. */
export function termsOf(draft: BacktestDraft): BacktestTerms {
  const { strategy, symbol, timeframe, from, to, sizing, allowShort } = draft;
  return {
    strategy,
    symbol,
    timeframe,
    ...(from === '' ? {} : { from }),
    ...(to === '' ? {} : { to }),
    params: draft.params as NonNullable<BacktestTerms['params']>,
    cashUsd: Number(draft.cash),
    sizing,
    sizingParams: draft.sizingParams as NonNullable<BacktestTerms['sizingParams']>,
    allowShort,
    ...costTermsOf(draft),
    seed: Number(draft.seed),
  };
}

/** Returns what the draft's costs charge. */
function costTermsOf(draft: BacktestDraft): CostTerms {
  const preset = costPresets.find(({ id }) => id === draft.costs);
  if (preset !== undefined) return preset.terms;
  const slippageBps = Number(draft.slippage);
  return draft.charge === 'bps'
    ? { slippageBps, commissionBps: Number(draft.commission) }
    : { slippageBps, feePerShareUsd: Number(draft.fee), minimumFeeUsd: Number(draft.minimum) };
}

type Manifest = Schemas['Backtest']['document']['manifest'];

/** Returns the draft that would run a manifest again, to be changed. */
export function draftOf(manifest: Manifest): BacktestDraft {
  const { data, strategy, sizing, account, costs, execution, seed } = manifest;
  const { commission, slippageBps } = costs;
  const terms: CostTerms =
    commission.kind === 'bps'
      ? { slippageBps, commissionBps: commission.bps }
      : { slippageBps, feePerShareUsd: commission.feePerShareUsd, minimumFeeUsd: commission.minimumUsd };
  return {
    ...EMPTY_DRAFT,
    strategy: strategy.file ?? strategy.id,
    params: strategy.params,
    symbol: data.symbol,
    timeframe: data.timeframe,
    from: data.from,
    to: data.to,
    cash: String(account.startCashUsd),
    sizing: sizing.id,
    sizingParams: sizing.params,
    costs: presetOf(terms),
    slippage: String(slippageBps),
    ...(commission.kind === 'bps'
      ? { charge: 'bps' as const, commission: String(commission.bps) }
      : { fee: String(commission.feePerShareUsd), minimum: String(commission.minimumUsd) }),
    allowShort: execution.allowShort,
    seed: String(seed),
  };
}

function numberOf(text: string): number | undefined {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : undefined;
}

function objectFrom(text: string | null): ParameterValues {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as ParameterValues) : {};
  } catch {
    return {};
  }
}
