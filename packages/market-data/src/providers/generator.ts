import { allocateBarColumns } from '@candor/domain/bar';
import { calendarOf } from '@candor/domain/calendar/calendar-catalog';
import type { ExchangeSession } from '@candor/domain/calendar/exchange-calendar';
import { CandorError } from '@candor/domain/candor-error';
import type { Instrument } from '@candor/domain/instrument';
import type {
  BarRequest,
  MarketDataProvider,
  Provenance,
  RawBarColumns,
} from '@candor/domain/ports/market-data-provider';
import { createRng } from '@candor/domain/rng';
import { dayFromIso, type SessionDay } from '@candor/domain/time';
import { intradayMs, TIMEFRAMES, type Timeframe } from '@candor/domain/timeframe';
import { z } from 'zod';
import { defineProvider } from '../define-provider.ts';
import { unknownSymbol } from '../load-series.ts';

const MINUTES_PER_SESSION = 390;
const SESSIONS_PER_YEAR = 252;
// About a fifth of the variance of a US stock falls while the exchange is closed.
const OVERNIGHT_SHARE = 0.2;
const MEAN_MINUTE_VOLUME = 10_000;

const isoDate = z.string().refine((text) => {
  try {
    return dayFromIso(text) >= calendarOf('XNYS').firstDay;
  } catch {
    return false;
  }
}, 'write a date as YYYY-MM-DD, from 2000-01-01 on');

const settings = z
  .strictObject({
    seed: z.int().min(0).max(0xffff_ffff).default(1),
    symbols: z
      .array(z.string().regex(/^SYN-[A-Z0-9]+$/, 'a synthetic symbol begins with SYN-, for example SYN-A'))
      .min(1)
      .default(['SYN-A', 'SYN-B', 'SYN-C', 'SYN-D']),
    from: isoDate.default('2018-01-02'),
    to: isoDate.default('2022-12-30'),
    startPriceUsd: z.number().min(1).max(100_000).default(100),
    annualDrift: z.number().min(-1).max(1).default(0.06).describe('Expected log growth a year, before volatility drag'),
    annualVolatility: z.number().min(0).max(2).default(0.2),
    correlation: z.number().min(0).max(1).default(0.5).describe('Between the log returns of any two symbols'),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'to must not be before from' })
  .refine(({ symbols }) => new Set(symbols).size === symbols.length, {
    path: ['symbols'],
    message: 'symbols must differ',
  });

type Settings = z.infer<typeof settings>;

/**
 * Made-up prices: correlated geometric Brownian motions, minute by minute within exchange sessions with a gap overnight. Longer bars are the
 * minutes put together, so that all timeframes tell one story. Each symbol depends on the seed and its own name alone.
 */
export const generator = defineProvider({
  id: 'generator',
  title: 'Synthetic generator',
  summary:
    'Made-up prices from a seed: correlated random walks with no pattern to find. Every bar is labelled synthetic.',
  settings,
  create: createGenerator,
});

function createGenerator(options: Settings): MarketDataProvider {
  const first = dayFromIso(options.from);
  const last = dayFromIso(options.to);
  const provenance: Provenance = {
    provider: 'generator',
    source: `synthetic: geometric Brownian motion, seed ${options.seed}, drift ${options.annualDrift}, volatility ${options.annualVolatility}, correlation ${options.correlation}`,
    adjustment: 'none-needed',
    synthetic: true,
    note: 'These prices were made by a random number generator. No market ever had them.',
  };
  const sessions = sessionsBetween(first, last);
  if (sessions.length === 0) {
    throw new CandorError('market-data.bad-param', {
      kind: 'invalid',
      message: `The exchange has no session from ${options.from} to ${options.to}.`,
    });
  }
  const instruments = new Map(options.symbols.map((symbol) => [symbol, instrumentOf(symbol)]));

  const provider: MarketDataProvider = {
    id: 'generator',
    title: 'The synthetic generator',
    capabilities: { timeframes: TIMEFRAMES, openEnded: false, needsNetwork: false },
    list: async () =>
      [...instruments.values()].flatMap((instrument) =>
        TIMEFRAMES.map((timeframe) => ({
          instrument,
          timeframe,
          from: sessions[0]!.day,
          to: sessions[sessions.length - 1]!.day,
          provenance,
        })),
      ),
    instrument: async (symbol) => instruments.get(symbol),
    async *bars(request) {
      if (!instruments.has(request.symbol)) throw await unknownSymbol([provider], request.symbol);
      const columns = generate(options, sessions, request);
      if (columns.time.length > 0) yield { columns, provenance };
    },
    probe: async () => ({ ok: true, symbol: options.symbols[0]!, bars: sessions.length }),
  };
  return provider;
}

