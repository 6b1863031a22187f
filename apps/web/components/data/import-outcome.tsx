import { Check, TriangleAlert } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { useCurrent } from '@/lib/current';
import { download, toCsv } from '@/lib/download';
import { count, counted } from '@/lib/format';
import { day } from '@/lib/time';
import type { ImportResult } from './send-csv';

/** What became of each row of an imported file. */
export function ImportOutcome({
  result,
  fileName,
  onQuarantine,
}: {
  readonly result: ImportResult;
  readonly fileName: string;
  readonly onQuarantine: () => void;
}) {
  const { href } = useCurrent();
  const { symbol, timeframe, added, unchanged, conflicting, quarantined, notListed, flagged, notices } = result;
  const refused = quarantined.length + notListed;
  const faults = Object.entries(result.faults).sort(([, one], [, other]) => other - one);
  return (
    <section aria-label="What became of the file" className="mt-4 flex flex-col gap-3 border-line border-t pt-3">
      <div>
        <h3 className="flex items-start gap-1.5 font-semibold">
          {refused + conflicting === 0 ? (
            <Check aria-hidden className="mt-0.5 size-4 shrink-0 text-up" />
          ) : (
            <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warn" />
          )}
          {headline(result)}
        </h3>
        <p className="break-words text-small text-text-2">
          {fileName}: {counted(result.bars, 'good bar')} of {symbol}, {timeframe}
          {result.from !== null && result.to !== null && `, ${day(result.from, 'UTC')} to ${day(result.to, 'UTC')}`}.
        </p>
      </div>
      <dl className="grid grid-cols-[1fr_auto] gap-y-1 text-small">
        <dt className="text-text-2">Added</dt>
        <dd className="text-right font-semibold">{count(added)}</dd>
        <dt className="text-text-2">Stored already, just so</dt>
        <dd className="text-right font-semibold">{count(unchanged)}</dd>
        <dt className="text-text-2">Stored with other numbers: the stored ones stay</dt>
        <dd className="text-right font-semibold">{count(conflicting)}</dd>
        <dt className="text-text-2">Turned down</dt>
        <dd className="text-right font-semibold">{count(refused)}</dd>
        {faults.map(([code, number]) => (
          <div key={code} className="col-span-2 flex justify-between gap-3 pl-3">
            <dt className="break-all font-mono text-micro text-text-2">{code}</dt>
            <dd>{count(number)}</dd>
          </div>
        ))}
      </dl>
      {notices.length > 0 && (
        <ul className="flex flex-col gap-1 text-small text-text-2">
          {notices.map((notice) => (
            <li key={notice}>{notice}</li>
          ))}
        </ul>
      )}
      {flagged.length > 0 && (
        <Listed title={`${counted(flagged.length, 'bar')} to look at; no price was changed`}>
          {flagged.map(({ time, code, reason }) => (
            <li key={`${time} ${code}`}>{reason}</li>
          ))}
        </Listed>
      )}
      {quarantined.length > 0 && (
        <Listed
          title={`${counted(refused, 'row')} turned down${notListed === 0 ? '' : `, the first ${count(quarantined.length)}`}`}
        >
          {quarantined.map(({ row, unit, code, reason, raw }) => (
            <li key={`${unit} ${row} ${code}`} className="[contain-intrinsic-size:auto_56px] [content-visibility:auto]">
              <span className="font-semibold">
                {unit} {count(row)}
              </span>{' '}
              {reason}
              <span className="block break-all font-mono text-micro text-text-2">{raw}</span>
            </li>
          ))}
        </Listed>
      )}
      <div className="flex flex-wrap gap-2">
        <Button size="small" asChild>
          <Link href={href('/chart', { symbol, tf: timeframe })}>Show on the chart</Link>
        </Button>
        {refused > 0 && (
          <>
            <Button size="small" onClick={onQuarantine}>
              Rows in quarantine
            </Button>
            <Button
              size="small"
              variant="ghost"
              onClick={() =>
                download(
                  `${symbol}-quarantined.csv`,
                  toCsv(
                    ['row', 'unit', 'code', 'reason', 'raw'],
                    quarantined.map(({ row, unit, code, reason, raw }) => [row, unit, code, reason, raw]),
                  ),
                  'text/csv',
                )
              }
            >
              Export the rows
            </Button>
          </>
        )}
      </div>
    </section>
  );
}

function Listed({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <h4 className="mb-1 text-small text-text-2">{title}</h4>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a pointer */}
      <ul tabIndex={0} aria-label={title} className="flex max-h-72 flex-col gap-2 overflow-y-auto text-small">
        {children}
      </ul>
    </div>
  );
}

function headline({ added, unchanged, conflicting, quarantined, notListed, symbol }: ImportResult): string {
  const refused = quarantined.length + notListed;
  if (added === 0 && conflicting === 0 && refused === 0) return `${symbol} was here already, just so.`;
  const stored = added === 0 ? 'Nothing new was stored' : `${counted(added, 'bar')} of ${symbol} stored`;
  const rest = refused === 0 ? '' : `, ${counted(refused, 'row')} turned down`;
  return `${stored}${rest}${unchanged > 0 && added > 0 ? '; the others were here already' : ''}.`;
}
