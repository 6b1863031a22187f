import { connect } from 'node:net';
import { Writable } from 'node:stream';
import type { IdempotencyRow } from '@candor/domain/ports/repositories';
import type { Container } from '@candor/server/container';
import { createHttpServer, type HttpDependencies } from '@candor/server/http/create-http-server';
import { HealthBoard } from '@candor/server/resources/health-board';
import { createLogger } from '@candor/server/resources/logger';
import { createMetrics } from '@candor/server/resources/metrics';
import { RateLimiter } from '@candor/server/resources/rate-limiter';
import { systemClock } from '@candor/server/resources/system-clock';
import type { FastifyInstance } from 'fastify';
import { keysInMemory } from './keys-in-memory.ts';
import { practiceOperations, Workshop } from './practice-operations.ts';

const PLENTY = { limit: 100_000, windowSeconds: 60 };

/** A server on a free port with operations for practice, and all it said. */
export class PracticeServer {
  readonly app: FastifyInstance;
  readonly workshop: Workshop;
  readonly health: HealthBoard;
  readonly keys: Map<string, IdempotencyRow>;
  readonly log: Record<string, unknown>[];
  readonly port: number;

  private constructor(made: Pick<PracticeServer, 'app' | 'workshop' | 'health' | 'keys' | 'log' | 'port'>) {
    this.app = made.app;
    this.workshop = made.workshop;
    this.health = made.health;
    this.keys = made.keys;
    this.log = made.log;
    this.port = made.port;
  }

  static async start(changes: Partial<HttpDependencies> = {}): Promise<PracticeServer> {
    const workshop = new Workshop();
    const { unitOfWork, rows: keys } = keysInMemory();
    const log: Record<string, unknown>[] = [];
    const lines = new Writable({
      write(chunk: Buffer, _encoding, done) {
        for (const line of chunk.toString().trim().split('\n')) log.push(JSON.parse(line));
        done();
      },
    });
    const health = new HealthBoard(systemClock, ['database']);
    const app = await createHttpServer({
      operations: practiceOperations(workshop),
      container: {} as unknown as Container,
      logger: createLogger({ level: 'debug', to: lines }),
      metrics: createMetrics({ version: '0.0.0', nodeVersion: process.version }),
      health,
      rateLimiter: new RateLimiter({ limits: { read: PLENTY, write: PLENTY, heavy: PLENTY } }),
      unitOfWork,
      clock: systemClock,
      version: '0.0.0',
      ...changes,
    });
    await app.listen({ host: '127.0.0.1', port: 0 });
    const { port } = new URL(app.listeningOrigin);
    return new PracticeServer({ app, workshop, health, keys, log, port: Number(port) });
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  fetch(path: string, init?: RequestInit): Promise<Response> {
    return fetch(`${this.origin}${path}`, init);
  }

  post(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    return this.fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  }

  /** Sends bytes as they are and returns all that came back until the server hung up. */
  raw(bytes: string): Promise<string> {
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    const socket = connect(this.port, '127.0.0.1', () => socket.write(bytes));
    let answer = '';
    socket.setEncoding('utf8');
    socket.on('data', (chunk: string) => {
      answer += chunk;
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
    return promise;
  }

  /** Resolves as soon as the condition holds. */
  async until(isSo: () => boolean): Promise<void> {
    while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
  }

  async stop(): Promise<void> {
    this.app.server.closeAllConnections();
    await this.app.close();
  }
}
