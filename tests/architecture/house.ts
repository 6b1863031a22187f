/** The plan of the house as data: who may import whom. docs/architecture.md shows the same table to people. */

/** Rooms and the rooms they may import. An entry `room/path` opens only that module (or the folder below it), `room` the whole room. */
export const ARROWS: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  'market-data': ['domain'],
  indicators: ['domain'],
  risk: ['domain'],
  brokers: ['domain'],
  storage: ['domain'],
  strategies: ['domain', 'indicators'],
  engine: ['domain', 'indicators', 'risk', 'brokers/paper/paper-exchange'],
  research: ['domain', 'indicators', 'engine', 'risk', 'strategies'],
  server: ['domain', 'market-data', 'indicators', 'risk', 'brokers', 'strategies', 'engine', 'research', 'storage'],
  web: ['domain'],
};

/** Arrows that only types may take: the pages know the words of the trade, and everything else from the API. */
export const TYPE_ARROWS: Readonly<Record<string, readonly string[]>> = { web: ['domain'] };

/** What a manifest declares because another package of it asks for it beside itself. */
export const FOR_OTHERS: Readonly<Record<string, readonly string[]>> = { web: ['react-dom'] };

/** Floors of the server, top first. A folder imports what stands below it, never its own floor's other folders and never upwards. */
export const SERVER_FLOORS: readonly (readonly string[])[] = [
  ['bin', 'workers'],
  ['http', 'mcp', 'cli'],
  ['operations'],
  ['jobs'],
  ['container.ts'],
  ['resources'],
  ['config.ts'],
];

export interface Registry {
  readonly catalog: string;
  readonly plugins: string;
  readonly contract: string;
  /** `folder`: every file of the folder is a plugin. `contract`: those files below the folder that call the contract are. */
  readonly isPlugin: 'folder' | 'contract';
}

/** Where things are registered: catalog → plugins → contract. */
export const REGISTRIES: readonly Registry[] = [
  {
    catalog: 'packages/indicators/src/catalog.ts',
    plugins: 'packages/indicators/src/indicators/',
    contract: 'packages/indicators/src/define-indicator.ts',
    isPlugin: 'folder',
  },
  {
    catalog: 'packages/indicators/src/catalog.ts',
    plugins: 'packages/indicators/src/candlesticks/',
    contract: 'packages/indicators/src/define-candlestick.ts',
    isPlugin: 'folder',
  },
  {
    catalog: 'packages/strategies/src/catalog.ts',
    plugins: 'packages/strategies/src/plugins/',
    contract: 'packages/strategies/src/define-strategy.ts',
    isPlugin: 'folder',
  },
  {
    catalog: 'packages/market-data/src/catalog.ts',
    plugins: 'packages/market-data/src/providers/',
    contract: 'packages/market-data/src/define-provider.ts',
    isPlugin: 'folder',
  },
  {
    catalog: 'packages/risk/src/limit-catalog.ts',
    plugins: 'packages/risk/src/limits/',
    contract: 'packages/risk/src/define-limit.ts',
    isPlugin: 'folder',
  },
  {
    catalog: 'packages/risk/src/sizing-catalog.ts',
    plugins: 'packages/risk/src/sizing/',
    contract: 'packages/risk/src/define-sizing.ts',
    isPlugin: 'folder',
  },
  {
    catalog: 'apps/server/src/operations/catalog.ts',
    plugins: 'apps/server/src/operations/',
    contract: 'apps/server/src/operations/operation.ts',
    isPlugin: 'contract',
  },
  {
    catalog: 'apps/server/src/jobs/catalog.ts',
    plugins: 'apps/server/src/jobs/',
    contract: 'apps/server/src/jobs/define-job.ts',
    isPlugin: 'contract',
  },
  {
    catalog: 'apps/server/src/cli/view-catalog.ts',
    plugins: 'apps/server/src/cli/views/',
    contract: 'apps/server/src/cli/view.ts',
    isPlugin: 'contract',
  },
];

/** Paths that read no clock, no random, no environment, no network and no `node:` module. */
export const PURE_PATHS: readonly string[] = [
  'packages/domain/src/',
  'packages/indicators/src/',
  'packages/strategies/src/',
  'packages/risk/src/',
  'packages/research/src/',
  'packages/engine/src/',
  'packages/brokers/src/paper/',
];

/** The drivers in the engine that wait for the outside. They still take the clock as an argument. */
export const IMPURE_FILES: readonly string[] = [
  'packages/engine/src/live-runner.ts',
  'packages/engine/src/trading-manager.ts',
];

/** The only reader of the environment. */
export const CONFIG_FILE = 'apps/server/src/config.ts';

/** Where the process itself may be touched: arguments, exit code, streams. */
export const PROCESS_PATHS: readonly string[] = [
  'apps/server/src/bin/',
  'apps/web/dev.ts',
  'bench/',
  'tools/',
  'tests/',
];

/** What the tests of every room may import by path: the real servers they run against. */
export const TEST_SUPPORT_PATH = 'tests/services/';

/** The only file of the product that approves orders. */
export const RISK_MANAGER_FILE = 'packages/risk/src/risk-manager.ts';

/** The only file that reads back what was approved before it was written down, and the product's rooms that keep such orders. */
export const SAVED_ORDER_FILE = 'packages/domain/src/saved-order.ts';
export const KEEPERS_OF_ORDERS: readonly string[] = [
  'packages/brokers/src/paper/',
  'packages/engine/src/',
  'packages/storage/src/',
];

/** Fewer modules than this in a room means that the scan is broken, not that the house is tidy. */
export const FEWEST_MODULES: Readonly<Record<string, number>> = {
  domain: 35,
  'market-data': 18,
  indicators: 16,
  risk: 35,
  brokers: 6,
  storage: 45,
  strategies: 20,
  engine: 7,
  research: 20,
  server: 30,
  web: 40,
};
