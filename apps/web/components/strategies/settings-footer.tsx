'use client';

import { Lock } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { Button } from '@/components/ui/button';
import type { Configuration } from '@/lib/catalog/use-catalog';
import { useCurrent } from '@/lib/current';
import { useConnection } from '@/lib/live/live-provider';
import type { Session } from '@/lib/live/topics';
import { changeSearch } from '@/lib/url-state';
import { isActive } from './strategy-rows';
import type { Draft } from './use-draft';

/** What can be done with the settings: keep them, try them on history, let them trade. */
export function SettingsFooter({
  draft,
  base,
  locked,
  isValid,
  isSaving,
  fault,
  runs,
}: {
  readonly draft: Draft;
  readonly base: Configuration | undefined;
  /** Why nothing can be saved now. */
  readonly locked: string | undefined;
  readonly isValid: boolean;
  readonly isSaving: boolean;
  readonly fault: string | undefined;
  readonly runs: readonly Session[];
}) {
  const { href } = useCurrent();
  const router = useRouter();
  const isLost = useConnection().kind === 'lost';
  const running = runs.find(isActive);
  const reason = isLost ? 'The server does not answer; nothing can be saved or started now.' : (fault ?? locked);
  const backtest = () =>
    router.push(
      href('/backtests', {
        strategy: draft.strategy,
        params: JSON.stringify(draft.params),
        sizing: draft.sizing.id,
        sizingParams: JSON.stringify(draft.sizing.params),
        allowShort: draft.allowShort ? 'true' : undefined,
      }),
    );
  return (
    <footer className="flex flex-col gap-2 border-line border-t px-3.5 py-3">
      <p
        id="save-reason"
        aria-live="polite"
        className={fault === undefined ? 'text-micro text-text-2' : 'text-halt text-small'}
      >
        {reason ?? 'Sessions that run keep the version they were started with.'}
      </p>
      <div className="flex flex-wrap items-center gap-2">
        <Button
          type="submit"
          variant={locked === undefined ? 'default' : 'outline'}
          disabled={locked !== undefined || isSaving || isLost}
          aria-describedby="save-reason"
        >
          {locked !== undefined && <Lock aria-hidden />} Save version {(base?.version ?? 0) + 1}
        </Button>
        <Button disabled={!isValid} onClick={backtest}>
          Backtest first
        </Button>
        <span className="flex-1" />
        {base !== undefined &&
          (running === undefined ? (
            <Button
              disabled={isLost}
              onClick={() => changeSearch({ make: 'session', configuration: base.id, strategy: undefined }, true)}
            >
              Start…
            </Button>
          ) : (
            <Button disabled={isLost} onClick={() => changeSearch({ stop: running.id }, true)}>
              Stop…
            </Button>
          ))}
      </div>
    </footer>
  );
}
