import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { REPOSITORY } from '../scratch-folder.ts';

const ENTRY = join(REPOSITORY, 'apps/server/src/bin/candor.mjs');
const READY = /ready at (http:\/\/\S+)/;
const LONGEST_START_MS = 60_000;

/** A Candor server in a process of its own, as a person starts it. */
export class ServerProcess {
  readonly url: string;
  readonly #child: ChildProcess;
  readonly #said: string[];

  private constructor(url: string, child: ChildProcess, said: string[]) {
    this.url = url;
    this.#child = child;
    this.#said = said;
  }

  /** Starts a server on a data directory and a free port, and resolves when it says that it is ready. */
  static async start(
    dataDirectory: string,
    environment: Readonly<Record<string, string>> = {},
    command = 'start',
  ): Promise<ServerProcess> {
    const child = spawn(process.execPath, [ENTRY, command], {
      cwd: REPOSITORY,
      env: { ...process.env, PORT: '0', LOG_LEVEL: 'info', CANDOR_HOME: dataDirectory, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said: string[] = [];
    const url = await new Promise<string>((resolve, reject) => {
      const fail = (why: string): void => reject(new Error(`The server ${why}.\n${said.join('')}`));
      const late = setTimeout(() => fail('was not ready in time'), LONGEST_START_MS);
      const hear = (chunk: Buffer): void => {
        said.push(String(chunk));
        const found = READY.exec(said.join(''))?.[1];
        if (found === undefined) return;
        clearTimeout(late);
        resolve(found);
      };
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
      child.once('exit', (code, signal) => {
        clearTimeout(late);
        fail(`ended with ${code ?? signal}`);
      });
    });
    return new ServerProcess(url, child, said);
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** Everything it wrote. */
  get output(): string {
    return this.#said.join('');
  }

  /** Ends it as a power cut would end the process: no handler runs. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** Ends it as Ctrl-C does, and returns its exit code. */
  async stop(): Promise<number | null> {
    await this.#end('SIGINT');
    return this.#child.exitCode;
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const ended = once(this.#child, 'exit');
    this.#child.kill(signal);
    await ended;
  }

  /** Asks the API and returns the body; throws the problem of an answer that is none of 200 to 299. */
  async ask(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(`${this.url}/api${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    const answer: unknown = await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer)}`);
    return answer;
  }
}
