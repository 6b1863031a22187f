import { CostParams } from '@candor/brokers/paper/costs';
import { PaperBroker } from '@candor/brokers/paper/paper-broker';
import type { BarSeries } from '@candor/domain/bar';
import { CandorError } from '@candor/domain/candor-error';
import { toUsd } from '@candor/domain/money';
import type { Clock } from '@candor/domain/ports/clock';
import type {
  AccountRow,
  Repositories,
  SessionRow,
  SleeveRow,
  StrategyConfiguration,
  UnitOfWork,
} from '@candor/domain/ports/repositories';
import type { StrategyDefinition } from '@candor/domain/ports/strategy';
import type { SleeveConfig } from '@candor/engine/session-config';
import type { OpenedSession } from '@candor/engine/trading-manager';
import { createMarketReplay } from '@candor/market-data/market-replay';
import { createLimits } from '@candor/risk/limit-catalog';
import { LimitsConfig } from '@candor/risk/limits-config';
import { RiskManager } from '@candor/risk/risk-manager';
import { createSizing } from '@candor/risk/sizing-catalog';
import { findStrategy } from '@candor/strategies/catalog';
import { fingerprintSeries } from './fingerprint.ts';
import type { OwnStrategies } from './own-strategies.ts';

export interface SessionOpenerOptions {
  readonly unitOfWork: UnitOfWork;
  readonly ownStrategies: OwnStrategies;
  readonly clock: Clock;
}

/**
 * Returns the function that makes a session's row into everything it takes to drive it: the configuration it named, the bars it pinned, its
 * paper broker. It throws `trading.cannot-open` (conflict), in words for the person whose session it is, when something is not what it was.
 */
export function createSessionOpener(options: SessionOpenerOptions): (sessionId: string) => Promise<OpenedSession> {
  return async (sessionId) => {
    const stored = await options.unitOfWork.run((repositories) => read(repositories, sessionId));
    const { row, account } = stored;
    const instruments = stored.series.map(({ instrument }) => instrument);
    const sleeves = await Promise.all(
      row.sleeves.map((sleeve, i) => openSleeve(options, sleeve, stored.configurations[i]!)),
    );
    const execution = {
      costs: CostParams.parse(account.costs),
      fillOnTouch: account.execution.fillOnTouch,
      maxVolumeShare: account.execution.maxVolumeShare,
    };
    return {
      row,
      session: {
        id: row.id,
        accountType: account.type,
        startCashUsd: toUsd(account.startCashMicros),
        instruments,
        sleeves: sleeves.map(({ config }) => config),
        allowsHandOrders: true,
        risk: new RiskManager({ limits: createLimits(LimitsConfig.parse(account.limits)) }),
        entryReserve: account.execution.entryReserve,
      },
      timeframe: row.feed.timeframe,
      warmupBars: Math.max(...sleeves.map(({ warmupBars }) => warmupBars)),
      halts: account.halts,
      pins: Object.assign({}, ...sleeves.map(({ pins }) => pins)),
      createFeed: (startAt) => {
        const { barsPerSecond } = row.feed;
        const feed = createMarketReplay(stored.series, options.clock, { barsPerSecond, startAt });
        if (feed.length !== row.length) {
          throw cannotOpen(
            row,
            `its bars make ${feed.length} instants now and made ${row.length} when it was prepared`,
          );
        }
        return feed;
      },
      createBroker: () => {
        const { type: accountType, startCashMicros } = account;
        return new PaperBroker({ ...execution, accountType, startCashMicros }, instruments);
      },
    };
  };
}

interface Stored {
  readonly row: SessionRow;
  readonly account: AccountRow;
  /** One a sleeve. */
  readonly configurations: readonly StrategyConfiguration[];
  readonly series: readonly BarSeries[];
}

async function read(repositories: Repositories, sessionId: string): Promise<Stored> {
  const row = await repositories.sessions.find(sessionId);
  if (row === undefined) {
    throw new CandorError('sessions.unknown', { kind: 'not-found', message: `There is no session "${sessionId}".` });
  }
  const account = await repositories.accounts.find(row.accountId);
  if (account === undefined) throw cannotOpen(row, `its account "${row.accountId}" is gone`);
  const configurations: StrategyConfiguration[] = [];
  for (const { configurationId, configurationVersion } of row.sleeves) {
    const found = await repositories.strategyConfigurations.find(configurationId, configurationVersion);
    if (found === undefined) {
      throw cannotOpen(row, `version ${configurationVersion} of the configuration "${configurationId}" is gone`);
    }
    configurations.push(found);
  }
  const series: BarSeries[] = [];
  for (const pinned of row.feed.series) series.push(await readPinned(repositories, row, pinned));
  return { row, account, configurations, series };
}

async function readPinned(
  { bars }: Repositories,
  row: SessionRow,
  { symbol, datasetId, sha256 }: SessionRow['feed']['series'][number],
): Promise<BarSeries> {
  const { from, to } = row.feed;
  const series = await bars.load(datasetId, from, to);
  if (series === undefined) throw cannotOpen(row, `the bars of ${symbol} (${datasetId}) are gone`);
  if (series.instrument.symbol !== symbol) {
    throw cannotOpen(row, `${datasetId} has bars of ${series.instrument.symbol} and not of ${symbol}`);
  }
  if (fingerprintSeries(series) !== sha256) {
    throw cannotOpen(row, `the bars of ${symbol} (${datasetId}) are not those it was prepared with`);
  }
  return series;
}

interface OpenedSleeve {
  readonly config: SleeveConfig;
  readonly warmupBars: number;
  readonly pins: Readonly<Record<string, string>>;
}

async function openSleeve(
  { ownStrategies, unitOfWork }: SessionOpenerOptions,
  { id, symbols, capitalShare }: SleeveRow,
  configuration: StrategyConfiguration,
): Promise<OpenedSleeve> {
  const { strategy, sizing, allowShort } = configuration;
  const { definition, pins } = await findDefinition(ownStrategies, unitOfWork, strategy);
  const params = definition.parse(configuration.params);
  return {
    config: {
      id,
      createStrategy: () => definition.create(params),
      symbols,
      sizing: createSizing(sizing.id, sizing.params),
      capitalShare,
      allowShort,
    },
    warmupBars: definition.warmup(params),
    pins,
  };
}

/** A strategy of the catalog, or of the person's own, which may trade only as it was when it passed its check. */
async function findDefinition(
  ownStrategies: OwnStrategies,
  unitOfWork: UnitOfWork,
  name: string,
): Promise<{ readonly definition: StrategyDefinition; readonly pins: Readonly<Record<string, string>> }> {
  if (!ownStrategies.isPath(name)) return { definition: findStrategy(name), pins: {} };
  const { definition, sourceSha256 } = await ownStrategies.load(name);
  const check = await unitOfWork.run(({ strategyChecks }) => strategyChecks.find(sourceSha256));
  if (!check?.passed) {
    throw new CandorError('trading.cannot-open', {
      kind: 'conflict',
      message: `${name} has ${check === undefined ? 'not been checked as it is now' : 'failed its check'}, so it may not trade. Check it first.`,
    });
  }
  return { definition, pins: { [name]: sourceSha256 } };
}

function cannotOpen({ id }: SessionRow, why: string): CandorError {
  return new CandorError('trading.cannot-open', {
    kind: 'conflict',
    message: `Session "${id}" cannot be driven: ${why}.`,
  });
}
