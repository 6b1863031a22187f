import { Trash2 } from 'lucide-react';
import { Field } from '@/components/parts/field';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import type { Configuration, Series } from '@/lib/catalog/use-catalog';
import { cn } from '@/lib/cn';
import type { Faults } from './account-draft';
import { type SleeveDraft, type Timeframe, tradableIn } from './start-draft';
import { SymbolPicker } from './symbol-picker';

/** One sleeve of a session: which configuration trades what, with which part of the equity. */
export function SleeveFields({
  sleeve,
  place,
  isOnly,
  configurations,
  series,
  timeframe,
  faults,
  onChange,
  onRemove,
  disabled,
}: {
  readonly sleeve: SleeveDraft;
  readonly place: number;
  readonly isOnly: boolean;
  readonly configurations: readonly Configuration[];
  readonly series: readonly Series[];
  readonly timeframe: Timeframe;
  readonly faults: Faults;
  readonly onChange: (sleeve: SleeveDraft) => void;
  readonly onRemove: () => void;
  readonly disabled: boolean;
}) {
  const id = `sleeve-${sleeve.key}`;
  const nth = isOnly ? '' : ` ${place + 1}`;
  const faultOf = (field: string) => faults[`sleeves.${place}.${field}`];
  return (
    <fieldset
      disabled={disabled}
      className="flex min-w-0 flex-col gap-3 rounded-control border border-line px-3 py-2.5"
    >
      <legend className="sr-only">Sleeve {place + 1}</legend>
      <div
        className={cn(
          'grid items-start gap-2.5',
          isOnly ? 'grid-cols-[minmax(0,1fr)_104px]' : 'grid-cols-[minmax(0,1fr)_104px_auto]',
        )}
      >
        <Field id={`${id}-configuration`} label={`Configuration${nth}`} error={faultOf('configurationId')}>
          <Select
            id={`${id}-configuration`}
            value={sleeve.configurationId}
            onChange={({ target }) => onChange({ ...sleeve, configurationId: target.value })}
          >
            {configurations.map(({ id: configurationId, name, version }) => (
              <option key={configurationId} value={configurationId}>
                {name}, version {version}
              </option>
            ))}
          </Select>
        </Field>
        <Field id={`${id}-share`} label={`Capital${nth}`} error={faultOf('share')}>
          <Input
            id={`${id}-share`}
            value={sleeve.share}
            inputMode="decimal"
            unit="%"
            aria-label={`Capital share${nth} in percent of equity`}
            aria-invalid={faultOf('share') !== undefined}
            aria-describedby={`${id}-share-error`}
            onChange={({ target }) => onChange({ ...sleeve, share: target.value })}
          />
        </Field>
        {!isOnly && (
          <Button
            variant="ghost"
            size="icon"
            aria-label={`Remove sleeve ${place + 1}`}
            onClick={onRemove}
            className="mt-[24px]"
          >
            <Trash2 aria-hidden />
          </Button>
        )}
      </div>
      <SymbolPicker
        id={`${id}-symbols`}
        label={`Symbols${nth}`}
        chosen={sleeve.symbols}
        series={tradableIn(series, timeframe)}
        onChange={(symbols) => onChange({ ...sleeve, symbols })}
        error={faultOf('symbols')}
        disabled={disabled}
      />
    </fieldset>
  );
}
