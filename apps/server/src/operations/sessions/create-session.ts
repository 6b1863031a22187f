import type { BarSeries } from '@candor/domain/bar';
import { CandorError } from '@candor/domain/candor-error';
import type { Repositories, SessionRow, SleeveRow } from '@candor/domain/ports/repositories';
import { dayFromIso } from '@candor/domain/time';
import { TIMEFRAMES } from '@candor/domain/timeframe';
import type { ChainedSeries } from '@candor/market-data/fallback-chain';
import { createMarketReplay } from '@candor/market-data/market-replay';
import { z } from 'zod';
import type { Container } from '../../container.ts';
import { fingerprintSeries } from '../../resources/fingerprint.ts';
import { findAccount, Id } from '../accounts/account-shape.ts';
import { findConfiguration, Version } from '../configurations/configuration-shape.ts';
import { IsoDay } from '../iso-day.ts';
import { defineOperation } from '../operation.ts';
import { SessionShape, showSession } from './session-shape.ts';

/** The sleeve of orders a person gives by hand; every session has it beside its own. */
const BY_HAND = 'by-hand';

const Sleeve = z.object({
  id: Id.optional().describe('What the sleeve is called; the configuration otherwise.'),
  configurationId: Id.describe('Which strategy configuration.'),
  version: Version.optional().describe('Which version of it; the latest otherwise.'),
  symbols: z.array(z.string().min(1).max(40)).min(1).max(50).describe('What it trades.'),
  capitalShare: z.number().gt(0).max(1).default(1).describe('Part of the account’s equity it sizes by.'),
});

export const createSession = defineOperation({
  id: 'sessions.create',
  summary: 'Prepare a session: an account, the strategies that trade on it, and the history that is replayed to them.',
  input: z.object({
    id: Id.optional().describe('What the session is called in addresses; made up otherwise. Order ids begin with it.'),
    name: z.string().trim().min(1).max(80).optional().describe('What people call it; the id otherwise.'),
    accountId: Id.describe('The account it trades on.'),
    sleeves: z.array(Sleeve).min(1).max(20).describe('Who trades what with which share, in the order of decision.'),
    timeframe: z.enum(TIMEFRAMES).default('1d').describe('Span of a bar.'),
    from: IsoDay.optional().describe('First session replayed; the first there is otherwise.'),
    to: IsoDay.optional().describe('Last session replayed; the last there is otherwise.'),
    startFrom: IsoDay.optional().describe('First session that is decided upon: what is before it is shown as history.'),
    barsPerSecond: z.number().min(0.2).max(1_000).default(1).describe('How fast history passes.'),
  }),
  output: SessionShape,
  scope: 'sessions:write',
  needs: ['unitOfWork', 'clock', 'newId', 'codeVersion', 'marketData', 'ownStrategies', 'tradingStatus'],
  http: {
    method: 'POST',
    path: '/sessions',
    status: 201,
    takesIdempotencyKey: true,
    examples: [
      {
        summary: 'A crossover on Apple’s daily prices, fifty bars a second',
        input: {
          id: 'first-run',
          accountId: 'first',
          sleeves: [{ configurationId: 'crossover', symbols: ['AAPL'] }],
          from: '2014-01-01',
          barsPerSecond: 50,
        },
      },
    ],
    problems: [
      { code: 'accounts.unknown', kind: 'not-found', when: 'there is no such account' },
      { code: 'accounts.archived', kind: 'conflict', when: 'the account was put away' },
      { code: 'configurations.unknown', kind: 'not-found', when: 'there is no such configuration or version' },
      { code: 'market-data.unknown-symbol', kind: 'not-found', when: 'no provider has the symbol' },
      { code: 'market-data.bad-range', kind: 'invalid', when: 'the range is empty or ends before it begins' },
      { code: 'sessions.not-tradable', kind: 'invalid', when: 'a symbol can only be charted' },
      {
        code: 'sessions.unchecked-strategy',
        kind: 'conflict',
        when: 'a strategy of your own has not passed its check',
      },
      {
        code: 'sessions.bad-sleeves',
        kind: 'invalid',
        when: 'names clash, shares add up to more than 1, or a cash account would short',
      },
      { code: 'sessions.too-short', kind: 'invalid', when: 'there are too few bars for a first opinion' },
      { code: 'sessions.exists', kind: 'conflict', when: 'the id is taken' },
      { code: 'storage.session-active', kind: 'conflict', when: 'the account has a session already' },
    ],
  },
  run: async (needs, input) => {
    const { unitOfWork, newId, tradingStatus } = needs;
    const id = input.id ?? `s-${newId()}`;
    const sleeves = await unitOfWork.run((repositories) => settleSleeves(repositories, needs, input));
    const loaded = await loadSeries(needs, input, sleeves);
    return unitOfWork.run(async (repositories) => {
      if ((await repositories.sessions.find(id)) !== undefined) {
        throw new CandorError('sessions.exists', {
          kind: 'conflict',
          message: `There is a session "${id}" already. Choose another id, or leave it out.`,
        });
      }
      return showSession(await writeSession(repositories, needs, { ...input, id, sleeves }, loaded), tradingStatus);
    });
  },
});

