import { z } from 'zod';
import { ServerProcess } from '../chaos/server-process.ts';
import { until } from '../chaos/until.ts';

/** A first start that has traded for a while and then stands still, so that what is seen can be compared. */
export class PausedDemo {
  readonly server: ServerProcess;
  readonly origin: string;
  readonly sessionId: string;

  private constructor(server: ServerProcess, origin: string, sessionId: string) {
    this.server = server;
    this.origin = origin;
    this.sessionId = sessionId;
  }

  /** Starts it in a directory; it stands still after at least so many fills. */
  static async start(home: string, atLeastFills = 4): Promise<PausedDemo> {
    const server = ServerProcess.launch(home, { environment: { CANDOR_DEMO: 'on', LOG_LEVEL: 'warn' } });
    const origin = await server.whenReady();
    const { sessionId } = z.object({ sessionId: z.string() }).parse(await server.ask('GET', '/demo'));
    await server.ask('POST', `/sessions/${sessionId}/speed`, { barsPerSecond: 100 });
    const Fills = z.object({ fills: z.array(z.unknown()) });
    await until(async () => Fills.parse(await server.ask('GET', '/fills?limit=100')).fills.length >= atLeastFills);
    await server.ask('POST', `/sessions/${sessionId}/pause`, {});
    return new PausedDemo(server, origin, sessionId);
  }

  /** How many bars it has seen. */
  async position(): Promise<number> {
    const session = await this.server.ask('GET', `/sessions/${this.sessionId}`);
    return z.object({ position: z.int() }).parse(session).position;
  }

  /** Runs backtests of AAPL to their end, and returns their ids in the same order. */
  async backtest(...settings: readonly { readonly fast: number; readonly slow: number }[]): Promise<readonly string[]> {
    const runIds: string[] = [];
    for (const params of settings) {
      const body = { symbol: 'AAPL', strategy: 'sma-crossover', params };
      runIds.push(z.object({ runId: z.string() }).parse(await this.server.ask('POST', '/backtests', body)).runId);
    }
    const Runs = z.object({ runs: z.array(z.object({ runId: z.string() })) });
    await until(async () => {
      const { runs } = Runs.parse(await this.server.ask('GET', '/backtests'));
      return runIds.every((asked) => runs.some(({ runId }) => runId === asked));
    });
    return runIds;
  }
}
