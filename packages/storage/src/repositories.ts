import type { Repositories } from '@candor/domain/ports/repositories';
import type { Connection } from './connection.ts';
import { createAccountRepository } from './repositories/account-repository.ts';
import { createBarRepository } from './repositories/bar-repository.ts';
import { createEquityRepository } from './repositories/equity-repository.ts';
import { createFillRepository } from './repositories/fill-repository.ts';
import { createIdempotencyRepository } from './repositories/idempotency-repository.ts';
import { createInstrumentRepository } from './repositories/instrument-repository.ts';
import { createJobRepository } from './repositories/job-repository.ts';
import { createJournalRepository } from './repositories/journal-repository.ts';
import { createOrderRepository } from './repositories/order-repository.ts';
import { createPositionRepository } from './repositories/position-repository.ts';
import { createQuarantineRepository } from './repositories/quarantine-repository.ts';
import { createRunRepository } from './repositories/run-repository.ts';
import { createSessionRepository } from './repositories/session-repository.ts';
import { createStrategyCheckRepository } from './repositories/strategy-check-repository.ts';
import { createStrategyConfigurationRepository } from './repositories/strategy-configuration-repository.ts';
import { createTradeRepository } from './repositories/trade-repository.ts';
import { createTrialRepository } from './repositories/trial-repository.ts';

/** Returns every repository over one connection, and so inside one transaction. */
export function createRepositories(connection: Connection): Repositories {
  const quarantine = createQuarantineRepository(connection);
  return {
    instruments: createInstrumentRepository(connection),
    bars: createBarRepository(connection, quarantine),
    quarantine,
    strategyConfigurations: createStrategyConfigurationRepository(connection),
    strategyChecks: createStrategyCheckRepository(connection),
    accounts: createAccountRepository(connection),
    sessions: createSessionRepository(connection),
    orders: createOrderRepository(connection),
    fills: createFillRepository(connection),
    positions: createPositionRepository(connection),
    equity: createEquityRepository(connection),
    trades: createTradeRepository(connection),
    journal: createJournalRepository(connection),
    runs: createRunRepository(connection),
    trials: createTrialRepository(connection),
    jobs: createJobRepository(connection),
    idempotency: createIdempotencyRepository(connection),
  };
}
