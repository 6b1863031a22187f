import { listSymbols } from '../../operations/symbols/list-symbols.ts';
import { renderTable, wrap } from '../text/table.ts';
import { defineView } from '../view.ts';

const NOTE_INDENT = '    ';

export const listSymbolsView = defineView(listSymbols, ({ series }, terminal) => {
  const { bold, dim, warn } = terminal.style;
  const bySource = Map.groupBy(series, ({ source }) => source);
  const blocks = [...bySource.values()].map((ofSource) => {
    const bySymbol = Map.groupBy(ofSource, ({ symbol }) => symbol);
    const rows = [...bySymbol.values()].map((ofSymbol) => {
      const { symbol, name, kind, tradable, from, to } = ofSymbol[0]!;
      const timeframes = ofSymbol.map(({ timeframe }) => timeframe).join(', ');
      return [
        bold(symbol),
        `${name}, ${kind}${tradable ? '' : ', for comparison only'}`,
        `${from} to ${to}`,
        timeframes,
      ];
    });
    const { source, synthetic, note } = ofSource[0]!;
    const words = [source, ...(note === null ? [] : [note])].join('. ');
    const lines = wrap(words, terminal.columns - NOTE_INDENT.length).map((line) => NOTE_INDENT + dim(line));
    const label = synthetic ? [warn(`${NOTE_INDENT}SYNTHETIC: no market ever had these prices.`)] : [];
    return [renderTable(rows, [{}, { wraps: true }, {}, {}], terminal), ...label, ...lines].join('\n');
  });
  return { text: blocks.join('\n\n'), exitCode: 0 };
});
