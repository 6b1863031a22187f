import { CandorError } from '@candor/domain/candor-error';
import type { Repositories } from '@candor/domain/ports/repositories';
import { createUnitOfWork } from '@candor/storage/unit-of-work';
import { expect, it } from 'vitest';
import { accountRow, freshId, INSTRUMENT, jobRow } from './rows.ts';
import type { StorageUnderTest } from './storage-under-test.ts';

/** One transaction per run: all of it, or nothing. */
export function describeUnitsOfWork(storage: () => StorageUnderTest): void {
  it('leaves nothing of work that throws, and passes its error on', async () => {
    const account = accountRow();
    const refusal = new CandorError('test.refused', { kind: 'invalid', message: 'No.' });
    const run = storage().unitOfWork.run(async ({ accounts }) => {
      await accounts.save(account);
      expect(await accounts.find(account.id)).toEqual(account);
      throw refusal;
    });
    await expect(run).rejects.toBe(refusal);
    expect(await storage().unitOfWork.run(({ accounts }) => accounts.find(account.id))).toBeUndefined();
  });

  it('refuses a run inside a run at once, by whichever unit of work over the database', async () => {
    const another = createUnitOfWork(storage().database);
    for (const inner of [storage().unitOfWork, another]) {
      const run = storage().unitOfWork.run(() => inner.run(async () => 1));
      await expect(run).rejects.toMatchObject({ code: 'storage.nested-unit-of-work' });
    }
    expect(await storage().unitOfWork.run(async () => 1)).toBe(1);
  });

  it('lets what was begun inside a run start one of its own once that is over', async () => {
    const over = Promise.withResolvers<void>();
    let later: Promise<number> | undefined;
    await storage().unitOfWork.run(async () => {
      later = over.promise.then(() => storage().unitOfWork.run(async () => 2));
    });
    over.resolve();
    expect(await later).toBe(2);
  });

  it('refuses a repository that is used after its run', async () => {
    let kept: Repositories | undefined;
    await storage().unitOfWork.run(async (repositories) => {
      kept = repositories;
    });
    await expect(kept?.accounts.list()).rejects.toMatchObject({ cause: { code: 'storage.transaction-over' } });
  });

  it('does not pass work off as written whose failed statement was kept quiet', async () => {
    const job = jobRow();
    const run = storage().unitOfWork.run(async ({ jobs, instruments }) => {
      await jobs.add(job);
      await instruments.save({ ...INSTRUMENT, name: 'a\0b' }).catch(() => {});
    });
    await expect(run).rejects.toMatchObject({ code: 'storage.not-committed' });
    expect(await storage().unitOfWork.run(({ jobs }) => jobs.find(job.id))).toBeUndefined();
  });

  it('says of a text with NUL that it cannot be stored, and does not show the statement', async () => {
    const run = storage().unitOfWork.run(({ instruments }) => instruments.save({ ...INSTRUMENT, name: 'a\0b' }));
    await expect(run).rejects.toMatchObject({ code: 'storage.bad-text', kind: 'invalid' });
  });

  it('takes quotes, semicolons and placeholders for the text they are', async () => {
    const symbol = `${freshId('SYM')}'; drop table accounts; -- $1 "`;
    await storage().unitOfWork.run(async ({ instruments }) => {
      await instruments.save({ ...INSTRUMENT, symbol });
      expect((await instruments.find(symbol))?.symbol).toBe(symbol);
    });
  });

  it('answers a ping and counts its connections', async () => {
    await storage().database.ping();
    const { total, idle, waiting } = storage().database.statistics();
    expect([total >= 1, idle <= total, waiting]).toEqual([true, true, 0]);
  });
}
