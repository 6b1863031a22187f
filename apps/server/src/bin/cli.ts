import { runCommand } from '../cli/run-command.ts';
import { readConfig } from '../config.ts';
import { createContainer } from '../container.ts';

const stop = new AbortController();
process.once('SIGINT', () => stop.abort());
// A reader that has seen enough (`candor symbols | head`) is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

const config = readConfig();
process.exitCode = await runCommand(process.argv.slice(2), {
  config,
  container: createContainer(config),
  stdout: process.stdout,
  stderr: process.stderr,
  signal: stop.signal,
});
