import { createHash } from 'node:crypto';
import { allocateBarColumns, type BarColumns, type BarSeries, createBarSeries } from '@candor/domain/bar';
import { CandorError } from '@candor/domain/candor-error';
import { canonicalJson } from '@candor/domain/canonical-json';
import type { Provenance } from '@candor/domain/ports/market-data-provider';
import type { BarRepository, Dataset, QuarantineRepository } from '@candor/domain/ports/repositories';
import type { Quarantined } from '@candor/domain/quarantine';
import { isoFromDay, isoFromInstant } from '@candor/domain/time';
import { and, asc, eq, gt, gte, lte, type SQL, sql } from 'drizzle-orm';
import { decodeFloat8, decodeInt4, encodeFloat8, encodeInt4 } from '../column-codec.ts';
import type { Connection } from '../connection.ts';
import { bars, datasets, provenances } from '../schema/bars.ts';

// Rows of one statement: enough that its cost is the rows', few enough that no message is large.
const ROWS_PER_INSERT = 10_000;
const ROWS_PER_READ = 50_000;

const PRICES = ['open', 'high', 'low', 'close', 'volume'] as const;
const DOUBLES = ['time', ...PRICES] as const;
const COMPARED = [...PRICES, 'session'] as const;

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
      refuseDisorder(series);
      const provenanceKey = await keyOf(connection, dataset.key, provenance);
      const { missing, conflicts } = compare(series, await storedAmong(connection, dataset.key, series));
      for (let at = 0; at < missing.length; at += ROWS_PER_INSERT) {
        const rows = missing.subarray(at, at + ROWS_PER_INSERT);
        await connection.execute(sql`
          insert into ${bars} (time, open, high, low, close, volume, session, dataset_key, provenance_key)
          select *, ${dataset.key}::int, ${provenanceKey}::int from ${unnested(series, rows)}`);
      }
      let first = dataset.firstSession ?? Number.POSITIVE_INFINITY;
      let last = dataset.lastSession ?? Number.NEGATIVE_INFINITY;
      for (const row of missing) {
        first = Math.min(first, series.session[row]!);
        last = Math.max(last, series.session[row]!);
      }
      await connection
        .update(datasets)
        .set({
          instrument,
          provenanceKey,
          bars: dataset.bars + missing.length,
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
        added: missing.length,
        unchanged: length - missing.length - conflicts.length,
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
      const columns = await readColumns(
        connection,
        dataset.key,
        from === undefined ? undefined : gte(bars.session, from),
        to === undefined ? undefined : lte(bars.session, to),
      );
      return columns.time.length === 0 ? undefined : createBarSeries(dataset.instrument, dataset.timeframe, columns);
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

function refuseDisorder({ instrument, time, length }: BarSeries): void {
  for (let row = 1; row < length; row++) {
    if (time[row]! > time[row - 1]!) continue;
    throw new CandorError('storage.bars-out-of-order', {
      kind: 'invalid',
      message: `Bars are stored oldest first and once each: that of ${instrument.symbol} in row ${row} does not open after the one before it.`,
    });
  }
}

// Returns the stored bars between the first and the last of a series; mostly there are none, since bars come as time goes on.
async function storedAmong(connection: Connection, datasetKey: number, { time, length }: BarSeries) {
  if (length === 0) return allocateBarColumns(0);
  return readColumns(connection, datasetKey, gte(bars.time, time[0]!), lte(bars.time, time[length - 1]!));
}

interface Comparison {
  /** Rows of the series whose bar is not stored. */
  readonly missing: Int32Array;
  readonly conflicts: readonly Quarantined[];
}

// Both are in order, so one walk over the two finds every pair.
function compare(series: BarSeries, stored: BarColumns): Comparison {
  const missing = new Int32Array(series.length);
  const conflicts: Quarantined[] = [];
  let count = 0;
  for (let row = 0, old = 0; row < series.length; row++) {
    const time = series.time[row]!;
    while (old < stored.time.length && stored.time[old]! < time) old++;
    if (stored.time[old] !== time) missing[count++] = row;
    else if (!COMPARED.every((name) => isSame(series[name][row]!, stored[name][old]!))) {
      conflicts.push(conflictOf(series, row, stored, old));
    }
  }
  return { missing: missing.subarray(0, count), conflicts };
}

function conflictOf(series: BarSeries, row: number, stored: BarColumns, old: number): Quarantined {
  const at = isoFromInstant(series.time[row]!);
  const differences = COMPARED.filter((name) => !isSame(series[name][row]!, stored[name][old]!)).map((name) => {
    const text = (value: number): string => (name === 'session' ? isoFromDay(value) : `${value}`);
    return `${name} ${text(series[name][row]!)} instead of ${text(stored[name][old]!)}`;
  });
  return {
    row,
    unit: 'row',
    code: 'CONFLICTS_WITH_STORED',
    reason: `The bar of ${at} is stored with other numbers, which stay: it came with ${differences.join(', ')}.`,
    raw: [at, ...PRICES.map((name) => series[name][row])].join(','),
  };
}

function unnested(series: BarSeries, rows: Int32Array): SQL {
  const [time, open, high, low, close, volume] = DOUBLES.map((name) => encodeFloat8(series[name], rows));
  return sql`unnest(${time}::float8[], ${open}::float8[], ${high}::float8[], ${low}::float8[], ${close}::float8[],
    ${volume}::float8[], ${encodeInt4(series.session, rows)}::int4[])`;
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
async function readColumns(
  connection: Connection,
  datasetKey: number,
  ...where: readonly (SQL | undefined)[]
): Promise<BarColumns> {
  const aggregates = [
    ...DOUBLES.map((name) => sql.raw(`string_agg(float8send(${name}), ''::bytea order by time) as ${name}`)),
    sql.raw(`string_agg(int4send(session), ''::bytea order by time) as session`),
  ];
  const chunks: Chunk[] = [];
  for (let after: number | undefined; ; after = chunks.at(-1)?.last) {
    const range = and(
      eq(bars.datasetKey, datasetKey),
      ...where,
      after === undefined ? undefined : gt(bars.time, after),
    );
    const { rows } = await connection.execute<Chunk & Record<string, unknown>>(sql`
      select count(*)::int as rows, max(time) as last, ${sql.join(aggregates, sql`, `)}
      from (select * from ${bars} where ${range} order by time limit ${ROWS_PER_READ}) as chunk`);
    const [chunk] = rows;
    if (chunk === undefined || chunk.rows === 0) break;
    chunks.push(chunk);
    if (chunk.rows < ROWS_PER_READ) break;
  }
  return decode(chunks);
}

interface Chunk extends Record<(typeof DOUBLES)[number] | 'session', Buffer> {
  readonly rows: number;
  readonly last: number;
}

function decode(chunks: readonly Chunk[]): BarColumns {
  const columns = allocateBarColumns(chunks.reduce((sum, { rows }) => sum + rows, 0));
  let at = 0;
  for (const chunk of chunks) {
    for (const name of DOUBLES) decodeFloat8(chunk[name], columns[name], at);
    decodeInt4(chunk.session, columns.session, at);
    at += chunk.rows;
  }
  return columns;
}
