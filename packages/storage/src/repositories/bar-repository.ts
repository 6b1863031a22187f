import { createHash } from 'node:crypto';
import { allocateBarColumns, type BarColumns, type BarSeries, createBarSeries } from '@candor/domain/bar';
import { CandorError } from '@candor/domain/candor-error';
import { canonicalJson } from '@candor/domain/canonical-json';
import type { Provenance } from '@candor/domain/ports/market-data-provider';
import type { BarRepository, Dataset, QuarantineRepository } from '@candor/domain/ports/repositories';
import type { Quarantined } from '@candor/domain/quarantine';
import { isoFromDay, isoFromInstant, type SessionDay } from '@candor/domain/time';
import { and, asc, eq, type SQL, sql } from 'drizzle-orm';
import { decodeFloat8, decodeInt4, encodeFloat8, encodeInt4 } from '../column-codec.ts';
import type { Connection } from '../connection.ts';
import { bars, datasets, provenances } from '../schema/bars.ts';

// Rows of one statement: enough that its cost is the rows', few enough that no message is large.
const ROWS_PER_INSERT = 10_000;
const ROWS_PER_READ = 100_000;

const PRICES = ['open', 'high', 'low', 'close', 'volume'] as const;
const DOUBLES = ['time', ...PRICES] as const;

export function createBarRepository(connection: Connection, quarantine: QuarantineRepository): BarRepository {
  async function find(id: string, lock: boolean) {
    const query = connection.select().from(datasets).where(eq(datasets.id, id));
    const [found] = await (lock ? query.for('update') : query);
    return found;
  }

  return {
    ingest: async (datasetId, series, provenance) => {
      const { instrument, timeframe, length } = series;
      await connection
        .insert(datasets)
        .values({ id: datasetId, symbol: instrument.symbol, timeframe, provider: provenance.provider, instrument })
        .onConflictDoNothing();
      // Who comes second waits here until the first has committed, and so counts right.
      const dataset = await find(datasetId, true);
      if (dataset === undefined) throw new Error(`Dataset ${datasetId} vanished while its bars were written.`);
      if (dataset.symbol !== instrument.symbol || dataset.timeframe !== timeframe) {
        throw new CandorError('storage.dataset-mismatch', {
          kind: 'conflict',
          message: `Dataset ${datasetId} has ${dataset.timeframe} bars of ${dataset.symbol}; ${timeframe} bars of ${instrument.symbol} do not belong to it.`,
        });
      }
      const provenanceKey = await keyOf(connection, dataset.key, provenance);
      const conflicts: Quarantined[] = [];
      let added = 0;
      let first = dataset.firstSession ?? Number.POSITIVE_INFINITY;
      let last = dataset.lastSession ?? Number.NEGATIVE_INFINITY;
      for (let from = 0; from < length; from += ROWS_PER_INSERT) {
        const to = Math.min(from + ROWS_PER_INSERT, length);
        const batch = encode(series, from, to);
        const { rowCount } = await connection.execute(sql`
          insert into ${bars} (time, open, high, low, close, volume, session, dataset_key, provenance_key)
          select *, ${dataset.key}::int, ${provenanceKey}::int from ${batch} on conflict do nothing`);
        added += rowCount ?? 0;
        const differing = new Set<number>();
        if (rowCount !== to - from) {
          for (const conflict of await conflictsOf(connection, dataset.key, batch, series, from)) {
            differing.add(conflict.row);
            conflicts.push(conflict);
          }
        }
        for (let row = from; row < to; row++) {
          if (differing.has(row)) continue;
          first = Math.min(first, series.session[row]!);
          last = Math.max(last, series.session[row]!);
        }
      }
      await connection
        .update(datasets)
        .set({
          instrument,
          provenanceKey,
          bars: dataset.bars + added,
          firstSession: Number.isFinite(first) ? first : null,
          lastSession: Number.isFinite(last) ? last : null,
        })
        .where(eq(datasets.key, dataset.key));
      if (conflicts.length > 0) {
        const recordedAt = await databaseTime(connection);
        const of = { symbol: instrument.symbol, timeframe, source: provenance.source, recordedAt };
        await quarantine.add(datasetId, of, conflicts);
      }
      return {
        datasetId,
        added,
        unchanged: length - added - conflicts.length,
        conflicting: conflicts.length,
      };
    },

    dataset: async (id) => {
      const [found] = await selectDatasets(connection, eq(datasets.id, id));
      return found;
    },

    datasets: () => selectDatasets(connection, undefined),

    load: async (datasetId, from, to) => {
      const dataset = await find(datasetId, false);
      if (dataset === undefined) return undefined;
      const chunks: Chunk[] = [];
      for (let after = Number.NEGATIVE_INFINITY; ; ) {
        const chunk = await readChunk(connection, dataset.key, after, from, to);
        if (chunk === undefined) break;
        chunks.push(chunk);
        if (chunk.rows < ROWS_PER_READ) break;
        after = chunk.last;
      }
      const length = chunks.reduce((sum, { rows }) => sum + rows, 0);
      if (length === 0) return undefined;
      return createBarSeries(dataset.instrument, dataset.timeframe, decode(chunks, length));
    },

    provenanceOf: async (datasetId, openedAt) => {
      const [found] = await connection
        .select({ provenance: provenances.provenance })
        .from(bars)
        .innerJoin(datasets, eq(datasets.key, bars.datasetKey))
        .innerJoin(provenances, eq(provenances.key, bars.provenanceKey))
        .where(and(eq(datasets.id, datasetId), eq(bars.time, openedAt)));
      return found?.provenance;
    },
  };
}

