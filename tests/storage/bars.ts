import { type BarSeries, createBarSeries, sliceBarSeries } from '@candor/domain/bar';
import type { Provenance } from '@candor/domain/ports/market-data-provider';
import { MS_PER_DAY } from '@candor/domain/time';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { freshId, INSTRUMENT } from './rows.ts';
import type { StorageUnderTest } from './storage-under-test.ts';

const PROVENANCE: Provenance = { provider: 'test', source: 'made here', adjustment: 'raw', synthetic: true };
const PRICES = ['open', 'high', 'low', 'close', 'volume'] as const;

type Row = readonly [time: number, open: number, high: number, low: number, close: number, volume: number];

function seriesOf(rows: readonly Row[]): BarSeries {
  const column = (at: 0 | 1 | 2 | 3 | 4 | 5) => Float64Array.from(rows, (row) => row[at]);
  return createBarSeries(INSTRUMENT, '1d', {
    time: column(0),
    open: column(1),
    high: column(2),
    low: column(3),
    close: column(4),
    volume: column(5),
    session: Int32Array.from(rows, ([time]) => Math.floor(time / MS_PER_DAY)),
  });
}

// Storage keeps doubles, whatever they are; what a price may be is the validator's business.
const double = fc.double({ noNaN: true });
const volume = fc.oneof(double, fc.constant(Number.NaN));
const rows = fc
  .uniqueArray(fc.tuple(fc.nat(20_000 * MS_PER_DAY), double, double, double, double, volume), {
    selector: ([time]) => time,
    maxLength: 40,
  })
  .map((unordered) => unordered.toSorted(([a], [b]) => a - b));

