import { CandorError } from '@candor/domain/candor-error';
import { findProcessCommand, processHelp } from '../cli/process-command.ts';
import { runCommand } from '../cli/run-command.ts';
import { readConfig } from '../config.ts';
import { createContainer } from '../container.ts';
import { findServer } from '../resources/find-server.ts';
import { commandJobs } from './command-jobs.ts';
import { processCommands } from './process-commands.ts';

// A reader that has seen enough (`candor symbols | head`) is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await run(process.argv.slice(2)).catch((error: unknown) => {
  if (!(error instanceof CandorError)) throw error;
  process.stderr.write(`${error.message}\n`);
  return error.kind === 'invalid' || error.kind === 'not-found' ? 2 : 1;
});

async function run(args: readonly string[]): Promise<number> {
  const process_ = findProcessCommand(args, processCommands);
  if (process_ !== undefined) {
    const { found, rest } = process_;
    if (!rest.includes('--help') && !rest.includes('-h')) return found.run(rest);
    process.stdout.write(`${processHelp(found)}\n`);
    return 0;
  }
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  const config = readConfig();
  const container = createContainer(config, { role: 'command' });
  const jobs = commandJobs(container, config);
  try {
    return await runCommand(args, {
      config,
      container,
      findServer: () => findServer(config, () => container.cache),
      beforeJobs: jobs.start,
      processCommands,
      stdout: process.stdout,
      stderr: process.stderr,
      signal: stop.signal,
    });
  } finally {
    await jobs.close();
    await container.close();
  }
}
