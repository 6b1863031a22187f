/** A command that is a process or works on the data itself, and so is no operation. */
export interface ProcessCommand {
  /** What follows `candor`. */
  readonly command: string;
  readonly summary: string;
  /** What follows the command, for help. */
  readonly usage: string;
  /** Whole command lines that work. */
  readonly examples: readonly string[];
  /** Returns the exit code. */
  run(args: readonly string[]): Promise<number>;
}

/** Returns the command that a command line begins with, and what comes after it. */
export function findProcessCommand(
  args: readonly string[],
  commands: readonly ProcessCommand[],
): { readonly found: ProcessCommand; readonly rest: readonly string[] } | undefined {
  for (const found of commands) {
    const words = found.command.split(' ');
    if (words.every((word, i) => args[i] === word)) return { found, rest: args.slice(words.length) };
  }
  return undefined;
}

/** Returns what a person needs to use the command. */
export function processHelp({ command, usage, summary, examples }: ProcessCommand): string {
  return [
    summary,
    '',
    'Usage',
    `  ${['candor', command, usage].filter(Boolean).join(' ')}`,
    '',
    'Examples',
    ...examples.map((line) => `  ${line}`),
    '',
    'Settings: PORT, HOST, CANDOR_HOME, CANDOR_DEMO, DATABASE_URL with REDIS_URL, LOG_LEVEL, CANDOR_COMPUTE_THREADS.',
  ].join('\n');
}
