'use client';

import { Panel } from '@/components/parts/panel';
import { Empty } from '@/components/parts/states';
import { Button } from '@/components/ui/button';
import { Segmented } from '@/components/ui/segmented';
import type { Configuration, Sizing, Strategies } from '@/lib/catalog/use-catalog';
import type { Session } from '@/lib/live/topics';
import { changeSearch } from '@/lib/url-state';
import { ConfigurationMenu } from './configuration-menu';
import { OwnStrategy } from './own-strategy';
import { RunsTab } from './runs-tab';
import { SettingsTab } from './settings-tab';
import { sessionsOf } from './strategy-rows';
import type { Selection } from './use-selection';
import { VersionsTab } from './versions-tab';
import { WhyTab } from './why-tab';

export interface DetailPanelProps {
  readonly strategies: Strategies;
  readonly sizings: readonly Sizing[];
  readonly configurations: readonly Configuration[];
  readonly sessions: readonly Session[];
  readonly strategyName: string;
  /** Undefined for a strategy of which a new configuration is to be made. */
  readonly configuration: Configuration | undefined;
  /** Id in the address that no configuration has. */
  readonly missing: string | undefined;
  readonly selection: Selection;
}

/** The strategy or the configuration that is looked at. */
export function DetailPanel(props: DetailPanelProps) {
  const { strategies, sizings, sessions, strategyName, configuration, missing, selection } = props;
  const all = [...strategies.bundled, ...strategies.own];
  const strategy = all.find(({ name }) => name === strategyName);
  const unusable = strategies.unusable.find(({ name }) => name === strategyName);
  const frame = 'wide:sticky wide:top-[74px] wide:max-h-[calc(100dvh-120px)]';

  if (missing !== undefined) {
    return (
      <Panel title="No such configuration" className={frame}>
        <Empty
          title="There is no such configuration"
          actions={<Button onClick={() => changeSearch({ configuration: undefined })}>Show another</Button>}
        >
          “{missing}” was archived, or the address is mistyped. Sessions and runs that used it keep their version.
        </Empty>
      </Panel>
    );
  }
  if (strategy === undefined) {
    return (
      <Panel title={unusable?.name ?? strategyName} className={frame}>
        <OwnStrategy file={strategyName} reason={unusable?.reason ?? 'There is no such strategy.'} />
      </Panel>
    );
  }
  const runs = configuration === undefined ? [] : sessionsOf(sessions, configuration.id);
  const tab = configuration === undefined ? 'settings' : selection.tab;
  const title = configuration?.name ?? strategy.title;
  return (
    <Panel title={title} bare flush className={frame}>
      <header className="flex flex-col gap-1.5 border-line border-b px-3.5 pt-3 pb-3">
        <div className="flex items-start justify-between gap-3">
          <p aria-hidden className="min-w-0 font-semibold text-lead">
            {title}
          </p>
          <span className="flex shrink-0 items-center gap-1">
            <span className="font-mono text-micro text-text-3">
              {configuration === undefined ? strategy.name : `${configuration.id} v${configuration.version}`}
            </span>
            {configuration !== undefined && <ConfigurationMenu configuration={configuration} runs={runs} />}
          </span>
        </div>
        <p className="text-small text-text-2">{strategy.summary}</p>
        {configuration === undefined ? (
          <p className="text-small text-text-3">A new configuration. Nothing is kept before you save it.</p>
        ) : (
          <Segmented
            label="What to look at"
            value={tab}
            onChange={selection.selectTab}
            className="mt-1 self-start"
            options={[
              { value: 'settings', label: 'Settings' },
              { value: 'versions', label: `Versions ${configuration.version}` },
              { value: 'why', label: 'Why no trade' },
              { value: 'runs', label: `Runs ${runs.length}` },
            ]}
          />
        )}
      </header>
      {tab === 'settings' && (
        <SettingsTab
          // What is typed belongs to one configuration.
          key={configuration?.id ?? strategy.name}
          strategy={strategy}
          isOwn={strategies.own.includes(strategy)}
          sizings={sizings}
          configuration={configuration}
          configurations={props.configurations}
          runs={runs}
        />
      )}
      {tab === 'versions' && configuration !== undefined && (
        <VersionsTab
          key={configuration.id}
          configuration={configuration}
          strategies={all}
          sizings={sizings}
          runs={runs}
        />
      )}
      {tab === 'why' && configuration !== undefined && (
        <WhyTab key={configuration.id} configuration={configuration} runs={runs} />
      )}
      {tab === 'runs' && configuration !== undefined && <RunsTab configuration={configuration} runs={runs} />}
    </Panel>
  );
}
