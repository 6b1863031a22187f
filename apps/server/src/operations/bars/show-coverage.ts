import type { BarSeries } from '@candor/domain/bar';
import { CandorError } from '@candor/domain/candor-error';
import type { Dataset, UnitOfWork } from '@candor/domain/ports/repositories';
import type { Flagged, Quarantined } from '@candor/domain/quarantine';
import { isoFromDay, MS_PER_DAY } from '@candor/domain/time';
import { TIMEFRAMES } from '@candor/domain/timeframe';
import type { FallbackChain } from '@candor/market-data/fallback-chain';
import { flagOutliers } from '@candor/market-data/validation/flag-outliers';
import { monthCoverage } from '@candor/market-data/validation/month-coverage';
import { z } from 'zod';
import { WireDay } from '../../resources/wire/wire-values.ts';
import { defineOperation } from '../operation.ts';

const Counts = {
  expectedSessions: z.int(),
  presentSessions: z.int(),
  /** Sessions that lack bars within; null for daily bars. */
  thinSessions: z.int().nullable(),
  bars: z.int(),
  /** Bars that passed but deserve a look. */
  flagged: z.int(),
  /** Rows that were turned down; in a month those that name a day of it. */
  quarantined: z.int(),
};

const Month = z.object({
  /** `2014-06`. */
  month: z.string(),
  ...Counts,
  /** Sessions of the exchange without a bar. */
  missing: z.array(WireDay),
});

const Coverage = z.object({
  datasetId: z.string(),
  symbol: z.string(),
  timeframe: z.enum(TIMEFRAMES),
  exchange: z.string(),
  source: z.string(),
  synthetic: z.boolean(),
  /** Whether the bars are in the database; otherwise they are read from where they came with Candor. */
  isStored: z.boolean(),
  from: WireDay.nullable(),
  to: WireDay.nullable(),
  totals: z.object(Counts),
  months: z.array(Month),
});

type Coverage = z.infer<typeof Coverage>;

export const showCoverage = defineOperation({
  id: 'datasets.coverage',
  summary:
    'Show month by month which sessions of the exchange a dataset has, which it lacks, and what was turned down.',
  input: z.object({
    datasetId: z
      .string()
      .min(1)
      .max(200)
      .describe('Which dataset, as provider:symbol:timeframe; see the list of datasets.'),
  }),
  output: Coverage,
  scope: 'market-data:read',
  needs: ['unitOfWork', 'marketData', 'cache'],
  cli: {
    command: 'coverage',
    positionals: ['datasetId'],
    examples: [{ line: 'candor coverage csv-file:ACME:1d', shows: 'the gaps of a file' }],
  },
  http: {
    method: 'GET',
    path: '/datasets/{datasetId}/coverage',
    isHeavy: true,
    examples: [{ summary: 'The gaps of a file', input: { datasetId: 'csv-file:ACME:1d' } }],
    problems: [{ code: 'datasets.unknown', kind: 'not-found', when: 'no bars are stored or offered under that id' }],
  },
  run: async ({ unitOfWork, marketData, cache }, { datasetId }) => {
    const { dataset, rejected } = await unitOfWork.run(async ({ bars, quarantine }) => ({
      dataset: await bars.dataset(datasetId),
      rejected: await quarantine.countByDay(datasetId),
    }));
    // A stored bar never changes, and neither does what comes with Candor: the number of bars and rows says whether there is anything new.
    const refused = rejected.reduce((sum, { count }) => sum + count, 0);
    const key = `coverage:${datasetId}:${dataset?.bars ?? 'offered'}:${refused}`;
    const kept = Coverage.safeParse(await cache.get(key));
    if (kept.success) return kept.data;
    const found =
      dataset === undefined ? await offered(marketData, datasetId) : await stored(unitOfWork, dataset, rejected);
    const coverage = describe(datasetId, found);
    await cache.set(key, coverage, MS_PER_DAY);
    return coverage;
  },
});

interface Found {
  readonly series: BarSeries | undefined;
  readonly source: string;
  readonly synthetic: boolean;
  readonly isStored: boolean;
  readonly symbol: string;
  readonly timeframe: Coverage['timeframe'];
  readonly exchange: string;
  readonly flagged: readonly Flagged[];
  readonly rejected: readonly { readonly day: string | undefined; readonly count: number }[];
}

async function stored(unitOfWork: UnitOfWork, dataset: Dataset, rejected: Found['rejected']): Promise<Found> {
  const series = await unitOfWork.run(({ bars }) => bars.load(dataset.id));
  const { symbol, exchange } = dataset.instrument;
  return {
    series,
    source: dataset.provenance.source,
    synthetic: dataset.provenance.synthetic,
    isStored: true,
    symbol,
    timeframe: dataset.timeframe,
    exchange,
    flagged: series === undefined ? [] : flagOutliers(series),
    rejected,
  };
}

async function offered(marketData: FallbackChain, datasetId: string): Promise<Found> {
  const listed = (await marketData.list()).find(
    ({ instrument, timeframe, provenance }) => `${provenance.provider}:${instrument.symbol}:${timeframe}` === datasetId,
  );
  if (listed === undefined) {
    throw new CandorError('datasets.unknown', {
      kind: 'not-found',
      message: `There are no bars "${datasetId}". See what is stored at /api/datasets, and what comes with Candor at /api/symbols.`,
    });
  }
  const { instrument, timeframe } = listed;
  const { series, provenance, flagged, quarantined } = await marketData.load({ symbol: instrument.symbol, timeframe });
  return {
    series,
    source: provenance.source,
    synthetic: provenance.synthetic,
    isStored: false,
    symbol: instrument.symbol,
    timeframe,
    exchange: instrument.exchange,
    flagged,
    rejected: quarantined.map((row) => ({ day: dayIn(row), count: 1 })),
  };
}

function dayIn({ raw }: Quarantined): string | undefined {
  return /\d{4}-\d{2}-\d{2}/.exec(raw)?.[0];
}

function describe(datasetId: string, found: Found): Coverage {
  const { series, flagged, rejected, symbol, timeframe, exchange, source, synthetic, isStored } = found;
  const refusedIn = new Map<string, number>();
  for (const { day, count } of rejected) {
    const month = day?.slice(0, 7) ?? '';
    refusedIn.set(month, (refusedIn.get(month) ?? 0) + count);
  }
  const months = (series === undefined ? [] : monthCoverage(series, flagged)).map((month) => ({
    ...month,
    missing: month.missing.map(isoFromDay),
    thinSessions: month.thinSessions ?? null,
    quarantined: refusedIn.get(month.month) ?? 0,
  }));
  const total = (name: 'expectedSessions' | 'presentSessions' | 'thinSessions' | 'bars' | 'flagged'): number =>
    months.reduce((sum, month) => sum + (month[name] ?? 0), 0);
  const day = (index: number): string | null => {
    const session = series?.session.at(index);
    return session === undefined ? null : isoFromDay(session);
  };
  return {
    datasetId,
    symbol,
    timeframe,
    exchange,
    source,
    synthetic,
    isStored,
    from: day(0),
    to: day(-1),
    totals: {
      expectedSessions: total('expectedSessions'),
      presentSessions: total('presentSessions'),
      thinSessions: timeframe === '1d' ? null : total('thinSessions'),
      bars: total('bars'),
      flagged: total('flagged'),
      quarantined: rejected.reduce((sum, { count }) => sum + count, 0),
    },
    months,
  };
}
