import { type Flag, flagsOf, spelling } from './flags.ts';
import { COMMON_OPTIONS, type Command } from './parse.ts';
import { renderTable } from './text/table.ts';
import type { Terminal } from './text/terminal.ts';

/** Returns the overview: what there is to do, and where to begin. */
export function overview(
  commands: readonly { readonly command: string; readonly summary: string }[],
  terminal: Terminal,
): string {
  const { bold } = terminal.style;
  const rows = commands.map(({ command, summary }) => [command, summary]);
  return [
    `${bold('candor')}: backtests that can be trusted. Every number can be explained and run again.`,
    '',
    bold('Commands'),
    renderTable(rows, [{}, { wraps: true }], terminal),
    '',
    `See ${bold('candor COMMAND --help')} for options and examples.`,
  ].join('\n');
}

/** Returns what a person needs to use one command: how to write it, what each option means and allows, and lines that work. */
export function commandHelp(command: Command, terminal: Terminal): string {
  const { bold, dim } = terminal.style;
  const flags = flagsOf(command);
  const mount = command.cli;
  const own = flags.map((flag) => [headOf(flag), flag.about]);
  const common = Object.entries(COMMON_OPTIONS).map(([name, { type, about }]) => [
    type === 'string' ? `--${name} FILE` : `--${name}`,
    about,
  ]);
  const examples = (mount?.examples ?? []).flatMap(({ line, shows }) => [dim(`  # ${shows}`), `  ${line}`]);
  return [
    command.summary,
    '',
    bold('Usage'),
    `  candor ${[mount?.command, ...flags.flatMap(usageOf), '[options]'].join(' ')}`,
    ...(own.length > 0 ? ['', bold('Options'), renderTable(own, [{}, { wraps: true }], terminal)] : []),
    '',
    bold('With every command'),
    renderTable(common, [{}, { wraps: true }], terminal),
    '',
    bold('Examples'),
    ...examples,
    '',
    `Exit code 0: done.${mount?.exitOne ? ` 1: ${mount.exitOne}.` : ''} 2: the input cannot be used.`,
  ].join('\n');
}

function usageOf(flag: Flag): string[] {
  return flag.isRequired ? [headOf(flag)] : [];
}

const PLACEHOLDER = { text: 'TEXT', number: 'NUMBER', list: 'A,B,…', record: 'NAME=VALUE', switch: '' } as const;

function headOf(flag: Flag): string {
  return flag.isPositional ? spelling(flag) : `${spelling(flag)} ${PLACEHOLDER[flag.type]}`.trimEnd();
}
