'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import { Panel } from '@/components/parts/panel';
import { Failed, LoadingRows } from '@/components/parts/states';
import { api, read } from '@/lib/api/client';
import { useConfigurations, useSizings, useStrategies } from '@/lib/catalog/use-catalog';
import { useCurrent } from '@/lib/current';
import { useTopic } from '@/lib/live/live-provider';
import { useUrlState } from '@/lib/url-state';
import { ConfigurationsPanel } from './configurations-panel';
import { DetailPanel } from './detail-panel';
import { ScreenDialogs } from './screen-dialogs';
import { StrategiesPanel } from './strategies-panel';
import { configurationRows, strategyRows } from './strategy-rows';
import { useSelection } from './use-selection';

/** What can trade, how it is set, and what became of it. */
export function StrategiesScreen() {
  const strategies = useStrategies();
  const sizings = useSizings();
  const configurations = useConfigurations();
  const runs = useQuery({
    queryKey: ['backtests', 'latest'],
    queryFn: () => read(api.GET('/api/backtests', { params: { query: { limit: 100 } } })),
  });
  const { session } = useCurrent();
  const sessions = useTopic('sessions').items ?? NONE;
  const selection = useSelection();
  const [find = '', setFind] = useUrlState('find');
  const detail = useRef<HTMLDivElement>(null);

  const kept = configurations.data?.configurations;
  const catalogue = useMemo(
    () => (strategies.data === undefined ? [] : strategyRows(strategies.data, kept ?? [], sessions)),
    [strategies.data, kept, sessions],
  );
  const set = useMemo(
    () => (strategies.data === undefined ? [] : configurationRows(kept ?? [], strategies.data, sessions)),
    [strategies.data, kept, sessions],
  );
  // The list is newest first.
  const verdicts = useMemo(
    () => new Map(runs.data?.runs.toReversed().map(({ strategy, verdict }) => [strategy, verdict])),
    [runs.data],
  );

  const error = strategies.error ?? configurations.error ?? sizings.error;
  // What was read once stays, also while it cannot be read again.
  const isRead = strategies.data !== undefined && kept !== undefined && sizings.data !== undefined;
  if (error !== null && !isRead) {
    const retry = () => void Promise.all([strategies.refetch(), configurations.refetch(), sizings.refetch()]);
    return (
      <Framed>
        <Panel title="Strategies">
          <Failed title="The strategies could not be read" error={error} onRetry={retry} />
        </Panel>
      </Framed>
    );
  }
  if (strategies.data === undefined || kept === undefined || sizings.data === undefined) {
    return (
      <Framed>
        <Panel title="Strategies" flush>
          <LoadingRows rows={9} />
        </Panel>
        <Panel title="Settings" flush>
          <LoadingRows />
        </Panel>
      </Framed>
    );
  }

  // Without a word in the address: what trades now, or else the first there is.
  const standard = session?.sleeves[0]?.configurationId;
  const wanted = selection.configuration ?? (selection.strategy === undefined ? standard : undefined);
  const configuration =
    kept.find(({ id }) => id === wanted) ??
    (selection.strategy === undefined && selection.configuration === undefined ? kept[0] : undefined);
  const strategy = configuration?.strategy ?? selection.strategy ?? catalogue[0]?.name ?? '';
  // Beside the tables it is in sight anyway; below them it has to be brought there.
  const show = () => requestAnimationFrame(() => detail.current?.scrollIntoView({ block: 'nearest' }));

  return (
    <Framed>
      <div className="flex min-w-0 flex-col gap-3.5">
        <StrategiesPanel
          rows={catalogue}
          find={find}
          onFind={setFind}
          openKey={strategy}
          verdicts={verdicts}
          onOpen={({ name }) => {
            selection.selectStrategy(name);
            show();
          }}
        />
        <ConfigurationsPanel
          rows={set}
          find={find}
          openKey={configuration?.id}
          onOpen={({ configuration: { id } }) => {
            selection.selectConfiguration(id);
            show();
          }}
        />
      </div>
      <div ref={detail} className="min-w-0 scroll-mt-16">
        <DetailPanel
          strategies={strategies.data}
          sizings={sizings.data.sizings}
          configurations={kept}
          sessions={sessions}
          strategyName={strategy}
          configuration={configuration}
          missing={configuration === undefined ? selection.configuration : undefined}
          selection={selection}
        />
      </div>
      <ScreenDialogs configurations={kept} sessions={sessions} configuration={configuration} />
    </Framed>
  );
}

const NONE: readonly never[] = [];

function Framed({ children }: { readonly children: React.ReactNode }) {
  return (
    <>
      <h1 className="sr-only">Strategies</h1>
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-3.5 wide:grid-cols-[minmax(0,1fr)_408px]">
        {children}
      </div>
    </>
  );
}
