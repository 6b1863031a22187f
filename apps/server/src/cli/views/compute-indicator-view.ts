import { computeIndicator } from '../../operations/indicators/compute-indicator.ts';
import { counted, grouped } from '../text/figures.ts';
import { renderTable, type TableColumn } from '../text/table.ts';
import { defineView } from '../view.ts';

const LATEST_BARS = 12;

export const computeIndicatorView = defineView(computeIndicator, (result, terminal) => {
  const { bold, dim, warn } = terminal.style;
  const { symbol, timeframe, synthetic, source, closedAt, close, indicators } = result;
  const outputs = indicators.flatMap(({ indicator, outputs: ofOne }) => {
    const prefix = indicators.length > 1 ? `${indicator} ` : '';
    return ofOne.map((output) => ({ ...output, name: prefix + output.name }));
  });
  const chosen = indicators.map(({ indicator, params }) => {
    const given = Object.entries(params).map(
      ([name, value]) => `${name} ${typeof value === 'object' ? JSON.stringify(value) : value}`,
    );
    return { indicator, given: given.join(' · ') };
  });
  const first = Math.max(0, closedAt.length - LATEST_BARS);
  const rows = closedAt
    .slice(first)
    .map((at, i) => [
      timeframe === '1d' ? at.slice(0, 10) : at.slice(0, 16).replace('T', ' '),
      grouped(close[first + i]!, 2),
      ...outputs.map(({ values }) => show(values[first + i] ?? null)),
    ]);
  const layout: TableColumn[] = [
    { title: timeframe === '1d' ? 'Session' : 'Closed, UTC' },
    { title: 'Close', align: 'right' },
    ...outputs.map(
      ({ name, unit }): TableColumn => ({ title: unit === 'none' ? name : `${name}, ${unit}`, align: 'right' }),
    ),
  ];
  return {
    text: [
      `${bold(`${chosen.map(({ indicator }) => indicator).join(', ')} on ${symbol}`)}${synthetic ? warn(' SYNTHETIC: invented prices, not a market') : ''}`,
      dim([...chosen.map(({ given }) => given).filter(Boolean), `${timeframe} bars`, `prices: ${source}`].join(' · ')),
      renderTable(rows, layout, terminal),
      dim(`The latest of ${counted(closedAt.length, 'bar')}; every value with --json.`),
    ].join('\n'),
    exitCode: 0,
  };
});

function show(value: number | null): string {
  if (value === null) return '–';
  return Math.abs(value) >= 1_000_000 ? grouped(value, 0) : grouped(value, Math.abs(value) < 1 ? 4 : 2);
}
