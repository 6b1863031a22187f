import { expect, it } from 'vitest';
import { accountRow, configurationRow, freshId, INSTRUMENT } from './rows.ts';
import type { StorageUnderTest } from './storage-under-test.ts';

/** Instruments, strategy configurations and checks, accounts. */
export function describeCatalogRows(storage: () => StorageUnderTest): void {
  it('gives back an instrument as it was saved last, and lists it once', async () => {
    const symbol = freshId('SYM');
    await storage().unitOfWork.run(async ({ instruments }) => {
      expect(await instruments.find(symbol)).toBeUndefined();
      await instruments.save({ ...INSTRUMENT, symbol, name: 'Before' });
      await instruments.save({ ...INSTRUMENT, symbol, name: 'O’Hara & “Söhne”' });
      expect(await instruments.find(symbol)).toEqual({ ...INSTRUMENT, symbol, name: 'O’Hara & “Söhne”' });
      expect((await instruments.list()).filter((each) => each.symbol === symbol)).toHaveLength(1);
    });
  });

  it('keeps every version of a strategy configuration, its parameters in their order', async () => {
    const first = configurationRow();
    const second = { ...first, version: 2, name: 'Slower', params: { slow: 200, fast: 50 } };
    await storage().unitOfWork.run(async ({ strategyConfigurations }) => {
      await strategyConfigurations.save(first);
      await strategyConfigurations.save(second);
      expect(await strategyConfigurations.find(first.id)).toEqual(second);
      expect(await strategyConfigurations.find(first.id, 1)).toEqual(first);
      expect(await strategyConfigurations.find(first.id, 3)).toBeUndefined();
      const versions = await strategyConfigurations.versions(first.id);
      expect(versions).toEqual([first, second]);
      expect(Object.keys(versions[0]!.params)).toEqual(['slow', 'fast']);
      const listed = (await strategyConfigurations.list()).filter(({ id }) => id === first.id);
      expect(listed).toEqual([second]);
    });
  });

  it.each([
    ['the first version again', 1],
    ['a version with a gap before it', 3],
  ])('refuses %s', async (_what, version) => {
    const first = configurationRow();
    await storage().unitOfWork.run(({ strategyConfigurations }) => strategyConfigurations.save(first));
    const again = storage().unitOfWork.run(({ strategyConfigurations }) =>
      strategyConfigurations.save({ ...first, version, name: 'Another' }),
    );
    await expect(again).rejects.toMatchObject({ code: 'storage.version-conflict', kind: 'conflict' });
    expect(await storage().unitOfWork.run((all) => all.strategyConfigurations.versions(first.id))).toEqual([first]);
  });

  it('takes one of several versions that are saved at once', async () => {
    const first = configurationRow();
    await storage().unitOfWork.run(({ strategyConfigurations }) => strategyConfigurations.save(first));
    const saves = await Promise.allSettled(
      ['a', 'b', 'c'].map((name) =>
        storage().unitOfWork.run((all) => all.strategyConfigurations.save({ ...first, version: 2, name })),
      ),
    );
    expect(saves.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await storage().unitOfWork.run((all) => all.strategyConfigurations.versions(first.id))).toHaveLength(2);
  });

  it('hides an archived configuration from the list and keeps its versions', async () => {
    const configuration = configurationRow();
    await storage().unitOfWork.run(async ({ strategyConfigurations }) => {
      expect(await strategyConfigurations.archive(configuration.id)).toBe(false);
      await strategyConfigurations.save(configuration);
      expect(await strategyConfigurations.archive(configuration.id)).toBe(true);
      expect((await strategyConfigurations.list()).map(({ id }) => id)).not.toContain(configuration.id);
      expect(await strategyConfigurations.find(configuration.id, 1)).toEqual(configuration);
    });
  });

  it('knows a checked strategy by the hash of its source', async () => {
    const check = { sourceSha256: freshId('sha'), path: 'my/a.ts', passed: false, report: null, checkedAt: 1 };
    await storage().unitOfWork.run(async ({ strategyChecks }) => {
      await strategyChecks.save(check);
      expect(await strategyChecks.find(check.sourceSha256)).toEqual(check);
      const again = { ...check, passed: true, report: ['prefix law holds'], checkedAt: 2 };
      await strategyChecks.save(again);
      expect(await strategyChecks.find(check.sourceSha256)).toEqual(again);
    });
  });

  it('gives back an account as it was saved last, its halts and what is switched off included', async () => {
    const account = accountRow();
    const halted = {
      ...account,
      halts: [{ level: 'all', code: 'DAILY_LOSS', reason: 'Lost 5%.', at: 5, until: 'manual' }] as const,
      execution: { ...account.execution, maxVolumeShare: 0.1 },
      archivedAt: 1_700_000_000_001,
    };
    await storage().unitOfWork.run(async ({ accounts }) => {
      await accounts.save(account);
      expect(await accounts.find(account.id)).toStrictEqual(account);
      await accounts.save(halted);
      expect(await accounts.find(account.id)).toStrictEqual(halted);
      expect((await accounts.list()).filter(({ id }) => id === account.id)).toEqual([halted]);
    });
  });
}
