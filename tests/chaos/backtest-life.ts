import { WireJob } from '@candor/server/resources/wire/wire-job';
import { z } from 'zod';
import type { ServerProcess } from './server-process.ts';
import { until } from './until.ts';

/** Long enough to be killed in the middle of it. */
const TERMS = {
  symbol: 'SYN-A',
  strategy: 'markov-chain',
  timeframe: '5m',
  from: '2021-09-01',
  to: '2021-12-31',
};
/** After so many ends of its process a job is held to be their cause. */
const MOST_DEATHS = 2;

/** What a backtest came to. */
export interface BacktestEnd {
  readonly state: string;
  readonly error: string | undefined;
  readonly fingerprint: string | undefined;
  /** Rows of the run. */
  readonly runs: number;
  readonly attempts: number;
}

/**
 * One backtest after another, each asked for once and waited for. The server may die at any time: led on by the next one, it waits for what
 * was asked for before.
 */
export class BacktestLife {
  readonly ends: BacktestEnd[] = [];
  #jobId: string | undefined;
  /** Ends of the process since the latest backtest was asked for, if it was. */
  #deaths = 0;
  #shield: Promise<unknown> = Promise.resolve();

  /** Whether one more death makes the server hold the backtest for the cause of them. */
  get isFrail(): boolean {
    return this.#deaths >= MOST_DEATHS;
  }

  noteDeath(): void {
    this.#deaths++;
  }

  /** Resolves when a death does no harm any more that is meant. */
  async whenMortal(): Promise<void> {
    await this.#shield.catch(() => {});
  }

  /** Waits for the backtest that was asked for, and asks for one where none was. Rejects when the server goes. */
  async leadOn(server: ServerProcess): Promise<void> {
    const done = this.#bringToItsEnd(server);
    if (this.isFrail) this.#shield = done;
    await done;
  }

  /** Returns how far the backtest is that was asked for. */
  async stateIn(server: ServerProcess): Promise<string | undefined> {
    return this.#jobId === undefined ? undefined : (await this.#look(server)).state;
  }

  async #bringToItsEnd(server: ServerProcess): Promise<void> {
    await until(async () => {
      const { state } = await this.#look(server);
      return state === 'succeeded' || state === 'failed' || state === 'cancelled';
    });
    const { id, state, error, attempts } = await this.#look(server);
    const runs = await server.askForAll('/backtests', 'runs', z.object({ runId: z.string() }));
    this.ends.push({
      state,
      error: error?.message,
      fingerprint: state === 'succeeded' ? await fingerprintOf(server, id) : undefined,
      runs: runs.filter(({ runId }) => runId === id).length,
      attempts,
    });
    this.#jobId = undefined;
    this.#deaths = 0;
  }

  async #look(server: ServerProcess): Promise<WireJob> {
    this.#jobId ??= await this.#askedFor(server);
    return WireJob.parse(await server.ask('GET', `/jobs/${this.#jobId}`));
  }

  /** The answer to a request may have been lost, so what is there and not ours yet is what we asked for. */
  async #askedFor(server: ServerProcess): Promise<string> {
    const jobs = await server.askForAll('/jobs?job=backtests.run', 'jobs', WireJob);
    if (jobs.length > this.ends.length) return jobs[0]!.id;
    return Asked.parse(await server.ask('POST', '/backtests', TERMS)).jobId;
  }
}

const Asked = z.object({ jobId: z.string() });
const Run = z.object({ document: z.object({ fingerprint: z.string() }) });

async function fingerprintOf(server: ServerProcess, runId: string): Promise<string> {
  return Run.parse(await server.ask('GET', `/backtests/${runId}`)).document.fingerprint;
}
