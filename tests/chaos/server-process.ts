import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { z } from 'zod';
import { REPOSITORY } from '../scratch-folder.ts';

const ENTRY = join(REPOSITORY, 'apps/server/src/bin/candor.mjs');
const READY = /is ready(?: at (http:\/\/\S+))?\n/;
// The servers of a test run are not meant: an empty value is none.
const EMBEDDED = { PORT: '0', LOG_LEVEL: 'info', DATABASE_URL: '', REDIS_URL: '', CANDOR_DEMO: 'off' };
const LONGEST_START_MS = 90_000;

const Component = z.object({ name: z.string(), state: z.string(), reason: z.string().nullable() });
const Problem = z.object({ code: z.string(), detail: z.string().default('') });

/** An answer of the API that says no. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;

  constructor(asked: string, status: number, { code, detail }: z.infer<typeof Problem>) {
    super(`${asked}: ${status} ${code}: ${detail}`);
    this.status = status;
    this.code = code;
  }
}

/** The server that was asked is gone, or leaves. */
export class ServerGone extends Error {}

export interface Launch {
  readonly command?: 'start' | 'api' | 'worker';
  readonly environment?: Readonly<Record<string, string>>;
}

const running = new Set<ServerProcess>();

// A test that fails must not leave its servers behind.
afterAll(async () => {
  await Promise.all([...running].map((server) => server.kill()));
});

/** A Candor server in a process of its own, as a person starts it. */
export class ServerProcess {
  /** Resolves with its exit code, or undefined when a signal ended it. */
  readonly ended: Promise<number | undefined>;
  readonly #child: ChildProcess;
  readonly #said: string[] = [];
  readonly #ready: Promise<string>;
  /** We have told it to end. */
  #isLeaving = false;

  private constructor(child: ChildProcess) {
    this.#child = child;
    this.#ready = new Promise<string>((resolve, reject) => {
      const fail = (why: string): void => reject(new Error(`The server ${why}.\n${this.output}`));
      const late = setTimeout(() => fail('was not ready in time'), LONGEST_START_MS);
      const hear = (chunk: Buffer): void => {
        this.#said.push(String(chunk));
        const found = READY.exec(this.output);
        if (found === null) return;
        clearTimeout(late);
        resolve(found[1] ?? '');
      };
      child.stdout?.on('data', hear);
      child.stderr?.on('data', hear);
      child.once('close', (code, signal) => {
        clearTimeout(late);
        fail(`ended with ${code ?? signal}`);
      });
    });
    // Whoever kills it on its way up does not ask whether it was ready.
    this.#ready.catch(() => {});
    this.ended = once(child, 'close').then(([code]: (number | null)[]) => {
      running.delete(this);
      return code ?? undefined;
    });
    running.add(this);
  }

  /** Starts a process on a data directory and a free port, without waiting for it. */
  static launch(dataDirectory: string, { command = 'start', environment = {} }: Launch = {}): ServerProcess {
    const child = spawn(process.execPath, [ENTRY, command], {
      cwd: REPOSITORY,
      env: { ...process.env, ...EMBEDDED, CANDOR_HOME: dataDirectory, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return new ServerProcess(child);
  }

  /** Starts a process and resolves when it says that it is ready. */
  static async start(dataDirectory: string, launch: Launch = {}): Promise<ServerProcess> {
    const server = ServerProcess.launch(dataDirectory, launch);
    await server.whenReady();
    return server;
  }

  /** Resolves with its address, which is empty for a worker, or rejects with everything it wrote when it ends before. */
  whenReady(): Promise<string> {
    return this.#ready;
  }

  get hasEnded(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  /** Everything it wrote. */
  get output(): string {
    return this.#said.join('');
  }

  /** Ends it as a power cut ends a process: no handler runs. */
  async kill(): Promise<void> {
    this.signal('SIGKILL');
    await this.ended;
  }

  /** Ends it as Ctrl-C does, or as a supervisor does, and returns its exit code. */
  async stop(signal: 'SIGINT' | 'SIGTERM' = 'SIGINT'): Promise<number | undefined> {
    this.signal(signal);
    return this.ended;
  }

  signal(signal: NodeJS.Signals): void {
    this.#isLeaving = true;
    if (!this.hasEnded) this.#child.kill(signal);
  }

  /** Asks the API and returns the body. Throws `ApiProblem` for an answer that is none of 200 to 299, and `ServerGone` for none. */
  async ask(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<unknown> {
    const { response, answer } = await this.#fetch(method, path, body);
    if (!response.ok && this.#isLeaving) throw new ServerGone(`${method} ${path}: the server is leaving.`);
    if (!response.ok) throw new ApiProblem(`${method} ${path}`, response.status, Problem.parse(answer));
    return answer;
  }

  async #fetch(method: string, path: string, body: unknown): Promise<{ response: Response; answer: unknown }> {
    try {
      const response = await fetch(`${await this.#ready}/api${path}`, {
        method,
        ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      });
      return { response, answer: await response.json() };
    } catch (error) {
      if (!this.#isLeaving) throw error;
      throw new ServerGone(`${method} ${path}: the server is gone.`, { cause: error });
    }
  }

  /** Returns the status code of `/ready`. */
  async readiness(): Promise<number> {
    const response = await fetch(`${await this.#ready}/ready`);
    await response.arrayBuffer();
    return response.status;
  }

  /** Returns how a component is, as `/ready` says. */
  async health(component: string): Promise<z.infer<typeof Component> | undefined> {
    const response = await fetch(`${await this.#ready}/ready`);
    const { components } = z.object({ components: z.array(Component) }).parse(await response.json());
    return components.find(({ name }) => name === component);
  }

  /** Returns every entry of a list of the API, page by page. */
  async askForAll<T>(path: string, field: string, entry: z.ZodType<T>): Promise<T[]> {
    const Page = z.object({ [field]: z.array(entry), nextCursor: z.string().nullable() });
    const all: T[] = [];
    let cursor: string | null = null;
    do {
      const query: string = `${path.includes('?') ? '&' : '?'}limit=500${cursor === null ? '' : `&cursor=${cursor}`}`;
      const page = Page.parse(await this.ask('GET', `${path}${query}`));
      const entries = page[field];
      if (Array.isArray(entries)) all.push(...entries);
      cursor = page['nextCursor'] === null ? null : String(page['nextCursor']);
    } while (cursor !== null);
    return all;
  }
}
