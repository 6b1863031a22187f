'use client';

import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { Field } from '@/components/parts/field';
import { SchemaForm, SwitchRow } from '@/components/parts/schema-form';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import type { Session } from '@/lib/live/topics';
import { defaultsOf } from '@/lib/params/parameter';
import { useConfigurationCheck } from '@/lib/params/use-configuration-check';
import { idFault, idFrom } from './account-draft';
import { ConflictNotice } from './conflict-notice';
import { LawCheck } from './law-check';
import { SettingsFooter } from './settings-footer';
import { SettingsSection } from './settings-section';
import type { Configuration, Sizing, Strategy } from './use-catalog';
import { useDraft } from './use-draft';
import { useSaveConfiguration } from './use-save-configuration';

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
  const sizing = sizings.find(({ id }) => id === draft.sizing.id);
  const check = useConfigurationCheck(draft, strategy.params, sizing?.params ?? []);
  const save = useSaveConfiguration(state);

  // The id follows the name until somebody writes one.
  const id = typedId ?? idFrom(draft.name);
  const taken = configurations.map((each) => each.id);
  const idError = base === undefined ? idFault(id, taken, 'a configuration') : undefined;
  const isNamed = draft.name.trim() !== '';
  const nameError = base !== undefined && !isNamed ? 'Name is missing.' : undefined;
  const isIdShown = typedId !== undefined || isNamed;

  const naming = (
    <SettingsSection title="Name">
      <div className="grid grid-cols-2 items-start gap-2.5">
        <Field
          id="configuration-name"
          label="Name"
          error={nameError}
          help={base === undefined ? 'What you will call it.' : undefined}
        >
          <Input
            id="configuration-name"
            value={draft.name}
            maxLength={80}
            aria-invalid={nameError !== undefined}
            aria-describedby="configuration-name-error"
            onChange={({ target }) => change({ name: target.value })}
          />
        </Field>
        {base === undefined && (
          <Field id="configuration-id" label="Id" hint="in addresses" error={isIdShown ? idError : undefined}>
            <Input
              id="configuration-id"
              value={id}
              maxLength={40}
              spellCheck={false}
              className="font-mono text-small"
              aria-invalid={isIdShown && idError !== undefined}
              aria-describedby="configuration-id-error"
              onChange={({ target }) => setTypedId(target.value)}
            />
          </Field>
        )}
      </div>
    </SettingsSection>
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
      <div className="min-h-0 flex-1 overflow-y-auto">
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
            />
          )}
        </SettingsSection>
        <SettingsSection title="Size">
          <div className="flex flex-col gap-3">
            <Field id="sizing-rule" label="How much to order" help={sizing?.summary}>
              <Select
                id="sizing-rule"
                value={draft.sizing.id}
                onChange={({ target }) => {
                  const next = sizings.find((each) => each.id === target.value);
                  change({ sizing: { id: target.value, params: defaultsOf(next?.params ?? []) } });
                }}
              >
                {sizings.map((each) => (
                  <option key={each.id} value={each.id}>
                    {each.title}
                  </option>
                ))}
              </Select>
            </Field>
            {sizing !== undefined && sizing.params.length > 0 && (
              <SchemaForm
                idPrefix="sizing"
                params={sizing.params}
                values={draft.sizing.params}
                onChange={(params) => change({ sizing: { ...draft.sizing, params } })}
                errors={check.sizing}
                saved={base?.sizing.id === draft.sizing.id ? base.sizing.params : undefined}
              />
            )}
            {sizing?.needs.stop === true && (
              <p className="text-micro text-text-2">
                It needs a stop with every opinion. A strategy that gives none orders nothing.
              </p>
            )}
            <SwitchRow
              id="allow-short"
              label="May sell short"
              help="Only a margin account can; a cash account refuses the session."
              checked={draft.allowShort}
              onChange={(allowShort) => change({ allowShort })}
            />
          </div>
        </SettingsSection>
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

/** Returns why nothing can be saved now; undefined where it can. */
function lockedBecause({
  isChanged,
  theirs,
  check,
  isNew,
  isNamed,
  idError,
  nameError,
}: {
  readonly isChanged: boolean;
  readonly theirs: Configuration | undefined;
  readonly check: ReturnType<typeof useConfigurationCheck>;
  readonly isNew: boolean;
  readonly isNamed: boolean;
  readonly idError: string | undefined;
  readonly nameError: string | undefined;
}): string | undefined {
  const faults = Object.keys(check.params).length + Object.keys(check.sizing).length + check.others.length;
  if (faults > 0)
    return faults === 1 ? 'One field has to be put right first.' : `${faults} fields have to be put right first.`;
  if (theirs !== undefined) return 'Somebody saved another version; choose above how to go on.';
  if (isNew && !isNamed) return 'Give it a name to save it.';
  if (idError !== undefined || nameError !== undefined) return idError ?? nameError;
  if (!isChanged) return 'Nothing is changed since the last version.';
  return check.isPending ? 'Being checked.' : undefined;
}