/** Writes a session down, as created, and pins the bars it replays. */
export async function writeSession(
  repositories: Repositories,
  { clock, codeVersion }: Pick<Container, 'clock' | 'codeVersion'>,
  { id, name, accountId, sleeves, timeframe, startFrom, barsPerSecond }: SessionTerms,
  loaded: readonly ChainedSeries[],
): Promise<SessionRow> {
  const series = await pinSeries(repositories, loaded);
  const bars = series.map(({ stored }) => stored);
  const startAt = startOf(bars, startFrom);
  const row: SessionRow = {
    id,
    accountId,
    name: name ?? id,
    state: 'created',
    reason: undefined,
    feed: {
      kind: 'replay',
      timeframe,
      series: series.map(({ stored, datasetId }) => ({
        symbol: stored.instrument.symbol,
        datasetId,
        sha256: fingerprintSeries(stored),
      })),
      from: Math.min(...bars.map(({ session }) => session[0]!)),
      to: Math.max(...bars.map(({ session, length }) => session[length - 1]!)),
      barsPerSecond,
      startAt,
    },
    sleeves,
    codeVersion: codeVersion(),
    epoch: 0,
    turn: 0,
    position: startAt,
    length: createMarketReplay(bars, clock, { barsPerSecond, startAt }).length,
    snapshot: undefined,
    account: undefined,
    createdAt: clock.now(),
    startedAt: undefined,
    endedAt: undefined,
  };
  await repositories.sessions.create(row);
  return row;
}

/** A session as it is wished for, its sleeves with their versions settled. */
export interface SessionTerms {
  readonly id: string;
  readonly name?: string | undefined;
  readonly accountId: string;
  readonly sleeves: readonly SleeveRow[];
  readonly timeframe: BarSeries['timeframe'];
  readonly startFrom?: string | undefined;
  readonly barsPerSecond: number;
}

type Wanted = {
  readonly accountId: string;
  readonly sleeves: readonly z.infer<typeof Sleeve>[];
};

