'use client';

import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { SchemaForm } from '@/components/parts/schema-form';
import { Button } from '@/components/ui/button';
import { type Configuration, type Sizing, type Strategy, useUsableStrategies } from '@/lib/catalog/use-catalog';
import type { Session } from '@/lib/live/topics';
import { defaultsOf, type Parameter } from '@/lib/params/parameter';
import { useConfigurationCheck } from '@/lib/params/use-configuration-check';
import { idFault, idFrom } from './account-draft';
import { ConflictNotice } from './conflict-notice';
import { LawCheck } from './law-check';
import { lockedBecause } from './locked-because';
import { NamingSection } from './naming-section';
import { SettingsFooter } from './settings-footer';
import { SettingsSection } from './settings-section';
import { SizingSection } from './sizing-section';
import { useDraft } from './use-draft';
import { useSaveConfiguration } from './use-save-configuration';

const NONE: readonly Parameter[] = [];

/** The parameters of a strategy, how much it orders, and what saves them as the next version. */
export function SettingsTab({
  strategy,
  isOwn,
  sizings,
  configuration,
  configurations,
  runs,
}: {
  readonly strategy: Strategy;
  readonly isOwn: boolean;
  readonly sizings: readonly Sizing[];
  readonly configuration: Configuration | undefined;
  readonly configurations: readonly Configuration[];
  readonly runs: readonly Session[];
}) {
  const state = useDraft(strategy, sizings, configuration);
  const { draft, base, change, isChanged, theirs } = state;
  const [typedId, setTypedId] = useState<string>();
  const strategies = useUsableStrategies();
  const sizing = sizings.find(({ id }) => id === draft.sizing.id);
  const check = useConfigurationCheck(draft, strategy.params, sizing?.params ?? NONE, strategies);
  const save = useSaveConfiguration(state);

  // The id follows the name until somebody writes one.
  const id = typedId ?? idFrom(draft.name);
  const taken = configurations.map((each) => each.id);
  const idError = base === undefined ? idFault(id, taken, 'a configuration') : undefined;
  const isNamed = draft.name.trim() !== '';
  const nameError = base !== undefined && !isNamed ? 'Name is missing.' : undefined;
  const naming = (
    <NamingSection
      name={draft.name}
      onName={(name) => change({ name })}
      nameError={nameError}
      isNew={base === undefined}
      id={id}
      onId={setTypedId}
      idError={typedId !== undefined || isNamed ? idError : undefined}
    />
  );

  return (
    <form
      className="flex min-h-0 flex-1 flex-col"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save.save(id);
      }}
    >
      <div className="relative min-h-0 flex-1 overflow-y-auto">
        {(theirs !== undefined || save.conflict !== undefined) && (
          <ConflictNotice
            base={base}
            theirs={save.conflict ?? theirs}
            mine={draft}
            strategies={[strategy]}
            sizings={sizings}
            onKeepMine={(version) => state.rebase(version, true)}
            onTakeTheirs={(version) => state.rebase(version, false)}
            onDone={save.forgetConflict}
          />
        )}
        {base === undefined && naming}
        <SettingsSection
          title="Parameters"
          actions={
            strategy.params.length > 0 && (
              <Button variant="link" size="small" onClick={() => change({ params: defaultsOf(strategy.params) })}>
                Reset all to defaults
              </Button>
            )
          }
        >
          {strategy.params.length === 0 ? (
            <p className="text-small text-text-2">This strategy has no parameters.</p>
          ) : (
            <SchemaForm
              idPrefix="param"
              params={strategy.params}
              values={draft.params}
              onChange={(params) => change({ params })}
              errors={check.params}
              saved={base?.params}
              strategies={strategies}
            />
          )}
        </SettingsSection>
        <SizingSection draft={draft} change={change} base={base} sizings={sizings} errors={check.sizing} />
        {base !== undefined && naming}
        {isOwn && <LawCheck key={strategy.name} file={strategy.name} />}
        {check.others.map((fault) => (
          <p key={fault} role="alert" className="flex gap-1.5 px-3.5 py-2 text-halt text-small">
            <TriangleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" /> {fault}
          </p>
        ))}
      </div>
      <SettingsFooter
        draft={draft}
        base={base}
        locked={lockedBecause({
          isChanged,
          theirs: theirs ?? save.conflict,
          check,
          isNew: base === undefined,
          isNamed,
          idError,
          nameError,
        })}
        isValid={check.isOk}
        isSaving={save.isSaving}
        fault={save.fault}
        runs={runs}
      />
    </form>
  );
}
