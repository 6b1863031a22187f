import { LineKey } from '@/components/charts/chart-legend';
import { Panel } from '@/components/parts/panel';
import { Link } from '@/components/ui/link';
import { useCurrent } from '@/lib/current';
import { counted } from '@/lib/format';
import { VerdictChip } from '../report/verdict-chip';
import { runColors } from './run-colors';
import { runTitle } from './run-title';
import type { ComparedRun } from './use-comparison';

/** What each run came to, in words, before any figure. */
export function VerdictsPanel({ runs }: { readonly runs: readonly ComparedRun[] }) {
  const { href } = useCurrent();
  return (
    <Panel title="Verdicts" count={counted(runs.length, 'run')} flush>
      <ol className="[&>li]:border-line [&>li]:border-t">
        {runs.map((run, place) => (
          <li key={run.runId} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3.5 py-2">
            <span className="flex w-8 items-center gap-1.5 text-text-2">
              {place + 1} <LineKey {...runColors(place)} />
            </span>
            <VerdictChip of={run.headline.verdict} />
            <Link href={href('/backtests/report', { run: run.runId })} className="font-semibold hover:underline">
              {runTitle(run)}
            </Link>
            <span className="min-w-0 text-text-2">
              {run.headline.headline}
              {run.headline.trials !== null && ` Judged as try ${run.headline.trials} on its bars.`}
              {run.headline.synthetic && ' Synthetic prices.'}
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
