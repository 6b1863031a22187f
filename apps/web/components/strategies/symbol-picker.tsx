import { X } from 'lucide-react';
import { Field } from '@/components/parts/field';
import { Select } from '@/components/ui/select';
import type { Series } from '@/lib/catalog/use-catalog';

/** Any number of symbols that can be traded, real ones and synthetic ones apart. */
export function SymbolPicker({
  id,
  label,
  chosen,
  series,
  onChange,
  error,
  disabled,
}: {
  readonly id: string;
  readonly label: string;
  readonly chosen: readonly string[];
  readonly series: readonly Series[];
  readonly onChange: (symbols: readonly string[]) => void;
  readonly error: string | undefined;
  readonly disabled: boolean;
}) {
  const left = series.filter(({ symbol }) => !chosen.includes(symbol));
  const groups = [
    { title: 'Real prices', members: left.filter(({ synthetic }) => !synthetic) },
    { title: 'Synthetic, no market had them', members: left.filter(({ synthetic }) => synthetic) },
  ];
  return (
    <Field id={id} label={label} error={error}>
      {chosen.length > 0 && (
        <ul aria-label="Chosen symbols" className="flex flex-wrap gap-1.5">
          {chosen.map((symbol) => (
            <li
              key={symbol}
              className="inline-flex h-7 items-center gap-1 rounded-[5px] border border-line-strong bg-inset pl-2 font-[550] text-small max-phone:h-11"
            >
              {symbol}
              <button
                type="button"
                aria-label={`Remove ${symbol}`}
                disabled={disabled}
                onClick={() => onChange(chosen.filter((each) => each !== symbol))}
                className="inline-flex size-6 items-center justify-center rounded-mark text-text-2 hover:text-text max-phone:size-11"
              >
                <X aria-hidden className="size-3.5" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <Select
        id={id}
        value=""
        disabled={disabled || left.length === 0}
        aria-invalid={error !== undefined}
        aria-describedby={`${id}-error`}
        onChange={({ target }) => target.value !== '' && onChange([...chosen, target.value])}
      >
        <option value="">{left.length === 0 ? 'No other symbol has such bars' : 'Add a symbol'}</option>
        {groups.map(
          ({ title, members }) =>
            members.length > 0 && (
              <optgroup key={title} label={title}>
                {members.map(({ symbol, name }) => (
                  <option key={symbol} value={symbol}>
                    {symbol}, {name}
                  </option>
                ))}
              </optgroup>
            ),
        )}
      </Select>
    </Field>
  );
}
