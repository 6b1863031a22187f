import { Field } from '@/components/parts/field';
import { SPEEDS } from '@/components/shell/use-session-commands';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import type { Series } from '@/lib/catalog/use-catalog';
import { count } from '@/lib/format';
import { day } from '@/lib/time';
import type { Faults } from './account-draft';
import { type StartDraft, spanOf, type Timeframe, timeframes } from './start-draft';

/** Which history is replayed, from when on it is traded, and how fast it passes. */
export function ReplayFields({
  draft,
  series,
  faults,
  onChange,
  disabled,
}: {
  readonly draft: StartDraft;
  readonly series: readonly Series[];
  readonly faults: Faults;
  readonly onChange: (part: Partial<StartDraft>) => void;
  readonly disabled: boolean;
}) {
  const span = spanOf(draft, series);
  const dates = [
    { name: 'from', label: 'First day', hint: span === undefined ? undefined : day(span.from, 'UTC') },
    { name: 'to', label: 'Last day', hint: span === undefined ? undefined : day(span.to, 'UTC') },
    { name: 'startFrom', label: 'Trades from', hint: 'before it: history' },
  ] as const;
  return (
    <fieldset disabled={disabled} className="grid grid-cols-2 items-start gap-x-2.5 gap-y-3 max-phone:grid-cols-1">
      <legend className="sr-only">Replay</legend>
      <Field id="start-timeframe" label="Bars">
        <Select
          id="start-timeframe"
          value={draft.timeframe}
          onChange={({ target }) => onChange({ timeframe: target.value as Timeframe })}
        >
          {timeframes.map(({ value, title }) => (
            <option key={value} value={value}>
              {title}
            </option>
          ))}
        </Select>
      </Field>
      <Field id="start-speed" label="Speed">
        <Select
          id="start-speed"
          value={draft.barsPerSecond}
          onChange={({ target }) => onChange({ barsPerSecond: target.value })}
        >
          {SPEEDS.map((speed) => (
            <option key={speed} value={speed}>
              {count(speed)} {speed === 1 ? 'bar' : 'bars'} a second
            </option>
          ))}
        </Select>
      </Field>
      {dates.map(({ name, label, hint }) => (
        <Field key={name} id={`start-${name}`} label={label} hint={hint} error={faults[name]}>
          <Input
            id={`start-${name}`}
            type="date"
            value={draft[name]}
            min={span?.from}
            max={span?.to}
            aria-invalid={faults[name] !== undefined}
            aria-describedby={`start-${name}-error`}
            onChange={({ target }) => onChange({ [name]: target.value })}
          />
        </Field>
      ))}
      <Field id="start-name" label="Name of the session" hint="optional" error={faults['name']}>
        <Input
          id="start-name"
          value={draft.name}
          maxLength={80}
          onChange={({ target }) => onChange({ name: target.value })}
        />
      </Field>
      <p className="col-span-full text-micro text-text-3">
        Empty days mean all there is. “Trades from” lets the strategies see enough history to have an opinion at once.
      </p>
    </fieldset>
  );
}
