import { verifyBacktestFile } from '../../operations/backtests/verify-backtest-file.ts';
import { renderTable } from '../text/table.ts';
import { defineView } from '../view.ts';

const MEANING = {
  file: 'every figure in the file fits its fingerprint',
  data: 'the same bars',
  'strategy source': 'the same file of yours',
  code: 'the same version of Candor',
  result: 'every equity point, trade, order and figure',
} as const;

export const verifyBacktestView = defineView(verifyBacktestFile, ({ file, ok, comparisons, manifest }, terminal) => {
  const { bold, good, bad } = terminal.style;
  const { data, strategy } = manifest;
  const rows = comparisons.map(({ what, same, kept, now }) => [
    same ? good('same') : bad('DIFFERENT'),
    what,
    same ? MEANING[what] : `kept ${shorten(kept)}, now ${shorten(now)}`,
  ]);
  const outcome = ok
    ? good(`${file} is reproduced, bit for bit.`)
    : bad(`${file} is not reproduced: ${reasonOf(comparisons)}`);
  return {
    text: [
      `${strategy.file ?? strategy.id} on ${data.symbol}, ${data.timeframe}, ${data.from} to ${data.to}`,
      renderTable(rows, [{}, {}, { wraps: true }], terminal),
      '',
      bold(outcome),
    ].join('\n'),
    exitCode: ok ? 0 : 1,
  };
});

function reasonOf(comparisons: readonly { readonly what: keyof typeof MEANING; readonly same: boolean }[]): string {
  const differs = (what: keyof typeof MEANING): boolean => comparisons.some((each) => each.what === what && !each.same);
  if (differs('file')) return 'it was changed after it was written.';
  if (differs('data')) return 'the bars are not the ones it ran on.';
  if (differs('strategy source')) return 'the strategy’s file has changed since.';
  if (differs('code')) return 'Candor itself has changed since; check out that version to compare.';
  return 'the same data and code gave another result, which is a fault of ours. Please report it.';
}

// A version begins with what is the same for all; its end tells two apart.
function shorten(print: string): string {
  return print.length > 24 ? `${print.slice(0, 24)}…` : print;
}
