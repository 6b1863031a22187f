import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRng } from '@candor/domain/rng';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Audit, auditSession } from './audit-session.ts';
import { type BacktestEnd, BacktestLife } from './backtest-life.ts';
import { type Moment, type Phases, randomMoment, strike } from './moments.ts';
import { ServerGone, ServerProcess } from './server-process.ts';
import { SessionLife } from './session-life.ts';
import { until } from './until.ts';

const LONGEST_MS = 600_000;
const PACE = { to: '2018-12-31', barsPerSecond: 50 };

/** In each part of a start, of the work and of an end. */
const FIXED: readonly Moment[] = [
  { phase: 'work', share: 0.15 },
  { phase: 'work', share: 0.6 },
  { phase: 'start-up', share: 0.5 },
  { phase: 'start-up', share: 0.85 },
  { phase: 'work', share: 0.35 },
  { phase: 'shutdown', share: 0.3 },
  { phase: 'work', share: 0.8 },
  { phase: 'start-up', share: 0.97 },
  { phase: 'shutdown', share: 0.9 },
  { phase: 'work', share: 0.5 },
  { phase: 'work', share: 0.02 },
  { phase: 'work', share: 1 },
];

/** Everything that goes on in one data directory. */
interface World {
  readonly home: string;
  readonly session: SessionLife;
  readonly backtests: BacktestLife;
}

describe('a process that is killed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'candor-chaos-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  let worlds = 0;
  const newWorld = (): World => ({
    home: join(folder, `home-${++worlds}`),
    session: new SessionLife(PACE),
    backtests: new BacktestLife(),
  });

  let whole: Audit;
  let undisturbed: BacktestEnd;
  let phases: Phases;
  beforeAll(async () => {
    const { home, session, backtests } = newWorld();
    const launchedAt = performance.now();
    const server = await ServerProcess.start(home);
    const readyAt = performance.now();
    await Promise.all([session.leadOn(server), backtests.leadOn(server)]);
    whole = await auditSession(server);
    undisturbed = backtests.ends[0]!;
    const toldAt = performance.now();
    expect(await server.stop()).toBe(0);
    phases = { startUpMs: readyAt - launchedAt, workMs: 900, shutdownMs: performance.now() - toldAt };
  }, LONGEST_MS);

  it('would tell: left alone, the session trades and everything in it adds up, and the backtest succeeds', () => {
    expect(whole.faults).toEqual([]);
    expect(whole.fills).toBeGreaterThan(50);
    expect(undisturbed).toMatchObject({ state: 'succeeded', runs: 1, attempts: 1 });
  });

  const random = inject('randomDeaths');
  if (random === undefined) {
    it(
      `loses nothing and doubles nothing at any of ${FIXED.length} moments of a session and its backtests`,
      async () => {
        const world = newWorld();
        const { session } = world;
        // Half of the deaths are those of a session that is led by hand, and half of one that runs by itself.
        const byHand = FIXED.length / 2;
        for (const moment of FIXED.slice(0, byHand)) await dieAt(world, moment);
        for (const moment of FIXED.slice(byHand)) await dieAt(world, moment, () => until(() => session.isLetGo));
        await bringToItsEnd(world);
      },
      LONGEST_MS,
    );
  } else {
    const { count, seed } = random;
    it(`loses nothing and doubles nothing at any of ${count} random moments, seed ${seed}`, async () => {
      console.log(`Seed ${seed}. To repeat it: CANDOR_TEST_SEED=${seed} npm run test:chaos`);
      const rng = createRng(seed);
      const deaths = { 'start-up': 0, work: 0, shutdown: 0 };
      let backtests = 0;
      for (let died = 0; died < count; ) {
        const world = newWorld();
        while (died < count && !world.session.isOver) {
          const { phase } = await dieAt(world, randomMoment(rng));
          died++;
          deaths[phase]++;
        }
        await bringToItsEnd(world);
        backtests += world.backtests.ends.length;
        console.log(`${died} of ${count}: the session and its backtests came to the same end as undisturbed.`);
      }
      const told = Object.entries(deaths).map(([phase, times]) => `${times} in ${phase}`);
      console.log(
        `Chaos, seed ${seed}: killed ${count} times (${told.join(', ')}) in ${worlds - 1} sessions of ${whole.fills} fills and ${backtests} backtests; nothing lost, nothing doubled.`,
      );
    });
  }

  /** Starts a server, lets it work and kills it; returns when it was killed. */
  async function dieAt(
    { home, session, backtests }: World,
    moment: Moment,
    isDue: () => Promise<void> = async () => {},
  ): Promise<Moment> {
    const server = ServerProcess.launch(home);
    const lives = [session, backtests];
    const living = lives.map((life) =>
      life.leadOn(server).catch((error: unknown) => {
        // What is asked of a server that dies fails; whatever else goes wrong is to be known.
        if (!(error instanceof ServerGone)) throw new Error(`At work with:\n${server.output}`, { cause: error });
      }),
    );
    const whenMortal = async (): Promise<void> => {
      for (const life of lives) await life.whenMortal();
      await isDue();
    };
    // One that is frail is worked on while the server starts, so it has to outlive that as well.
    const struck = backtests.isFrail && moment.phase === 'start-up' ? ({ ...moment, phase: 'work' } as const) : moment;
    await Promise.all([...living, strike(server, struck, phases, whenMortal)]);
    backtests.noteDeath();
    return struck;
  }

  async function bringToItsEnd({ home, session, backtests }: World): Promise<void> {
    const server = await ServerProcess.start(home);
    await Promise.all([session.leadOn(server), backtests.leadOn(server)]);
    expect(await auditSession(server)).toEqual(whole);
    for (const { attempts: _, ...end } of backtests.ends) expect({ ...end, attempts: 1 }).toEqual(undisturbed);
    expect(await server.stop()).toBe(0);
  }
});
