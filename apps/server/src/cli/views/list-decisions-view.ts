import { listDecisions } from '../../operations/sessions/list-decisions.ts';
import { renderTable } from '../text/table.ts';
import { defineView } from '../view.ts';

export const listDecisionsView = defineView(listDecisions, ({ decisions, nextCursor }, terminal) => {
  if (decisions.length === 0) return { text: 'Nothing was decided yet.', exitCode: 0 };
  const rows = decisions.map(({ at, sleeveId, symbol, want, code, confidence, reasons }) => [
    at.slice(0, 16).replace('T', ' '),
    symbol,
    sleeveId,
    want,
    confidence === null ? (code ?? '–') : confidence.toFixed(2),
    reasons.join('; '),
  ]);
  const table = renderTable(
    rows,
    [
      { title: 'bar closed, UTC' },
      { title: 'symbol' },
      { title: 'sleeve' },
      { title: 'wants' },
      { title: 'confidence' },
      { title: 'because', wraps: true },
    ],
    terminal,
  );
  return { text: nextCursor === null ? table : `${table}\n\nThere is more: --cursor ${nextCursor}`, exitCode: 0 };
});
