'use client';

import { RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { Tooltip } from '@/components/ui/tooltip';
import { isSame, type Parameter, type ParameterValue, rangeOf, unitOf, wordsOf } from '@/lib/params/parameter';
import { meant, noneOf, written } from '@/lib/params/typed-parameter';
import { Field } from './field';
import { SwitchRow } from './switch-row';

interface FieldOfParameter {
  readonly id: string;
  readonly param: Parameter;
  readonly value: ParameterValue | undefined;
  readonly onChange: (value: ParameterValue | undefined) => void;
  readonly error: string | undefined;
  readonly disabled: boolean;
  /** The form says the error under the line, not the field. */
  readonly isErrorBelow: boolean;
  /** What people call the choices, where that is known. */
  readonly choiceTitles?: Readonly<Record<string, string>> | undefined;
}

/** One parameter: a field, a switch or a choice, as its type asks for. */
export function ParameterField(field: FieldOfParameter) {
  const { type, choices } = field.param;
  if (type === 'boolean') return <SwitchField {...field} />;
  if (type === 'choice') return <ChoiceField {...field} />;
  if (type === 'list' && choices !== null) return <ManyField {...field} choices={choices} />;
  return <TypedField {...field} />;
}

/** Numbers, texts, lists and records: whatever is typed. */
function TypedField({ id, param, value, onChange, error, disabled, isErrorBelow }: FieldOfParameter) {
  const [text, setText] = useState(() => written(param, value));
  // As long as the text means the value, the text stands as it was typed: "1." is on its way to "1.5".
  const shown = isSame(meant(param, text), value) ? text : written(param, value);
  const type = (next: string) => {
    setText(next);
    onChange(meant(param, next));
  };
  const isNumber = param.type === 'integer' || param.type === 'number';
  return (
    <Field
      id={id}
      label={param.title}
      hint={hintOf(param)}
      help={helpOf(param)}
      error={isErrorBelow ? undefined : error}
    >
      <Input
        id={id}
        value={shown}
        disabled={disabled}
        spellCheck={false}
        autoComplete="off"
        inputMode={param.type === 'integer' ? 'numeric' : isNumber ? 'decimal' : 'text'}
        placeholder={param.none === 'not-allowed' ? undefined : 'none'}
        aria-invalid={error !== undefined}
        aria-describedby={isErrorBelow ? `${id}-fault` : `${id}-error`}
        className={param.type === 'record' ? 'font-mono text-small' : undefined}
        onChange={({ target }) => type(target.value)}
        onKeyDown={(event) => {
          const step = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
          if (step === 0 || param.type !== 'integer' || typeof value !== 'number') return;
          event.preventDefault();
          type(String(value + step * (event.shiftKey ? 10 : 1)));
        }}
        unit={
          <span className="flex items-center">
            {unitOf(param)}
            <Reset param={param} value={value} onReset={onChange} disabled={disabled} />
          </span>
        }
      />
    </Field>
  );
}

function ChoiceField({ id, param, value, onChange, error, disabled, choiceTitles }: FieldOfParameter) {
  return (
    <Field id={id} label={param.title} help={helpOf(param)} error={error}>
      <span className="flex items-center gap-2">
        <Select
          id={id}
          value={value === null || value === undefined ? '' : String(value)}
          disabled={disabled}
          aria-invalid={error !== undefined}
          aria-describedby={`${id}-error`}
          onChange={({ target }) => onChange(target.value === '' ? noneOf(param) : target.value)}
        >
          {param.none !== 'not-allowed' && <option value="">none</option>}
          {param.choices?.map((choice) => (
            <option key={choice} value={choice}>
              {choiceTitles?.[choice] ?? spoken(choice)}
            </option>
          ))}
        </Select>
        <Reset param={param} value={value} onReset={onChange} disabled={disabled} />
      </span>
    </Field>
  );
}

function SwitchField({ id, param, value, onChange, error, disabled }: FieldOfParameter) {
  return (
    <SwitchRow
      id={id}
      label={param.title}
      help={helpOf(param)}
      error={error}
      checked={value === true}
      disabled={disabled}
      onChange={onChange}
    />
  );
}

/** Any number of what there is. */
function ManyField({
  id,
  param,
  value,
  onChange,
  error,
  disabled,
  choices,
}: FieldOfParameter & { readonly choices: readonly string[] }) {
  const chosen = Array.isArray(value) ? value.map(String) : [];
  return (
    <fieldset aria-describedby={`${id}-error`} className="min-w-0">
      <legend className="mb-1.5 font-[550] text-small">{param.title}</legend>
      <div className="flex flex-wrap gap-x-5 gap-y-1">
        {choices.map((choice) => (
          <label
            key={choice}
            htmlFor={`${id}-${choice}`}
            className="flex min-h-6 items-center gap-2 max-phone:min-h-11"
          >
            <Checkbox
              id={`${id}-${choice}`}
              checked={chosen.includes(choice)}
              disabled={disabled}
              onCheckedChange={(isOn) =>
                // In the order of the choices, so that the same choice is the same value.
                onChange(choices.filter((each) => (each === choice ? isOn === true : chosen.includes(each))))
              }
            />
            {choice}
          </label>
        ))}
      </div>
      {param.about !== null && <p className="mt-1 text-micro text-text-3">{param.about}</p>}
      <p id={`${id}-error`} aria-live="polite" className={error === undefined ? 'hidden' : 'mt-1 text-halt text-small'}>
        {error}
      </p>
    </fieldset>
  );
}

/** Takes a value back to its default, where it has one and is not there. */
function Reset({
  param,
  value,
  onReset,
  disabled,
}: {
  readonly param: Parameter;
  readonly value: ParameterValue | undefined;
  readonly onReset: (value: ParameterValue | undefined) => void;
  readonly disabled: boolean;
}) {
  const standard = param.default ?? noneOf(param);
  if (disabled || isSame(standard, value) || (standard === null && param.none === 'not-allowed')) return null;
  return (
    <Tooltip says={`Reset to the default, ${wordsOf(param, standard)}`}>
      <button
        type="button"
        // The field's own name stays the only thing that is called so.
        aria-label={`Reset to ${wordsOf(param, standard)}`}
        onClick={() => onReset(standard)}
        className="-mr-1 ml-1.5 inline-flex size-6 items-center justify-center rounded-mark align-middle text-text-3 hover:bg-raised hover:text-text max-phone:size-10"
      >
        <RotateCcw aria-hidden className="size-3.5" />
      </button>
    </Tooltip>
  );
}

function hintOf(param: Parameter): string | undefined {
  if (param.type === 'list') return 'parted by commas';
  if (param.type === 'record') return 'as JSON';
  return rangeOf(param);
}

function helpOf({ about, none }: Parameter): string | undefined {
  if (about === null) return none === 'not-allowed' ? undefined : 'Empty for none.';
  return about;
}

function spoken(choice: string): string {
  return choice.replaceAll('-', ' ');
}
