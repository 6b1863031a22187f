import type { AccountSnapshot } from '@candor/domain/account';
import type { SessionRow } from '@candor/domain/ports/repositories';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { accountRow, configurationRow, freshId, sessionRow, writeSession } from './rows.ts';
import type { StorageUnderTest } from './storage-under-test.ts';

const ACCOUNT: AccountSnapshot = {
  startCashMicros: 100,
  cashMicros: 60,
  equityMicros: 101.25,
  realizedMicros: 0,
  unrealizedMicros: 1.25,
  feesMicros: 0,
  dividendsMicros: 0,
  interestMicros: 0,
  borrowMicros: 0,
  positions: [{ symbol: 'TEST', quantity: 0.1, averagePrice: 400, lastPrice: 412.5 }],
};

const turnTo = (change: Partial<SessionRow> = {}) => ({
  snapshot: { z: 1, a: [0.1, 5e-324, 1.7976931348623157e308] },
  position: 1,
  account: ACCOUNT,
  state: 'running' as const,
  reason: undefined,
  endedAt: undefined,
  ...change,
});

/** Sessions, their owners and their turns. */
export function describeSessions(storage: () => StorageUnderTest): void {
  const find = (id: string) => storage().unitOfWork.run(({ sessions }) => sessions.find(id));

  it('gives back a session with its sleeves in their order', async () => {
    const configuration = configurationRow();
    const sleeve = { configurationId: configuration.id, configurationVersion: 1, capitalShare: 0.5 };
    const account = accountRow();
    const session = sessionRow(account.id, {
      sleeves: [
        { ...sleeve, id: 'second by name', symbols: ['TEST', 'a "quoted", {odd} \\ name'] },
        { ...sleeve, id: 'first by name', symbols: [] },
      ],
    });
    await storage().unitOfWork.run(async (all) => {
      await all.strategyConfigurations.save(configuration);
      await all.accounts.save(account);
      await all.sessions.create(session);
    });
    expect(await find(session.id)).toStrictEqual(session);
    expect(await find(freshId('nowhere'))).toBeUndefined();
  });

  it('lists the sessions of an account newest first, and those in given states', async () => {
    const { account, session } = await storage().unitOfWork.run((all) => writeSession(all, { state: 'finished' }));
    const next = sessionRow(account.id, { state: 'paused' });
    await storage().unitOfWork.run(async ({ sessions }) => {
      await sessions.create(next);
      expect((await sessions.list({ accountId: account.id })).map(({ id }) => id)).toEqual([next.id, session.id]);
      expect(await sessions.list({ accountId: account.id, states: ['running', 'paused'] })).toEqual([next]);
      expect(await sessions.list({ accountId: account.id, states: [] })).toEqual([]);
    });
  });

  it('lets an account have one active session, however many begin at once', async () => {
    const account = accountRow();
    await storage().unitOfWork.run(({ accounts }) => accounts.save(account));
    const begun = await Promise.allSettled(
      Array.from({ length: 4 }, () =>
        storage().unitOfWork.run(({ sessions }) => sessions.create(sessionRow(account.id))),
      ),
    );
    const refused = begun.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
    expect(refused).toHaveLength(3);
    for (const error of refused) expect(error).toMatchObject({ code: 'storage.session-active', kind: 'conflict' });
    const [active] = await storage().unitOfWork.run(({ sessions }) => sessions.list({ accountId: account.id }));
    await storage().unitOfWork.run(({ sessions }) => sessions.update(active!.id, { state: 'stopped', endedAt: 5 }));
    await storage().unitOfWork.run(({ sessions }) => sessions.create(sessionRow(account.id)));
    const revived = storage().unitOfWork.run(({ sessions }) => sessions.update(active!.id, { state: 'running' }));
    await expect(revived).rejects.toMatchObject({ code: 'storage.session-active' });
  });

  it('writes a turn once, tells its repeat apart, and refuses a former owner', async () => {
    const { session } = await storage().unitOfWork.run((all) => writeSession(all));
    const mine = await storage().unitOfWork.run(({ sessions }) => sessions.claim(session.id));
    const advance = (epoch: number, turn: number, change = turnTo()) =>
      storage().unitOfWork.run(({ sessions }) => sessions.advance(session.id, epoch, turn, change));

    expect(await advance(mine, 1)).toBe('written');
    const written = { ...session, ...turnTo(), epoch: mine, turn: 1 };
    expect(await find(session.id)).toEqual(written);
    expect(await advance(mine, 1, turnTo({ position: 99 }))).toBe('written-before');
    await expect(advance(mine, 3)).rejects.toMatchObject({ code: 'storage.turn-gap', kind: 'conflict' });
    expect(await find(session.id)).toEqual(written);

    const theirs = await storage().unitOfWork.run(({ sessions }) => sessions.claim(session.id));
    expect(theirs).toBeGreaterThan(mine);
    expect(await advance(mine, 2)).toBe('stale');
    expect(await advance(mine, 1)).toBe('stale');
    expect(await advance(theirs, 2, turnTo({ state: 'finished', reason: 'The end.', endedAt: 9 }))).toBe('written');
    expect(await find(session.id)).toMatchObject({ turn: 2, state: 'finished', reason: 'The end.', endedAt: 9 });
  });

  it('lets one of any number of owners write each turn', async () => {
    const { session } = await storage().unitOfWork.run((all) => writeSession(all));
    for (let turn = 1; turn <= 5; turn++) {
      const claims = await Promise.all(
        Array.from({ length: 3 }, () => storage().unitOfWork.run(({ sessions }) => sessions.claim(session.id))),
      );
      expect(new Set(claims).size).toBe(3);
      const answers = await Promise.all(
        [...claims, ...claims].map((epoch) =>
          storage().unitOfWork.run(({ sessions }) => sessions.advance(session.id, epoch, turn, turnTo())),
        ),
      );
      expect(answers.toSorted()).toEqual(['stale', 'stale', 'stale', 'stale', 'written', 'written-before']);
    }
    expect((await find(session.id))?.turn).toBe(5);
  });

  it('resumes from the snapshot it was given, whatever JSON it holds', async () => {
    const { session } = await storage().unitOfWork.run((all) => writeSession(all));
    const epoch = await storage().unitOfWork.run(({ sessions }) => sessions.claim(session.id));
    let turn = 0;
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.string(), fc.jsonValue({ noUnicodeString: false })), async (snapshot) => {
        const json = JSON.parse(JSON.stringify(snapshot));
        turn++;
        await storage().unitOfWork.run(({ sessions }) =>
          sessions.advance(session.id, epoch, turn, turnTo({ snapshot: json })),
        );
        expect(JSON.stringify((await find(session.id))?.snapshot)).toBe(JSON.stringify(json));
      }),
      { numRuns: 40 },
    );
  });

  it('changes what is named and leaves the rest', async () => {
    const { session } = await storage().unitOfWork.run((all) => writeSession(all, { reason: 'Why.', startedAt: 3 }));
    const feed = { ...session.feed, barsPerSecond: 1_000 };
    await storage().unitOfWork.run(({ sessions }) => sessions.update(session.id, { feed }));
    expect(await find(session.id)).toEqual({ ...session, feed });
    await storage().unitOfWork.run(({ sessions }) =>
      sessions.update(session.id, { state: 'paused', reason: undefined }),
    );
    expect(await find(session.id)).toEqual({ ...session, feed, state: 'paused', reason: undefined });
  });

  it.each([
    ['claimed', (id: string) => storage().unitOfWork.run(({ sessions }) => sessions.claim(id))],
    ['changed', (id: string) => storage().unitOfWork.run(({ sessions }) => sessions.update(id, { state: 'paused' }))],
    ['advanced', (id: string) => storage().unitOfWork.run(({ sessions }) => sessions.advance(id, 1, 1, turnTo()))],
  ])('says that an unknown session cannot be %s', async (_what, act) => {
    await expect(act(freshId('nowhere'))).rejects.toMatchObject({ code: 'storage.unknown-session', kind: 'not-found' });
  });
}
