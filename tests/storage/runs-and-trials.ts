import type { Trial } from '@candor/domain/ports/repositories';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { freshId, runRow } from './rows.ts';
import type { StorageUnderTest } from './storage-under-test.ts';

/** Backtest runs, and how much was tried before them. */
export function describeRunsAndTrials(storage: () => StorageUnderTest): void {
  it('gives back a run as it was saved, and saving it again changes nothing', async () => {
    const run = runRow({ jobId: 'job-1' });
    await storage().unitOfWork.run(async ({ runs }) => {
      await runs.save(run, { sharpe: 1.5 });
      await runs.save({ ...run, document: 'another' }, null);
      expect(await runs.find(run.id)).toStrictEqual(run);
      expect(await runs.find(freshId('nowhere'))).toBeUndefined();
    });
  });

  it('takes a document that is JSON in UTF-8 already', async () => {
    const run = runRow({ document: { title: 'Ünïcode “and” \u2028', equity: [0.1] } });
    await storage().unitOfWork.run(async ({ runs }) => {
      await runs.save({ ...run, document: new TextEncoder().encode(JSON.stringify(run.document)) }, {});
      expect(await runs.find(run.id)).toStrictEqual(run);
    });
  });

  it('lists runs newest first without their documents, by symbol, strategy and tag', async () => {
    const strategy = freshId('strategy');
    const make = (tags: readonly string[]) => {
      const run = runRow({ tags });
      return { ...run, manifest: { ...run.manifest, strategy: { ...run.manifest.strategy, id: strategy } } };
    };
    const [first, second] = [make(['a']), make(['b', 'it’s "quoted", {odd}'])];
    await storage().unitOfWork.run(async ({ runs }) => {
      await runs.save(first, { n: 1 });
      await runs.save(second, { n: 2 });
      const { rows } = await runs.list({ limit: 10 }, { strategy });
      const summary = ({ document: _, ...rest }: typeof first, headline: object) => ({
        ...rest,
        headline,
        seq: expect.any(Number),
      });
      expect(rows).toStrictEqual([summary(second, { n: 2 }), summary(first, { n: 1 })]);
      const ids = async (where: object) =>
        (await runs.list({ limit: 10 }, { strategy, ...where })).rows.map(({ id }) => id);
      expect(await ids({ tag: 'it’s "quoted", {odd}', symbol: 'TEST' })).toEqual([second.id]);
      expect(await ids({ tag: 'c' })).toEqual([]);
      expect(await ids({ symbol: 'OTHER' })).toEqual([]);
    });
  });

  it('labels and deletes a run, and says whether it was there', async () => {
    const run = runRow();
    await storage().unitOfWork.run(async ({ runs }) => {
      expect(await runs.label(run.id, { note: 'x' })).toBe(false);
      await runs.save(run, {});
      expect(await runs.label(run.id, { note: 'Look again.' })).toBe(true);
      expect(await runs.label(run.id, { tags: [] })).toBe(true);
      expect(await runs.find(run.id)).toEqual({ ...run, note: 'Look again.', tags: [] });
      expect(await runs.delete(run.id)).toBe(true);
      expect(await runs.delete(run.id)).toBe(false);
      expect(await runs.find(run.id)).toBeUndefined();
    });
  });

  const range = fc.tuple(fc.nat(20), fc.nat(20)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
  const tryOf = { range, configurationSha256: fc.constantFrom('a', 'b', 'c', 'd') };
  const trial = fc.record({ ...tryOf, dataset: fc.constantFrom('one', 'two') });

  it('counts the distinct configurations tried on overlapping data, this one included', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(trial, { maxLength: 15 }), async (wishes) => {
        const run = freshId('data');
        const given = wishes.map(({ dataset, range: [from, to], configurationSha256 }, at): Trial => {
          return { dataset: `${dataset} ${run}`, from, to, configurationSha256, by: 'sweep', at };
        });
        for (const [i, each] of given.entries()) {
          const counted = await storage().unitOfWork.run(({ trials }) => trials.register(each));
          const overlapping = given
            .slice(0, i + 1)
            .filter((other) => other.dataset === each.dataset && other.from <= each.to && other.to >= each.from);
          expect(counted).toBe(new Set(overlapping.map((other) => other.configurationSha256)).size);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('counts the tries of a symbol and timeframe whose ranges overlap, each configuration on some data once', async () => {
    const symbol = freshId('symbol');
    const wished = fc.array(fc.record({ ...tryOf, provider: fc.constantFrom('one', 'two') }), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(wished, fc.constantFrom('1d', '1h'), range, async (wishes, timeframe, [from, to]) => {
        const ofSymbol = freshId(symbol);
        const given = wishes.map(({ provider, range: [first, last], configurationSha256 }, at): Trial => {
          const dataset = `${provider}:${ofSymbol}:${at % 3 === 0 ? '1h' : '1d'}`;
          return { dataset, from: first, to: last, configurationSha256, by: 'sweep', at };
        });
        await storage().unitOfWork.run(async ({ trials }) => {
          const before = await trials.count();
          for (const each of given) await trials.register(each);
          const distinct = (tries: readonly Trial[]) =>
            new Set(tries.map(({ dataset, configurationSha256 }) => `${dataset} ${configurationSha256}`)).size;
          expect(await trials.count()).toBe(before + distinct(given));
          expect(await trials.count({ symbol: ofSymbol })).toBe(distinct(given));
          const overlapping = given.filter(
            (each) => each.dataset.endsWith(timeframe) && each.from <= to && each.to >= from,
          );
          expect(await trials.count({ symbol: ofSymbol, timeframe, from, to })).toBe(distinct(overlapping));
        });
      }),
      { numRuns: 20 },
    );
  });

  it('gives every one of many that register at once a number of its own', async () => {
    const dataset = freshId('data');
    const counts = await Promise.all(
      Array.from({ length: 12 }, (_, i) =>
        storage().unitOfWork.run(({ trials }) =>
          trials.register({ dataset, from: 0, to: 9, configurationSha256: `${i}`, by: 'http', at: i }),
        ),
      ),
    );
    expect(counts.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, i) => i + 1));
  });
}
