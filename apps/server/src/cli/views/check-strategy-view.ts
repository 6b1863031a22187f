import { checkStrategyHere } from '../../operations/strategies/check-strategy-here.ts';
import { renderTable } from '../text/table.ts';
import { defineView } from '../view.ts';

export const checkStrategyView = defineView(checkStrategyHere, ({ file, ok, typeFaults, laws }, terminal) => {
  const { bold, good, bad, warn } = terminal.style;
  const mark = (holds: boolean): string => (holds ? good('holds') : bad('BROKEN'));
  const types = typeFaults ?? [];
  const rows = [
    typeFaults === null
      ? [warn('skipped'), 'types', 'TypeScript is not installed here.']
      : [
          mark(types.length === 0),
          'types',
          types.length === 0 ? 'The file passes the strict settings of the clone.' : '',
        ],
    ...types.map(({ line, message }) => ['', `  line ${line}`, message]),
    ...laws.map(({ law, ok: holds, on, explanation }) => [
      mark(holds),
      law,
      holds ? explanation : `On ${on}: ${explanation}`,
    ]),
  ];
  const broken = laws.filter((law) => !law.ok).length + (types.length > 0 ? 1 : 0);
  const verdict = ok
    ? good(`${file} keeps every law. That makes a backtest of it honest, not profitable.`)
    : bad(`${file} breaks ${broken} of ${laws.length + 1}: what a backtest of it shows cannot be trusted.`);
  return {
    text: [renderTable(rows, [{}, {}, { wraps: true }], terminal), '', bold(verdict)].join('\n'),
    exitCode: ok ? 0 : 1,
  };
});
