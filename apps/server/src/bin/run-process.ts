import { once } from 'node:events';
import { CandorError } from '@candor/domain/candor-error';
import { readConfig } from '../config.ts';
import { type ProcessKind, serve } from './serve.ts';

/** Runs a long-lived process until it is told to stop, and returns its exit code. */
export async function runProcess(kind: ProcessKind): Promise<number> {
  const told = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      // Whoever asks twice does not want to wait.
      process.once(signal, () => process.exit(130));
      told.abort();
    });
  }
  try {
    const serving = await serve(readConfig(), kind, told.signal);
    if (!told.signal.aborted) {
      const where = serving.url === undefined ? '' : ` at ${serving.url}`;
      process.stdout.write(`Candor's ${kind} is ready${where}\nPaper trading only. Ctrl-C ends it; nothing is lost.\n`);
      await once(told.signal, 'abort');
    }
    process.stdout.write('Ending: sessions stop at their next bar and go on with the next start.\n');
    await serving.stop();
    return 0;
  } catch (error) {
    const isExpected = error instanceof CandorError;
    process.stderr.write(`${isExpected ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
    return isExpected && error.kind === 'invalid' ? 2 : 1;
  }
}
