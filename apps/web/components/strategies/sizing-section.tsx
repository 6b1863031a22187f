import { Field } from '@/components/parts/field';
import { SchemaForm } from '@/components/parts/schema-form';
import { SwitchRow } from '@/components/parts/switch-row';
import { Select } from '@/components/ui/select';
import type { Configuration, Sizing } from '@/lib/catalog/use-catalog';
import { defaultsOf, type ParameterFaults } from '@/lib/params/parameter';
import { SettingsSection } from './settings-section';
import type { Draft } from './use-draft';

/** How much is ordered, by which rule, and whether it may be sold short. */
export function SizingSection({
  draft,
  change,
  base,
  sizings,
  errors,
}: {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  readonly base: Configuration | undefined;
  readonly sizings: readonly Sizing[];
  readonly errors: ParameterFaults;
}) {
  const sizing = sizings.find(({ id }) => id === draft.sizing.id);
  return (
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
            errors={errors}
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
  );
}
