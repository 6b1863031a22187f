import { randomUUID } from 'node:crypto';
import type { Instrument } from '@candor/domain/instrument';
import type { OrderState } from '@candor/domain/order-state';
import type {
  AccountRow,
  JobRow,
  Repositories,
  RunRow,
  SessionRow,
  StrategyConfiguration,
} from '@candor/domain/ports/repositories';
import { SavedOrder } from '@candor/domain/saved-order';

/** Returns an id that no other test has. */
export function freshId(of: string): string {
  return `${of}-${randomUUID()}`;
}

export const INSTRUMENT: Instrument = {
  symbol: 'TEST',
  name: 'Test',
  kind: 'stock',
  exchange: 'XNYS',
  currency: 'USD',
  tickSize: 0.01,
  lotSize: 1,
  fractional: false,
  tradable: true,
};

export function accountRow(change: Partial<AccountRow> = {}): AccountRow {
  return {
    id: freshId('account'),
    name: 'Paper',
    type: 'cash',
    startCashMicros: 100_000_000_000,
    limits: { 'daily-loss': { fraction: 0.05 } },
    costs: { commission: { id: 'per-share', params: { feePerShareUsd: 0.005 } }, slippage: null },
    execution: { fillOnTouch: true, maxVolumeShare: undefined, entryReserve: 0.01 },
    halts: [],
    createdAt: 1_700_000_000_000,
    archivedAt: undefined,
    ...change,
  };
}

export function configurationRow(change: Partial<StrategyConfiguration> = {}): StrategyConfiguration {
  return {
    id: freshId('configuration'),
    version: 1,
    name: 'Quick crossover',
    strategy: 'sma-crossover',
    params: { slow: 30, fast: 10 },
    sizing: { id: 'fixed-fraction', params: { fraction: 0.1 } },
    allowShort: false,
    createdAt: 1_700_000_000_000,
    ...change,
  };
}

export function sessionRow(accountId: string, change: Partial<SessionRow> = {}): SessionRow {
  return {
    id: freshId('session'),
    accountId,
    name: 'Replay of TEST',
    state: 'created',
    reason: undefined,
    feed: {
      kind: 'replay',
      timeframe: '1d',
      series: [{ symbol: 'TEST', datasetId: 'bundled:TEST:1d', sha256: 'ab'.repeat(32) }],
      from: 16_000,
      to: 16_300,
      barsPerSecond: 5,
      startAt: 60,
    },
    sleeves: [],
    codeVersion: '0.1.0',
    epoch: 0,
    turn: 0,
    position: 0,
    length: 300,
    snapshot: undefined,
    account: undefined,
    createdAt: 1_700_000_000_000,
    startedAt: undefined,
    endedAt: undefined,
    ...change,
  };
}

/** Writes an account with one session and returns both. */
export async function writeSession(repositories: Repositories, change: Partial<SessionRow> = {}) {
  const account = accountRow();
  const session = sessionRow(account.id, change);
  await repositories.accounts.save(account);
  await repositories.sessions.create(session);
  return { account, session };
}

export function orderState(clientOrderId: string, change: Partial<Omit<OrderState, 'order'>> = {}): OrderState {
  const order = SavedOrder.parse({
    clientOrderId,
    sleeveId: 'sleeve',
    symbol: 'TEST',
    side: 'buy',
    quantity: 10,
    allIn: false,
    timeInForce: 'day',
    intent: 'enter',
    ocoGroup: null,
    parentId: null,
    decidedAt: 1_400_000_000_000,
    type: 'limit',
    limitPrice: 99.95,
    stopPrice: null,
  });
  return {
    order,
    status: 'working',
    filledQuantity: 0,
    averageFillPrice: undefined,
    triggered: false,
    reason: undefined,
    ...change,
  };
}

export function jobRow(change: Partial<JobRow> = {}): Omit<JobRow, 'seq'> {
  return {
    id: freshId('job'),
    job: 'run-backtest',
    input: { symbol: 'TEST' },
    state: 'queued',
    progress: undefined,
    result: undefined,
    error: undefined,
    attempts: 0,
    maxAttempts: 3,
    requestedBy: 'http',
    cancelRequestedAt: undefined,
    createdAt: 1_700_000_000_000,
    startedAt: undefined,
    heartbeatAt: undefined,
    endedAt: undefined,
    ...change,
  };
}

export function runRow(change: Partial<RunRow> = {}): RunRow {
  return {
    id: freshId('run'),
    jobId: undefined,
    manifest: {
      schema: 'candor-run/1',
      codeVersion: '0.1.0',
      data: {
        symbol: 'TEST',
        file: null,
        timeframe: '1d',
        from: '2014-01-02',
        to: '2015-01-02',
        bars: 252,
        sha256: 'cd'.repeat(32),
        provenance: { provider: 'bundled', source: 'test', adjustment: 'raw', synthetic: false },
      },
      strategy: { id: 'sma-crossover', file: null, sourceSha256: null, params: { fast: 10, slow: 30 } },
      account: { type: 'cash', startCashUsd: 100_000 },
      sizing: { id: 'fixed-fraction', params: { fraction: 0.1 } },
      limits: {},
      costs: {},
      execution: { allowShort: false, fillOnTouch: true, maxVolumeShare: 0.1, entryReserve: 0.01 },
      seed: 1,
      trials: 7,
    },
    document: { equity: [1, 2.5, 1e-7, 1e21], note: null },
    fingerprint: 'ef'.repeat(32),
    tags: ['first'],
    note: '',
    createdAt: 1_700_000_000_000,
    ...change,
  };
}
