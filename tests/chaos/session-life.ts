import { SessionShape } from '@candor/server/operations/sessions/session-shape';
import { z } from 'zod';
import { ApiProblem, type ServerProcess } from './server-process.ts';
import { eventually, until } from './until.ts';

const ACCOUNT = 'first';
export const SESSION = 'run';

const MARGIN = { id: ACCOUNT, type: 'margin', startCashUsd: 100_000 };

const CONFIGURATIONS = [
  {
    id: 'quick',
    strategy: 'sma-crossover',
    params: { fast: 3, slow: 8, direction: 'long-short' },
    sizing: { id: 'volatility-target' },
    allowShort: true,
  },
  {
    id: 'calm',
    strategy: 'sma-crossover',
    params: { fast: 5, slow: 20 },
    sizing: { id: 'fixed-quantity', params: { quantity: 40 } },
  },
];

/** What a person does at given positions of the replay. */
const COMMANDS: readonly Command[] = [
  place(30, 'hand-bracket', {
    symbol: 'AAPL',
    side: 'buy',
    quantity: 20,
    stopLossPrice: 130,
    takeProfitPrice: 160,
    timeInForce: 'gtc',
  }),
  place(45, 'hand-far', {
    symbol: 'AAPL',
    side: 'buy',
    quantity: 10,
    type: 'limit',
    limitPrice: 145,
    timeInForce: 'gtc',
  }),
  cancel(52, 'hand-far'),
  { at: 60, ...halt() },
  { at: 75, ...lift() },
  place(90, 'hand-market', { symbol: 'AAPL', side: 'buy', quantity: 7, stopLossPrice: 100 }),
];

interface Command {
  readonly at: number;
  readonly name: string;
  /** Whether it was carried out, though its answer may have been lost. */
  wasDone(server: ServerProcess): Promise<boolean>;
  run(server: ServerProcess): Promise<void>;
  /** It takes longer than the time between two deaths. */
  readonly isLong?: boolean;
}

export interface Pace {
  /** Last day of the replay. */
  readonly to: string;
  /** Of what comes after the last command. */
  readonly barsPerSecond: number;
}

/**
 * One session as a person leads it, from the first account to its end, with orders by hand, a halt and its lifting at given positions. The
 * server may die at any time: led on by the next one, it does what is missing and nothing twice.
 */
export class SessionLife {
  readonly #pace: Pace;
  readonly #answered = new Set<string>();
  readonly #begun = new Set<string>();
  /** As far as the API has ever said. */
  #position = 0;
  #isOver = false;
  #shield = Promise.withResolvers<void>();

  constructor(pace: Pace) {
    this.#pace = pace;
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  /** Whether everything was done by hand that is to be done, and the session runs by itself. */
  get isLetGo(): boolean {
    return this.#answered.has('resume');
  }

  /** Resolves when a death does not take the time away that something long needs: it was interrupted once already. */
  whenMortal(): Promise<void> {
    return this.#shield.promise;
  }

  /** Leads the session on from wherever it stands until it is finished. Rejects when the server goes. */
  async leadOn(server: ServerProcess): Promise<void> {
    this.#shield = Promise.withResolvers();
    const needsTime = COMMANDS.find(({ name, isLong }) => isLong && this.#begun.has(name) && !this.#answered.has(name));
    if (needsTime === undefined) this.#shield.resolve();
    try {
      await this.#lead(server);
    } finally {
      this.#shield.resolve();
    }
  }

  async #lead(server: ServerProcess): Promise<void> {
    await this.#prepare(server);
    for (const command of COMMANDS) {
      if (this.#answered.has(command.name)) continue;
      await this.#stepTo(server, command.at);
      await this.#carryOut(server, command);
    }
    const { barsPerSecond } = this.#pace;
    if (!this.isLetGo) {
      await server.ask('POST', `/sessions/${SESSION}/speed`, { barsPerSecond });
      await server.ask('POST', `/sessions/${SESSION}/resume`, {});
      this.#answered.add('resume');
    }
    await until(async () => (await this.#look(server)).state === 'finished');
    this.#isOver = true;
  }

  async #prepare(server: ServerProcess): Promise<void> {
    await this.#make(server, '/accounts', ACCOUNT, MARGIN);
    for (const configuration of CONFIGURATIONS) {
      await this.#make(server, '/configurations', configuration.id, configuration);
    }
    await this.#make(server, '/sessions', SESSION, {
      id: SESSION,
      accountId: ACCOUNT,
      sleeves: [
        { configurationId: 'quick', symbols: ['AAPL', 'SYN-A'], capitalShare: 0.4 },
        { configurationId: 'calm', symbols: ['SYN-B', 'SYN-C', 'SYN-D', 'AAPL'], capitalShare: 0.3 },
      ],
      from: '2017-06-01',
      to: this.#pace.to,
      // Slow enough to be held before its first bars.
      barsPerSecond: 0.2,
    });
    const { state } = await this.#look(server);
    if (state === 'created') await server.ask('POST', `/sessions/${SESSION}/start`, {});
    // The first thing a new driver hears, so that positions are ours to choose; once let go, it is never held again.
    if (!this.isLetGo && state !== 'finished') {
      await server.ask('POST', `/sessions/${SESSION}/pause`, {});
    }
  }

  async #make(server: ServerProcess, path: string, id: string, body: unknown): Promise<void> {
    if (this.#answered.has(path + id)) return;
    if (!(await isThere(server, `${path}/${id}`))) await server.ask('POST', path, body);
    this.#answered.add(path + id);
  }

  async #stepTo(server: ServerProcess, target: number): Promise<void> {
    let { position } = await this.#look(server);
    while (position < target) {
      await server.ask('POST', `/sessions/${SESSION}/step`, { bars: Math.min(LONGEST_STEP, target - position) });
      ({ position } = await this.#look(server));
    }
    if (position > target) throw new Error(`The session went on to ${position} while it was held at ${target}.`);
  }

  async #carryOut(server: ServerProcess, command: Command): Promise<void> {
    this.#begun.add(command.name);
    if (!(await command.wasDone(server))) await command.run(server);
    this.#answered.add(command.name);
    if (command.isLong) this.#shield.resolve();
  }

