import { Missing } from '@/components/parts/delta';
import { Button } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { useCurrent } from '@/lib/current';
import { count, counted } from '@/lib/format';
import { columnName, columnOfMonth, daysInWords, type GapCell } from './gap-grid';
import type { CoverageLine } from './use-coverages';

export interface GapDetailsProps {
  readonly line: CoverageLine;
  /** What the cell is called: Jun 2014. */
  readonly when: string;
  readonly cell: GapCell | undefined;
  readonly onQuarantine: () => void;
  readonly onClose: () => void;
}

/** What is in one cell of the gap map, month by month. */
export function GapDetails({ line, when, cell, onQuarantine, onClose }: GapDetailsProps) {
  const { href } = useCurrent();
  const { series, coverage } = line;
  return (
    <section aria-label="Chosen cell" className="border-line border-t px-3.5 py-3">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0">
          <h3 className="font-semibold">
            {series.symbol}, {when}
          </h3>
          <p className="text-small text-text-2">
            {cell === undefined
              ? `Nothing is held here: ${series.symbol} begins ${coverage?.from ?? series.from} and ends ${coverage?.to ?? series.to}.`
              : sentence(cell, series.isSynthetic)}
          </p>
        </div>
        <div className="flex flex-wrap gap-2">
          {cell !== undefined && (
            <Button size="small" asChild>
              <Link
                href={href('/chart', {
                  symbol: series.symbol,
                  tf: coverage?.timeframe,
                  at: `${cell.months[0]?.month ?? ''}-28T21:00:00.000Z`,
                })}
              >
                Show on the chart
              </Link>
            </Button>
          )}
          {cell !== undefined && cell.quarantined > 0 && (
            <Button size="small" onClick={onQuarantine}>
              Rows in quarantine
            </Button>
          )}
          <Button size="small" variant="ghost" onClick={onClose}>
            Close
          </Button>
        </div>
      </div>
      {cell !== undefined && (
        <ul className="mt-2 flex flex-col gap-1 text-small">
          {cell.months.map((month) => (
            <li key={month.month} className="flex flex-wrap gap-x-4">
              <span className="w-16 font-[550]">{columnName(columnOfMonth(month.month, 'month'), 'month')}</span>
              <span>
                {count(month.presentSessions)} of {count(month.expectedSessions)} sessions
              </span>
              <span className="text-text-2">{counted(month.bars, 'bar')}</span>
              {month.missing.length > 0 && (
                <span className="text-warn">
                  {month.presentSessions === 0
                    ? 'the whole month is missing'
                    : `missing: ${daysInWords(month.missing)}`}
                </span>
              )}
              {month.thinSessions !== null && month.thinSessions > 0 && (
                <span className="text-warn">{counted(month.thinSessions, 'session')} with bars missing within</span>
              )}
              {month.quarantined > 0 && (
                <span className="text-halt">{counted(month.quarantined, 'row')} quarantined</span>
              )}
              {month.flagged > 0 && <span>{counted(month.flagged, 'bar')} to look at</span>}
              {month.bars === 0 && month.missing.length === 0 && <Missing word="no bars" />}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function sentence(cell: GapCell, isSynthetic: boolean): string {
  const parts: string[] = [];
  if (isSynthetic) parts.push('Made by a random number generator; no market ever had these prices.');
  if (cell.missing.length > 0)
    parts.push(
      `${counted(cell.missing.length, 'session')} of the exchange ${cell.missing.length === 1 ? 'has' : 'have'} no bar. Nothing is filled in: a replay goes on with the next bar there is.`,
    );
  if (cell.quarantined > 0)
    parts.push(
      `${counted(cell.quarantined, 'row')} of the source ${cell.quarantined === 1 ? 'was' : 'were'} turned down and never ${cell.quarantined === 1 ? 'reaches' : 'reach'} a strategy.`,
    );
  if (cell.flagged > 0)
    parts.push(
      `${counted(cell.flagged, 'bar')} passed and ${cell.flagged === 1 ? 'deserves' : 'deserve'} a look: an outlier, or a move like a split. No price was changed.`,
    );
  if (parts.length === 0) parts.push('Every session that the exchange held is there.');
  return parts.join(' ');
}
