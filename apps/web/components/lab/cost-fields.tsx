import { Field } from '@/components/parts/field';
import { Input } from '@/components/ui/input';
import { Label } from '@/components/ui/label';
import { Segmented } from '@/components/ui/segmented';
import type { BacktestDraft, Faults } from './backtest-draft';
import { type CostPresetId, costPresets } from './cost-presets';

const choices: readonly { readonly value: CostPresetId; readonly label: string }[] = [
  ...costPresets.map(({ id, title }) => ({ value: id, label: title })),
  { value: 'custom', label: 'Custom' },
];

/** What trading costs: a preset with its sentence, or figures of one's own. */
export function CostFields({
  draft,
  change,
  faults,
}: {
  readonly draft: BacktestDraft;
  readonly change: (part: Partial<BacktestDraft>) => void;
  readonly faults: Faults;
}) {
  const preset = costPresets.find(({ id }) => id === draft.costs);
  const number = (field: 'slippage' | 'fee' | 'minimum' | 'commission', label: string, unit: string) => (
    <Field id={`lab-${field}`} label={label} error={faults[field]}>
      <Input
        id={`lab-${field}`}
        inputMode="decimal"
        unit={unit}
        value={draft[field]}
        aria-invalid={faults[field] !== undefined}
        aria-describedby={`lab-${field}-error`}
        onChange={({ target }) => change({ [field]: target.value })}
      />
    </Field>
  );
  return (
    <div className="flex flex-col gap-2">
      <Label asChild>
        <span>Costs</span>
      </Label>
      <Segmented
        label="Costs"
        value={draft.costs}
        options={choices}
        onChange={(costs) => change({ costs })}
        className="w-full"
      />
      {preset === undefined ? (
        <div className="flex flex-col gap-3 pt-1">
          {number('slippage', 'Slippage of market and stop fills', 'bp')}
          <Segmented
            label="Commission by"
            value={draft.charge}
            options={[
              { value: 'per-share', label: 'A share' },
              { value: 'bps', label: 'Of the value' },
            ]}
            onChange={(charge) => change({ charge })}
          />
          {draft.charge === 'bps' ? (
            number('commission', 'Commission', 'bp')
          ) : (
            <div className="grid grid-cols-2 gap-2.5">
              {number('fee', 'Commission a share', 'USD')}
              {number('minimum', 'Least a fill', 'USD')}
            </div>
          )}
        </div>
      ) : (
        <p className="text-micro text-text-2">{preset.says}</p>
      )}
    </div>
  );
}
