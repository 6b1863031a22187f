import type { Column } from '@/components/parts/data-table';
import { Missing, PercentDelta } from '@/components/parts/delta';
import { Checkbox } from '@/components/ui/checkbox';
import { Link } from '@/components/ui/link';
import { cn } from '@/lib/cn';
import { count, percentChange, ratio } from '@/lib/format';
import { dayHere, utc } from '@/lib/time';
import { paramsInBrief } from '../report/run-document';
import { VerdictChip, verdictTitle } from '../report/verdict-chip';
import { RunActions } from './run-actions';
import type { Run } from './use-runs';

/** Below this many trades the figures about them say little. */
const FEW_TRADES = 30;

interface RunDeeds {
  readonly chosen: readonly string[];
  readonly onChoose: (runId: string, isChosen: boolean) => void;
  readonly reportOf: (runId: string) => string;
  readonly onLabel: (run: Run) => void;
  readonly onDelete: (run: Run) => void;
}

/** Returns the columns of the list of runs: the verdict before any figure. */
export function runColumns({ chosen, onChoose, reportOf, onLabel, onDelete }: RunDeeds): readonly Column<Run>[] {
  return [
    {
      id: 'choose',
      header: 'Compare',
      className: 'w-10 [th&]:text-[0px]',
      cell: (run) => <ChooseRun run={run} isChosen={chosen.includes(run.runId)} onChoose={onChoose} />,
    },
    {
      id: 'verdict',
      header: 'Verdict',
      cell: ({ verdict }) => <VerdictChip of={verdict} />,
      value: ({ verdict }) => verdictTitle(verdict),
    },
    {
      id: 'run',
      header: 'Run',
      cell: ({ runId, symbol, strategy, params, timeframe, synthetic }) => (
        <Link
          href={reportOf(runId)}
          className="block max-w-50 truncate hover:underline max-wide:max-w-44"
          title={`${symbol} ${strategy}, ${timeframe}${synthetic ? ', synthetic prices' : ''}; ${paramsInBrief(params ?? {})}`}
          onClick={(event) => event.stopPropagation()}
        >
          <span className="font-semibold">{symbol}</span>
          {synthetic && <span className="text-text-2"> synthetic</span>} {strategy}
          {timeframe !== '1d' && `, ${timeframe}`}
          <span className="text-text-2"> {paramsInBrief(params ?? {})}</span>
        </Link>
      ),
      value: ({ symbol, strategy, params }) => `${symbol} ${strategy} ${paramsInBrief(params ?? {})}`,
    },
    {
      id: 'tries',
      header: 'Tries',
      align: 'right',
      cell: ({ trials }) => (trials === null ? <Missing word="not counted" /> : count(trials)),
      value: ({ trials }) => trials,
    },
    {
      id: 'return',
      header: 'Return',
      align: 'right',
      cell: ({ totalReturn }) => (totalReturn === null ? <Missing /> : <PercentDelta fraction={totalReturn} />),
      value: ({ totalReturn }) => totalReturn,
    },
    {
      id: 'sharpe',
      header: 'Sharpe',
      align: 'right',
      cell: ({ sharpe }) => (sharpe === null ? <Missing because="The equity never moved." /> : ratio(sharpe)),
      value: ({ sharpe }) => sharpe,
    },
    {
      id: 'drawdown',
      header: 'Drawdown',
      align: 'right',
      cell: ({ maxDrawdown }) => (maxDrawdown === null ? <Missing /> : percentChange(maxDrawdown)),
      value: ({ maxDrawdown }) => maxDrawdown,
    },
    {
      id: 'trades',
      header: 'Trades',
      align: 'right',
      cell: ({ trades }) => <Trades count={trades} />,
      value: ({ trades }) => trades,
    },
    {
      id: 'tags',
      header: 'Tags and note',
      from: 'wide',
      className: 'max-w-28 truncate',
      cell: ({ tags, note }) => <Labels tags={tags} note={note} />,
      value: ({ tags, note }) => [...tags, note].join(' '),
    },
    {
      id: 'when',
      header: 'When',
      align: 'right',
      from: 'wide',
      className: 'whitespace-nowrap',
      cell: ({ createdAt }) => (
        <span className="text-text-2" title={utc(createdAt)}>
          {shortDay(createdAt)}
        </span>
      ),
      value: ({ createdAt }) => createdAt,
    },
    {
      id: 'more',
      header: 'Actions',
      align: 'right',
      className: 'w-9 [th&]:text-[0px]',
      cell: (run) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: keeps what happens in the menu from opening the row
        // biome-ignore lint/a11y/useKeyWithClickEvents: the menu has its own keys
        <span onClick={(event) => event.stopPropagation()}>
          <RunActions run={run} onLabel={onLabel} onDelete={onDelete} />
        </span>
      ),
    },
  ];
}

/** Marks a run for the comparison. */
export function ChooseRun({
  run,
  isChosen,
  onChoose,
}: {
  readonly run: Run;
  readonly isChosen: boolean;
  readonly onChoose: RunDeeds['onChoose'];
}) {
  return (
    <Checkbox
      aria-label={`Compare ${run.symbol} ${run.strategy}, run ${run.runId.slice(0, 8)}`}
      checked={isChosen}
      onClick={(event) => event.stopPropagation()}
      onCheckedChange={(checked) => onChoose(run.runId, checked === true)}
    />
  );
}

/** A number of trades, with the mark of too few. */
export function Trades({ count: trades }: { readonly count: number }) {
  const isFew = trades < FEW_TRADES;
  return (
    <span
      className={cn(isFew && 'thin-evidence')}
      title={isFew ? `Fewer than ${FEW_TRADES} trades: figures about them say little.` : undefined}
    >
      {count(trades)}
    </span>
  );
}

function Labels({ tags, note }: Pick<Run, 'tags' | 'note'>) {
  if (tags.length === 0 && note === '') return <Missing word="none" />;
  return (
    <span title={note === '' ? undefined : note}>
      {tags.map((tag) => (
        <span key={tag} className="mr-1 rounded-mark bg-raised px-1.5 py-0.5 text-micro text-text-2">
          {tag}
        </span>
      ))}
      <span className="text-small text-text-2">{note}</span>
    </span>
  );
}

/** Returns the person's day, without the year where it is this year's. */
function shortDay(instant: string): string {
  const whole = dayHere(instant);
  return whole.endsWith(` ${new Date().getFullYear()}`) ? whole.slice(0, -5) : whole;
}