/** Bars, where they come from, and those that do not fit what is stored. */
export function describeBars(storage: () => StorageUnderTest): void {
  const ingest = (id: string, series: BarSeries, provenance = PROVENANCE) =>
    storage().unitOfWork.run(({ bars }) => bars.ingest(id, series, provenance));
  const load = (id: string, from?: number, to?: number) =>
    storage().unitOfWork.run(({ bars }) => bars.load(id, from, to));

  it('gives back any bars bit for bit, and importing them again changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (given) => {
        const id = freshId('dataset');
        const series = seriesOf(given);
        expect(await ingest(id, series)).toEqual({
          datasetId: id,
          added: given.length,
          unchanged: 0,
          conflicting: 0,
        });
        const before = await storage().unitOfWork.run(({ bars }) => bars.dataset(id));
        expect(await ingest(id, series)).toMatchObject({ added: 0, unchanged: given.length, conflicting: 0 });
        expect(await load(id)).toEqual(given.length === 0 ? undefined : series);
        expect(await storage().unitOfWork.run(({ bars }) => bars.dataset(id))).toEqual(before);
        expect(before).toEqual({
          id,
          instrument: INSTRUMENT,
          timeframe: '1d',
          provider: 'test',
          provenance: PROVENANCE,
          bars: given.length,
          from: series.session[0],
          to: series.session.at(-1),
        });
      }),
      { numRuns: 30 },
    );
  });

  it('adds up overlapping imports to the whole, in whatever order they come', async () => {
    const pieces = fc.tuple(rows, fc.array(fc.tuple(fc.nat(40), fc.nat(40)), { minLength: 1, maxLength: 4 }));
    await fc.assert(
      fc.asyncProperty(pieces, async ([given, cuts]) => {
        const id = freshId('dataset');
        const whole = seriesOf(given);
        const stored = new Set<number>();
        for (const [a, b] of cuts) {
          const [from, to] = [Math.min(a, b, whole.length), Math.min(Math.max(a, b), whole.length)];
          const { added, unchanged } = await ingest(id, sliceBarSeries(whole, from, to));
          const known = stored.size;
          for (let row = from; row < to; row++) stored.add(row);
          expect([added, unchanged]).toEqual([stored.size - known, to - from - (stored.size - known)]);
        }
        const expected = given.filter((_, row) => stored.has(row));
        expect(await load(id)).toEqual(expected.length === 0 ? undefined : seriesOf(expected));
      }),
      { numRuns: 20 },
    );
  });

  it('leaves a stored bar as it is and puts one with other numbers into quarantine, once', async () => {
    const change = fc.tuple(fc.nat(9), fc.constantFrom(...PRICES), fc.double({ noNaN: true }));
    const base = Array.from({ length: 10 }, (_, i): Row => [(16_000 + i) * MS_PER_DAY, 10, 11, 9, 10.5, 1000]);
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 5 }), async (changes) => {
        const id = freshId('dataset');
        const series = seriesOf(base);
        await ingest(id, series);
        const others = seriesOf(base);
        for (const [row, column, value] of changes) others[column][row] = value;
        const changed = base.flatMap((_, row) =>
          PRICES.some((name) => others[name][row] !== series[name][row]) ? [row] : [],
        );
        for (let time = 0; time < 2; time++) {
          expect(await ingest(id, others)).toEqual({
            datasetId: id,
            added: 0,
            unchanged: 10 - changed.length,
            conflicting: changed.length,
          });
        }
        expect(await load(id)).toEqual(series);
        const { rows: held } = await storage().unitOfWork.run(({ quarantine }) => quarantine.list({ limit: 20 }));
        const mine = held.filter(({ datasetId }) => datasetId === id);
        expect(mine.map(({ row, code }) => [row, code])).toEqual(
          changed.toReversed().map((row) => [row, 'CONFLICTS_WITH_STORED']),
        );
        for (const { row, reason } of mine) {
          for (const name of PRICES) {
            const differs = others[name][row] !== series[name][row];
            expect(reason.includes(`${name} ${others[name][row]} instead of ${series[name][row]}`)).toBe(differs);
          }
        }
      }),
      { numRuns: 15 },
    );
  });

  it('loads a range of sessions, both ends included', async () => {
    const id = freshId('dataset');
    const series = seriesOf(Array.from({ length: 30 }, (_, i): Row => [(16_000 + i) * MS_PER_DAY + 1, i, i, i, i, i]));
    await ingest(id, series);
    expect((await load(id, 16_005, 16_010))?.session).toEqual(
      Int32Array.of(16_005, 16_006, 16_007, 16_008, 16_009, 16_010),
    );
    expect(await load(id, undefined, 16_000)).toEqual(sliceBarSeries(series, 0, 1));
    expect(await load(id, 16_029)).toEqual(sliceBarSeries(series, 29, 30));
    expect(await load(id, 17_000)).toBeUndefined();
    expect(await load(freshId('nowhere'))).toBeUndefined();
  });

  it('takes and gives more bars than one statement carries', async () => {
    const id = freshId('dataset');
    const length = 51_234;
    const series = seriesOf(Array.from({ length }, (_, i): Row => [i * 60_000, i, i + 0.5, i - 0.5, i / 3, -0]));
    expect(await ingest(id, series)).toMatchObject({ added: length });
    expect(await load(id)).toEqual(series);
  });

  it('knows of every bar where it came from, and of a dataset where its latest batch did', async () => {
    const id = freshId('dataset');
    const series = seriesOf([
      [1, 1, 1, 1, 1, 1],
      [2, 2, 2, 2, 2, 2],
    ]);
    const later: Provenance = { ...PROVENANCE, source: 'made later', note: 'The rest.' };
    await ingest(id, sliceBarSeries(series, 0, 1));
    await ingest(id, series, later);
    await storage().unitOfWork.run(async ({ bars }) => {
      expect(await bars.provenanceOf(id, 1)).toEqual(PROVENANCE);
      expect(await bars.provenanceOf(id, 2)).toEqual(later);
      expect(await bars.provenanceOf(id, 3)).toBeUndefined();
      expect((await bars.dataset(id))?.provenance).toEqual(later);
      expect((await bars.datasets()).filter((each) => each.id === id)).toHaveLength(1);
    });
  });

  it('counts every bar once when several import the same at the same time', async () => {
    const id = freshId('dataset');
    const series = seriesOf(Array.from({ length: 500 }, (_, i): Row => [i, i, i, i, i, i]));
    const answers = await Promise.all([0, 100, 200, 0].map((from) => ingest(id, sliceBarSeries(series, from, 500))));
    expect(answers.reduce((sum, { added }) => sum + added, 0)).toBe(500);
    expect((await storage().unitOfWork.run(({ bars }) => bars.dataset(id)))?.bars).toBe(500);
    expect(await load(id)).toEqual(series);
  });

  it('refuses bars of another symbol or timeframe than the dataset has', async () => {
    const id = freshId('dataset');
    const series = seriesOf([[1, 1, 1, 1, 1, 1]]);
    await ingest(id, series);
    const other = ingest(id, { ...series, timeframe: '1m' });
    await expect(other).rejects.toMatchObject({ code: 'storage.dataset-mismatch', kind: 'conflict' });
  });

  it.each([[[2, 1]], [[1, 1]]])('refuses bars whose times are %j, and keeps none of them', async (times) => {
    const id = freshId('dataset');
    const disordered = ingest(id, seriesOf(times.map((time): Row => [time, 1, 1, 1, 1, 1])));
    await expect(disordered).rejects.toMatchObject({ code: 'storage.bars-out-of-order', kind: 'invalid' });
    expect(await storage().unitOfWork.run(({ bars }) => bars.dataset(id))).toBeUndefined();
  });

  it('lists what is in quarantine newest first, once each, by symbol', async () => {
    const symbol = freshId('SYM');
    const of = { symbol, timeframe: '1d', source: 'file.csv', recordedAt: 1_700_000_000_000 } as const;
    const row = { row: 2, unit: 'line', code: 'NOT_FINITE', reason: 'The open is NaN.', raw: 'x\0y' } as const;
    const more = Array.from({ length: 4 }, (_, i) => ({ ...row, row: 3 + i }));
    await storage().unitOfWork.run(async ({ quarantine }) => {
      await quarantine.add('dataset', of, [row]);
      await quarantine.add('dataset', { ...of, recordedAt: of.recordedAt + 1 }, [row, ...more]);
      const first = await quarantine.list({ limit: 3 }, { symbol });
      expect(first.rows.map((each) => each.row)).toEqual([6, 5, 4]);
      const second = await quarantine.list({ limit: 3, after: first.next }, { symbol });
      expect(second.rows.map((each) => each.row)).toEqual([3, 2]);
      expect(second.next).toBeUndefined();
      expect(second.rows[1]).toEqual({ ...row, ...of, raw: 'x␀y', datasetId: 'dataset', seq: expect.any(Number) });
    });
  });
}
