import { CandorError } from '@candor/domain/candor-error';
import type { Config } from '../config.ts';
import type { Container } from '../container.ts';
import { createCommandCaller } from './call.ts';
import { flagsOf, spelling } from './flags.ts';
import { commandHelp, overview } from './help.ts';
import { type Command, parseCommandLine, type Request } from './parse.ts';
import type { ProcessCommand } from './process-command.ts';
import { createProgressLine } from './progress-line.ts';
import { type Output, terminalOf } from './text/terminal.ts';
import type { View } from './view.ts';
import { viewCatalog } from './view-catalog.ts';

export interface Surroundings {
  readonly config: Config;
  readonly container: Container;
  /** Returns the address of the server that owns the data, or undefined when nobody does. */
  readonly findServer: () => Promise<string | undefined>;
  /** Sees to it that jobs are worked on, before a command that needs them runs here. */
  readonly beforeJobs?: () => Promise<void>;
  /** Commands that are no operations, for the overview. */
  readonly processCommands?: readonly ProcessCommand[];
  readonly stdout: Output;
  readonly stderr: Output;
  readonly signal: AbortSignal;
}

/** 130 is how a shell knows a program that was interrupted. */
export type ExitCode = 0 | 1 | 2 | 130;

/**
 * Runs one command line and returns its exit code: 0 done, 1 a failed check, a mismatch or a fault, 2 input that cannot be used. Results go
 * to the standard output, all else to the error output; nothing is thrown.
 */
export async function runCommand(
  args: readonly string[],
  surroundings: Surroundings,
  views: readonly View[] = viewCatalog,
): Promise<ExitCode> {
  const { stdout, stderr, signal, container, config, processCommands } = surroundings;
  const commands = views.map(({ operation }) => operation);
  const terminal = terminalOf(stdout, config);
  let asked: Command | undefined;
  try {
    const request = parseCommandLine(args, commands);
    if (request.want === 'run') asked = request.command;
    if (request.want === 'version') stdout.write(`${container.codeVersion()}\n`);
    else if (request.want === 'run') return await run(request, surroundings, views);
    else
      stdout.write(
        `${request.command ? commandHelp(request.command, terminal) : overview([...(processCommands ?? []), ...commands.map(({ cli, summary }) => ({ command: cli?.command ?? '', summary }))], terminal)}\n`,
      );
    return 0;
  } catch (error) {
    if (signal.aborted) {
      stderr.write('Stopped.\n');
      return 130;
    }
    stderr.write(`${describe(error, asked)}\n`);
    return error instanceof CandorError && (error.kind === 'invalid' || error.kind === 'not-found') ? 2 : 1;
  }
}

async function run(
  { command, input, json, out, progress }: Extract<Request, { want: 'run' }>,
  { container, findServer, beforeJobs, stdout, stderr, signal, config }: Surroundings,
  views: readonly View[],
): Promise<ExitCode> {
  const line = createProgressLine(stderr, progress);
  const caller = createCommandCaller({ container, findServer, beforeJobs }, signal, (step) => line.show(step));
  const output = await caller.call(command, input).finally(() => line.clear());
  const view = views.find(({ operation }) => operation === command);
  if (!view) throw new Error(`No view shows ${command.id}.`);
  const { text, exitCode } = view.show(output, terminalOf(stdout, config));
  const document = `${JSON.stringify(output, null, 2)}\n`;
  if (out !== undefined) await container.files.write(out, document);
  stdout.write(json ? document : `${text}\n`);
  return exitCode;
}

// A refusal is one sentence; a fault of ours comes with all there is to find it by.
function describe(error: unknown, command: Command | undefined): string {
  if (error instanceof CandorError) return command === undefined ? error.message : withOptions(error.message, command);
  return `Unexpected: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}

/** Operations name the field; on a command line that is an option. */
function withOptions(message: string, command: Command): string {
  const flags = flagsOf(command);
  return message.replaceAll(/"([a-zA-Z]+)"/g, (quoted: string, name: string) => {
    const flag = flags.find(({ field }) => field === name);
    return flag === undefined ? quoted : spelling(flag);
  });
}
