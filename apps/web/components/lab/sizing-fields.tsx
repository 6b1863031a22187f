import { Field } from '@/components/parts/field';
import { Select } from '@/components/ui/select';
import type { Sizing } from '@/lib/catalog/use-catalog';
import type { BacktestDraft } from './backtest-draft';
import { ParameterFields } from './parameter-fields';

/** How much is ordered: the rule, and its parameters. */
export function SizingFields({
  draft,
  change,
  sizings,
}: {
  readonly draft: BacktestDraft;
  readonly change: (part: Partial<BacktestDraft>) => void;
  readonly sizings: readonly Sizing[];
}) {
  const sizing = sizings.find(({ id }) => id === draft.sizing);
  return (
    <>
      <Field id="lab-sizing" label="Sizing" help={sizing?.summary}>
        <Select
          id="lab-sizing"
          value={draft.sizing}
          onChange={({ target }) => change({ sizing: target.value, sizingParams: {} })}
        >
          {sizing === undefined && <option value={draft.sizing}>{draft.sizing}</option>}
          {sizings.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </Select>
      </Field>
      {sizing !== undefined && sizing.params.length > 0 && (
        <ParameterFields
          idPrefix="lab-sizing"
          params={sizing.params}
          changed={draft.sizingParams}
          onChange={(sizingParams) => change({ sizingParams })}
        />
      )}
    </>
  );
}