function instrumentOf(symbol: string): Instrument {
  return {
    symbol,
    name: `Synthetic ${symbol.slice('SYN-'.length)}`,
    kind: 'synthetic',
    exchange: 'XNYS',
    currency: 'USD',
    tickSize: 0.01,
    lotSize: 1,
    fractional: false,
    tradable: true,
  };
}

// The walk always starts with the first session, so that what is asked for never changes what there is.
function generate(options: Settings, sessions: readonly ExchangeSession[], request: BarRequest): RawBarColumns {
  const from = request.from ?? Number.NEGATIVE_INFINITY;
  const to = request.to ?? Number.POSITIVE_INFINITY;
  const wanted = sessions.filter(({ day }) => day >= from && day <= to);
  const columns = allocateBarColumns(wanted.reduce((rows, session) => rows + barsIn(session, request.timeframe), 0));
  const { time, open, high, low, close, volume } = columns;
  const minutesPerBar = (intradayMs(request.timeframe) ?? Number.POSITIVE_INFINITY) / 60_000;
  const walk = createWalk(options, request.symbol);

  let row = -1;
  for (const session of sessions) {
    if (session.day > to) break;
    const isWanted = session.day >= from;
    walk.overnight();
    const minutes = (session.closeAt - session.openAt) / 60_000;
    for (let minute = 0; minute < minutes; minute++) {
      walk.minute();
      if (!isWanted) continue;
      if (minute % minutesPerBar === 0) {
        row++;
        time[row] = session.openAt + minute * 60_000;
        open[row] = walk.bar.open;
        high[row] = walk.bar.high;
        low[row] = walk.bar.low;
      }
      high[row] = Math.max(high[row]!, walk.bar.high);
      low[row] = Math.min(low[row]!, walk.bar.low);
      close[row] = walk.bar.close;
      volume[row] = volume[row]! + walk.bar.volume;
    }
  }
  return { time, open, high, low, close, volume };
}

function createWalk(options: Settings, symbol: string) {
  const { seed, correlation, annualDrift, annualVolatility, startPriceUsd } = options;
  // Every symbol sees the same market, drawn from the seed alone, and its own noise beside it.
  const market = createRng(seed);
  const own = createRng(hash(`${seed}/${symbol}`));
  const shared = Math.sqrt(correlation);
  const alone = Math.sqrt(1 - correlation);
  const shock = (): number => shared * market.normal() + alone * own.normal();

  const drift = (annualDrift - annualVolatility ** 2 / 2) / SESSIONS_PER_YEAR;
  const sessionSd = annualVolatility / Math.sqrt(SESSIONS_PER_YEAR);
  const overnightSd = sessionSd * Math.sqrt(OVERNIGHT_SHARE);
  const minuteSd = sessionSd * Math.sqrt((1 - OVERNIGHT_SHARE) / MINUTES_PER_SESSION);
  const overnightDrift = drift * OVERNIGHT_SHARE;
  const minuteDrift = (drift * (1 - OVERNIGHT_SHARE)) / MINUTES_PER_SESSION;

  let price = startPriceUsd;
  const bar = { open: 0, high: 0, low: 0, close: 0, volume: 0 };
  return {
    bar,
    overnight: () => {
      price *= Math.exp(overnightDrift + overnightSd * shock());
    },
    minute: () => {
      const before = price;
      const z = shock();
      price *= Math.exp(minuteDrift + minuteSd * z);
      bar.open = toCents(before);
      bar.close = toCents(price);
      bar.high = Math.max(bar.open, bar.close, toCents(Math.max(before, price) * (1 + minuteSd * own.next())));
      bar.low = Math.min(bar.open, bar.close, toCents(Math.min(before, price) * (1 - minuteSd * own.next())));
      bar.volume = Math.round(MEAN_MINUTE_VOLUME * (0.4 + 0.6 * Math.abs(z) + own.next() * 0.24));
    },
  };
}

function toCents(price: number): number {
  return Math.max(1, Math.round(price * 100)) / 100;
}

function barsIn(session: ExchangeSession, timeframe: Timeframe): number {
  const length = intradayMs(timeframe);
  return length === undefined ? 1 : Math.ceil((session.closeAt - session.openAt) / length);
}

function sessionsBetween(first: SessionDay, last: SessionDay): ExchangeSession[] {
  const calendar = calendarOf('XNYS');
  const sessions: ExchangeSession[] = [];
  for (let day = first; day <= last; day++) {
    const session = calendar.session(day);
    if (session) sessions.push(session);
  }
  return sessions;
}

// FNV-1a, 32 bits: neighbouring names give unrelated seeds.
function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) state = Math.imul(state ^ text.charCodeAt(i), 0x01000193);
  return state >>> 0;
}