  async #look(server: ServerProcess): Promise<SessionShape> {
    const session = await lookAt(server);
    if (session.position < this.#position) {
      throw new Error(
        `The session stands at ${session.position} and was at ${this.#position}: written bars were lost.`,
      );
    }
    this.#position = session.position;
    return session;
  }
}

// Small enough that a death finds some of them undone.
const LONGEST_STEP = 15;

/** Returns the session as the API shows it. */
export async function lookAt(server: ServerProcess): Promise<SessionShape> {
  return SessionShape.parse(await server.ask('GET', `/sessions/${SESSION}`));
}

function place(at: number, clientOrderId: string, order: Readonly<Record<string, unknown>>): Command {
  return {
    at,
    name: clientOrderId,
    wasDone: (server) => isThere(server, `/accounts/${ACCOUNT}/orders/${clientOrderId}`),
    run: async (server) => {
      await server.ask('POST', `/sessions/${SESSION}/orders`, { clientOrderId, ...order });
    },
  };
}

function cancel(at: number, clientOrderId: string): Command {
  return {
    at,
    name: `cancel ${clientOrderId}`,
    // Asked for again, nothing changes; what was written before is carried out by the next owner without a word of ours.
    wasDone: async (server) => {
      const path = `/accounts/${ACCOUNT}/orders/${clientOrderId}`;
      return Order.parse(await server.ask('GET', path)).order.status === 'cancelled';
    },
    run: async (server) => {
      await server.ask('DELETE', `/sessions/${SESSION}/orders/${clientOrderId}`);
    },
  };
}

function halt(): Omit<Command, 'at'> {
  return {
    name: 'halt',
    wasDone: isHalted,
    run: async (server) => {
      await server.ask('POST', '/risk/halts', { sessionId: SESSION, level: 'entries', reason: 'a look at the prices' });
    },
  };
}

function lift(): Omit<Command, 'at'> {
  return {
    name: 'lift',
    isLong: true,
    wasDone: async (server) => !(await isHalted(server)),
    run: async (server) => {
      const asked = ResumeRequest.parse(await server.ask('POST', `/sessions/${SESSION}/resume-requests`, {}));
      const word = { confirmation: asked.confirmation, by: 'Ada', reason: 'The prices were checked.' };
      // Refused until a breath has passed.
      await eventually(() => server.ask('POST', `/sessions/${SESSION}/resumptions`, word), isTooSoon);
    },
  };
}

const Order = z.object({ order: z.object({ status: z.string() }) });
const ResumeRequest = z.object({ confirmation: z.string() });

async function isHalted(server: ServerProcess): Promise<boolean> {
  const { live } = await lookAt(server);
  return (live?.halts.length ?? 0) > 0;
}

async function isThere(server: ServerProcess, path: string): Promise<boolean> {
  try {
    await server.ask('GET', path);
    return true;
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 404) return false;
    throw error;
  }
}

function isTooSoon(error: unknown): boolean {
  return error instanceof ApiProblem && error.code === 'risk.too-soon';
}
