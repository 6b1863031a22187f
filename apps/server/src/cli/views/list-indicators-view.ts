import { listIndicators } from '../../operations/indicators/list-indicators.ts';
import { counted } from '../text/figures.ts';
import { renderTable, wrap } from '../text/table.ts';
import type { Terminal } from '../text/terminal.ts';
import { defineView } from '../view.ts';

// More than these are listed a line each; a search that leaves fewer shows all there is to know.
const SHOWN_IN_FULL = 8;

export const listIndicatorsView = defineView(listIndicators, ({ indicators, total }, terminal) => {
  const { bold, dim } = terminal.style;
  if (indicators.length === 0) {
    return { text: `None of the ${total} indicators has that in its name. See: candor indicators.`, exitCode: 0 };
  }
  if (indicators.length <= SHOWN_IN_FULL) {
    return { text: indicators.map((each) => inFull(each, terminal)).join('\n\n'), exitCode: 0 };
  }
  const rows = indicators.map(({ id, summary }) => [id, summary]);
  const heading = bold(counted(indicators.length, 'indicator'));
  const footing = dim('More on some: candor indicators WORD. Compute one: candor indicator ID --symbol AAPL.');
  return { text: [heading, renderTable(rows, [{}, { wraps: true }], terminal), '', footing].join('\n'), exitCode: 0 };
});

type Listed = ReturnType<typeof listIndicators.output.parse>['indicators'][number];

function inFull({ id, title, summary, source, params, outputs }: Listed, terminal: Terminal): string {
  const { bold, dim } = terminal.style;
  const rows = [
    ...params.map((param) => [`--param ${param.name}=${JSON.stringify(param.default)}`, param.rules]),
    ...outputs.map(({ name, title: label, unit, pane, firstBar }) => [
      `gives ${name}`,
      `${label}; ${unit === 'none' ? 'no unit' : unit}, ${pane === 'price' ? 'over the price' : 'in its own pane'}, from bar ${firstBar} on`,
    ]),
  ];
  const lines = (text: string): string[] => wrap(text, terminal.columns - 2).map((line) => `  ${line}`);
  return [
    `${bold(id)}  ${title}`,
    ...lines(summary),
    renderTable(rows, [{}, { wraps: true }], terminal),
    ...lines(source).map(dim),
  ].join('\n');
}
