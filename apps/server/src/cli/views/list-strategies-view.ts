import type { ParameterShape } from '../../operations/describe-params.ts';
import { listStrategies } from '../../operations/strategies/list-strategies.ts';
import { renderTable, wrap } from '../text/table.ts';
import type { Terminal } from '../text/terminal.ts';
import { defineView } from '../view.ts';

export const listStrategiesView = defineView(listStrategies, ({ bundled, own, unusable }, terminal) => {
  const { bold, bad } = terminal.style;
  const lines = [
    bold('With Candor'),
    ...bundled.flatMap((strategy) => entry(strategy, terminal)),
    '',
    bold('Your own, in my/'),
  ];
  if (own.length + unusable.length === 0) lines.push('  None yet. Start one: npx candor new strategy my-first-idea');
  lines.push(...own.flatMap((strategy) => entry(strategy, terminal)));
  for (const { name, reason } of unusable) {
    lines.push(
      `  ${bad(`${name} cannot be used:`)}`,
      ...wrap(reason, terminal.columns - 4).map((line) => `    ${line}`),
    );
  }
  return { text: lines.join('\n'), exitCode: 0 };
});

interface Listed {
  readonly name: string;
  readonly summary: string;
  readonly params: readonly ParameterShape[];
}

function entry({ name, summary, params }: Listed, terminal: Terminal): string[] {
  const rows = params.map((param) => [`  --param ${param.name}=${presetOf(param)}`, rulesOf(param)]);
  return [
    `  ${terminal.style.bold(name)}`,
    ...wrap(summary, terminal.columns - 4).map((line) => `    ${line}`),
    ...(rows.length > 0 ? [terminal.style.dim(renderTable(rows, [{}, { wraps: true }], terminal))] : []),
  ];
}

/** A list of records is too long for a line; it is written as JSON. */
function presetOf({ default: preset, list }: ParameterShape): string {
  return list === null || list.entry.length === 1 ? JSON.stringify(preset) : 'JSON';
}

function rulesOf({ rules, list }: ParameterShape): string {
  if (list === null || list.entry.length === 1) return rules;
  const fields = list.entry.map((field) => (field.rules === '' ? field.name : `${field.name} (${field.rules})`));
  return `a list, ${rules}; of each ${fields.join(', ')}`;
}
