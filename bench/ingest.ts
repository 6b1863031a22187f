import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BarSeries } from '@candor/domain/bar';
import type { Provenance } from '@candor/domain/ports/market-data-provider';
import type { UnitOfWork } from '@candor/domain/ports/repositories';
import { fingerprintSeries } from '@candor/server/resources/fingerprint';
import { type Database, openDatabase } from '@candor/storage/database';
import { openEmbeddedDatabase } from '@candor/storage/embedded/embedded-database';
import { preparedClusterPath } from '@candor/storage/embedded/prepared-cluster';
import { migrate } from '@candor/storage/migrate';
import { createUnitOfWork } from '@candor/storage/unit-of-work';
import { practiceBars } from '@candor/strategies/laws/practice-bars';
import { servicesRoot } from '../tools/services/services-root.ts';
import { startService } from '../tools/services/start-service.ts';
import type { Bench, Measurement } from './bench.ts';

const BARS = 100_000;
const ROWS_A_STATEMENT = 1_000;
const PROVENANCE: Provenance = { provider: 'bench', source: 'generated', adjustment: 'none-needed', synthetic: true };
// What the database does beside is as much a part of it.
const RUNS_UNTIL_WARM = 2;

interface Store {
  readonly database: Database;
  readonly unitOfWork: UnitOfWork;
  close(): Promise<void>;
}

const bars = practiceBars(BARS, 1);

/** Bars into the database with provenance, comparison and all, beside the driver's own batched insert into a bare table. */
export const ingestBenches: readonly Bench[] = [
  ingestBench('ingest.embedded', 'the embedded database', openEmbedded),
  ingestBench('ingest.postgresql', 'PostgreSQL 17', openPostgres),
];

function ingestBench(id: string, where: string, open: () => Promise<Store>): Bench {
  let opened: Promise<Store> | undefined;
  const store = (): Promise<Store> => {
    opened ??= open();
    return opened;
  };
  return {
    id,
    unit: 'bars/s',
    work: `${BARS} new bars into ${where}`,
    warmUpRuns: RUNS_UNTIL_WARM,
    run: async () => ingest(await store()),
    peer: {
      name: `bare insert of ${ROWS_A_STATEMENT} rows a statement by unnest`,
      run: async () => insertBare(await store()),
    },
    close: async () => (await opened)?.close(),
  };
}

async function ingest({ unitOfWork }: Store): Promise<Measurement> {
  const { instrument, timeframe } = bars;
  const datasetId = `bench:${randomUUID()}:${timeframe}`;
  await unitOfWork.run(({ instruments }) => instruments.save(instrument));
  const beganAt = performance.now();
  await unitOfWork.run((repositories) => repositories.bars.ingest(datasetId, bars, PROVENANCE));
  const seconds = (performance.now() - beganAt) / 1000;
  const stored = await unitOfWork.run((repositories) => repositories.bars.load(datasetId));
  return { value: BARS / seconds, fingerprint: fingerprintOf(stored) };
}

async function insertBare({ database }: Store): Promise<Measurement> {
  const client = await database.pool.connect();
  try {
    await client.query('drop table if exists bare_bars');
    await client.query(`create table bare_bars (
      dataset text, time float8, open float8, high float8, low float8, close float8, volume float8, session int,
      primary key (dataset, time))`);
    const { time, open, high, low, close, volume, session } = bars;
    const columns = [time, open, high, low, close, volume, session];
    const beganAt = performance.now();
    await client.query('begin');
    for (let from = 0; from < BARS; from += ROWS_A_STATEMENT) {
      await client.query(
        `insert into bare_bars select 'bench', * from unnest($1::float8[], $2::float8[], $3::float8[], $4::float8[],
          $5::float8[], $6::float8[], $7::int[])`,
        columns.map((column) => [...column.subarray(from, from + ROWS_A_STATEMENT)]),
      );
    }
    await client.query('commit');
    return { value: BARS / ((performance.now() - beganAt) / 1000), fingerprint: fingerprintOf(bars) };
  } finally {
    client.release();
  }
}

function fingerprintOf(series: BarSeries | undefined): string {
  return series === undefined ? 'nothing' : fingerprintSeries(series).slice(0, 12);
}

async function openEmbedded(): Promise<Store> {
  const path = mkdtempSync(join(tmpdir(), 'candor-bench-'));
  const embedded = await openEmbeddedDatabase({
    owner: { path, isHeld: () => true },
    prepared: preparedClusterPath(join(import.meta.dirname, '..')),
  });
  const { max, ...address } = embedded.connection;
  return openStore(openDatabase({ ...address, maxConnections: max }), async () => {
    await embedded.stop();
    rmSync(path, { recursive: true });
  });
}

async function openPostgres(): Promise<Store> {
  const place = await servicesRoot();
  if ('missing' in place) throw new Error(`There is no PostgreSQL to measure: ${place.missing}.`);
  const service = await startService(place.root, 'postgres');
  return openStore(openDatabase({ connectionString: service.url, maxConnections: 2 }), () => service.stop());
}

async function openStore(database: Database, stop: () => Promise<void>): Promise<Store> {
  await migrate(database);
  return {
    database,
    unitOfWork: createUnitOfWork(database),
    close: async () => {
      await database.close();
      await stop();
    },
  };
}