/** Returns the sleeves with their versions settled. Throws what stands against them. */
async function settleSleeves(
  repositories: Repositories,
  { ownStrategies }: Pick<Container, 'ownStrategies'>,
  { accountId, sleeves }: Wanted,
): Promise<SleeveRow[]> {
  const account = await findAccount(repositories, accountId);
  if (account.archivedAt !== undefined) {
    throw new CandorError('accounts.archived', {
      kind: 'conflict',
      message: `Account "${accountId}" was put away and takes no more sessions.`,
    });
  }
  const settled: SleeveRow[] = [];
  for (const [i, { id, configurationId, version, symbols, capitalShare }] of sleeves.entries()) {
    const field = `"sleeves.${i}"`;
    const configuration = await findConfiguration(repositories, configurationId, version);
    if (configuration.allowShort && account.type === 'cash')
      throw badSleeves(`${field}: configuration "${configurationId}" sells short, which a cash account cannot.`);
    if (ownStrategies.isPath(configuration.strategy)) {
      const { sourceSha256 } = await ownStrategies.load(configuration.strategy);
      const check = await repositories.strategyChecks.find(sourceSha256);
      if (!check?.passed) {
        throw new CandorError('sessions.unchecked-strategy', {
          kind: 'conflict',
          message: `${field}: ${configuration.strategy} has ${check === undefined ? 'not been checked as it is now' : 'failed its check'}. Check it first.`,
        });
      }
    }
    const doubled = symbols.find((symbol, k) => symbols.indexOf(symbol) !== k);
    if (doubled !== undefined) throw badSleeves(`${field}: "symbols" names ${doubled} twice.`);
    settled.push({
      id: id ?? configurationId,
      configurationId,
      configurationVersion: configuration.version,
      symbols,
      capitalShare,
    });
  }
  const names = settled.map(({ id }) => id);
  const clash = names.find((name, i) => name === BY_HAND || names.indexOf(name) !== i);
  if (clash !== undefined) {
    throw badSleeves(
      clash === BY_HAND
        ? `"${BY_HAND}" is the sleeve of orders given by hand; choose another id.`
        : `Two sleeves are called "${clash}"; give each an id of its own.`,
    );
  }
  const total = settled.reduce((sum, { capitalShare }) => sum + capitalShare, 0);
  if (total > 1 + 1e-9) throw badSleeves(`The capital shares add up to ${total}; at most 1 is allowed.`);
  return settled;
}

/** Returns the checked bars of every symbol of the sleeves, in the order of their first mention. */
export async function loadSeries(
  { marketData }: Pick<Container, 'marketData'>,
  {
    timeframe,
    from,
    to,
  }: {
    readonly timeframe: BarSeries['timeframe'];
    readonly from?: string | undefined;
    readonly to?: string | undefined;
  },
  sleeves: readonly Pick<SleeveRow, 'symbols'>[],
): Promise<ChainedSeries[]> {
  const symbols = [...new Set(sleeves.flatMap((sleeve) => sleeve.symbols))];
  const loaded: ChainedSeries[] = [];
  for (const symbol of symbols) {
    const one = await marketData.load({
      symbol,
      timeframe,
      from: from === undefined ? undefined : dayFromIso(from),
      to: to === undefined ? undefined : dayFromIso(to),
    });
    const { instrument } = one.series;
    if (!instrument.tradable) {
      throw new CandorError('sessions.not-tradable', {
        kind: 'invalid',
        message: `${symbol} is ${instrument.kind === 'index' ? 'an index' : 'not tradable'}: it can be charted and compared with, never ordered.`,
      });
    }
    loaded.push(one);
  }
  return loaded;
}

/** Stores the bars and returns them as they are stored: from now on the session means these. */
async function pinSeries({ bars, instruments }: Repositories, loaded: readonly ChainedSeries[]) {
  const pinned: { readonly stored: BarSeries; readonly datasetId: string }[] = [];
  for (const { series, provenance, answeredBy } of loaded) {
    const { instrument, timeframe, session } = series;
    const datasetId = `${answeredBy}:${instrument.symbol}:${timeframe}`;
    await instruments.save(instrument);
    await bars.ingest(datasetId, series, provenance);
    const stored = await bars.load(datasetId, session[0]!, session[series.length - 1]!);
    if (stored === undefined) throw new Error(`${datasetId} was stored and is not there.`);
    pinned.push({ stored, datasetId });
  }
  return pinned;
}

/** Returns how many instants are history. Throws `sessions.too-short` when nothing would be left to decide upon. */
function startOf(series: readonly BarSeries[], startFrom: string | undefined): number {
  if (startFrom === undefined) return 0;
  const day = dayFromIso(startFrom);
  const earlier = new Set(series.flatMap(({ time, session }) => [...time.filter((_, i) => session[i]! < day)]));
  if (series.some(({ session, length }) => session[length - 1]! >= day)) return earlier.size;
  throw new CandorError('sessions.too-short', {
    kind: 'invalid',
    message: `"startFrom" must be a day with bars on or after it; there is none on or after ${startFrom}.`,
  });
}

function badSleeves(message: string): CandorError {
  return new CandorError('sessions.bad-sleeves', { kind: 'invalid', message });
}