async function selectDatasets(connection: Connection, where: SQL | undefined): Promise<Dataset[]> {
  const rows = await connection
    .select({ dataset: datasets, provenance: provenances.provenance })
    .from(datasets)
    .innerJoin(provenances, eq(provenances.key, datasets.provenanceKey))
    .where(where)
    .orderBy(asc(datasets.id));
  return rows.map(({ dataset, provenance }) => ({
    id: dataset.id,
    instrument: dataset.instrument,
    timeframe: dataset.timeframe,
    provider: dataset.provider,
    provenance,
    bars: dataset.bars,
    from: dataset.firstSession ?? undefined,
    to: dataset.lastSession ?? undefined,
  }));
}

// Returns the key under which a provenance is kept, once for all its bars.
async function keyOf(connection: Connection, datasetKey: number, provenance: Provenance): Promise<number> {
  const sha256 = createHash('sha256').update(canonicalJson(provenance)).digest('hex');
  await connection.insert(provenances).values({ datasetKey, sha256, provenance }).onConflictDoNothing();
  const [found] = await connection
    .select({ key: provenances.key })
    .from(provenances)
    .where(and(eq(provenances.datasetKey, datasetKey), eq(provenances.sha256, sha256)));
  if (found === undefined) throw new Error('A provenance vanished while it was written.');
  return found.key;
}

function encode(series: BarSeries, from: number, to: number): SQL {
  const [time, open, high, low, close, volume] = DOUBLES.map((name) => encodeFloat8(series[name], from, to));
  return sql`unnest(${time}::float8[], ${open}::float8[], ${high}::float8[], ${low}::float8[], ${close}::float8[],
    ${volume}::float8[], ${encodeInt4(series.session, from, to)}::int4[])`;
}

type StoredBar = Record<(typeof PRICES)[number] | 'session', number>;

// NaN equals NaN in the database, so a source without volume does not contradict itself.
async function conflictsOf(
  connection: Connection,
  datasetKey: number,
  batch: SQL,
  series: BarSeries,
  from: number,
): Promise<Quarantined[]> {
  const { rows } = await connection.execute<StoredBar & { place: number }>(sql`
    select new.place::int, old.open, old.high, old.low, old.close, old.volume, old.session
    from ${batch} with ordinality as new(time, open, high, low, close, volume, session, place)
    join ${bars} old on old.dataset_key = ${datasetKey} and old.time = new.time
    where (old.open, old.high, old.low, old.close, old.volume, old.session)
      is distinct from (new.open, new.high, new.low, new.close, new.volume, new.session)
    order by new.place`);
  return rows.map(({ place, ...stored }) => conflictOf(series, from + place - 1, stored));
}

function conflictOf(series: BarSeries, row: number, stored: StoredBar): Quarantined {
  const at = isoFromInstant(series.time[row]!);
  const differences = PRICES.filter((name) => !isSame(series[name][row]!, stored[name])).map(
    (name) => `${name} ${series[name][row]} instead of ${stored[name]}`,
  );
  if (series.session[row] !== stored.session) {
    differences.push(`session ${isoFromDay(series.session[row]!)} instead of ${isoFromDay(stored.session)}`);
  }
  return {
    row,
    unit: 'row',
    code: 'CONFLICTS_WITH_STORED',
    reason: `The bar of ${at} is stored with other numbers, which stay: it came with ${differences.join(', ')}.`,
    raw: [at, ...PRICES.map((name) => series[name][row])].join(','),
  };
}

function isSame(a: number, b: number): boolean {
  return a === b || (Number.isNaN(a) && Number.isNaN(b));
}

// One clock for all who write, however many machines they are on.
async function databaseTime(connection: Connection): Promise<number> {
  const { rows } = await connection.execute<{ now: number }>(
    sql`select floor(extract(epoch from clock_timestamp()) * 1000)::float8 as now`,
  );
  return rows[0]!.now;
}

interface Chunk extends Record<(typeof DOUBLES)[number] | 'session', Buffer> {
  readonly rows: number;
  readonly last: number;
}

// A column of many rows comes back as one value: no number is printed or parsed, and no object is made for a row.
async function readChunk(
  connection: Connection,
  datasetKey: number,
  after: number,
  from: SessionDay | undefined,
  to: SessionDay | undefined,
): Promise<Chunk | undefined> {
  const column = (name: string, send: string) =>
    sql.raw(`string_agg(${send}(${name}), ''::bytea order by time) as ${name}`);
  const columns = [...DOUBLES.map((name) => column(name, 'float8send')), column('session', 'int4send')];
  const range = and(
    eq(bars.datasetKey, datasetKey),
    sql`${bars.time} > ${after}`,
    from === undefined ? undefined : sql`${bars.session} >= ${from}`,
    to === undefined ? undefined : sql`${bars.session} <= ${to}`,
  );
  const { rows } = await connection.execute<Chunk & Record<string, unknown>>(sql`
    select count(*)::int as rows, max(time) as last, ${sql.join(columns, sql`, `)}
    from (select * from ${bars} where ${range} order by time limit ${ROWS_PER_READ}) as chunk`);
  const [chunk] = rows;
  return chunk === undefined || chunk.rows === 0 ? undefined : chunk;
}

function decode(chunks: readonly Chunk[], length: number): BarColumns {
  const columns = allocateBarColumns(length);
  let at = 0;
  for (const chunk of chunks) {
    for (const name of DOUBLES) decodeFloat8(chunk[name], columns[name], at);
    decodeInt4(chunk.session, columns.session, at);
    at += chunk.rows;
  }
  return columns;
}
