'use client';

import { RotateCcw, TriangleAlert } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { Input } from '@/components/ui/input';
import { Label } from '@/components/ui/label';
import { Select } from '@/components/ui/select';
import { Switch } from '@/components/ui/switch';
import { Tooltip } from '@/components/ui/tooltip';
import {
  isSame,
  keptNumber,
  type Parameter,
  type ParameterFaults,
  type ParameterValue,
  type ParameterValues,
  rangeOf,
  shownNumber,
  unitOf,
  wordsOf,
} from '@/lib/params/parameter';
import { Field } from './field';

export interface SchemaFormProps {
  /** What the ids of the controls begin with: there may be several forms on a page. */
  readonly idPrefix: string;
  readonly params: readonly Parameter[];
  readonly values: ParameterValues;
  readonly onChange: (values: ParameterValues) => void;
  /** What is wrong, by the name of the parameter; see `faultsOf` and `useConfigurationCheck`. */
  readonly errors: ParameterFaults;
  /** What was kept last, told beside an error. */
  readonly saved?: ParameterValues | undefined;
  readonly disabled?: boolean;
}

/** A form made from the parameters of a plugin: two columns, the range at each label, the unit in each field. */
export function SchemaForm({ idPrefix, params, values, onChange, errors, saved, disabled = false }: SchemaFormProps) {
  const change = (name: string, value: ParameterValue | undefined) => {
    const { [name]: _before, ...others } = values;
    onChange(value === undefined ? others : { ...others, [name]: value });
  };
  const faultOf = (param: Parameter): string | undefined => {
    const [fault, last] = [errors[param.name], saved?.[param.name]];
    return fault === undefined || last === undefined ? fault : `${fault} Last saved: ${wordsOf(param, last)}.`;
  };
  const fieldOf = (param: Parameter, isErrorBelow: boolean) => (
    <ParameterField
      key={param.name}
      id={`${idPrefix}-${param.name}`}
      param={param}
      value={values[param.name]}
      onChange={(value) => change(param.name, value)}
      disabled={disabled}
      error={faultOf(param)}
      isErrorBelow={isErrorBelow}
    />
  );
  return (
    <div data-slot="schema-form" className="flex flex-col gap-3">
      {inRows(params).map((row) => {
        const [first] = row;
        if (row.length === 1 && first !== undefined && isWide(first)) return fieldOf(first, false);
        return (
          <div key={first?.name}>
            <div className="grid grid-cols-2 items-start gap-x-2.5">{row.map((param) => fieldOf(param, true))}</div>
            {row.map((param) => (
              <Fault key={param.name} id={`${idPrefix}-${param.name}-fault`} error={faultOf(param)} />
            ))}
          </div>
        );
      })}
    </div>
  );
}

/** A sentence needs the width of both columns. */
function Fault({ id, error }: { readonly id: string; readonly error: string | undefined }) {
  return (
    <p
      id={id}
      aria-live="polite"
      className={error === undefined ? 'hidden' : 'mt-1.5 flex gap-1.5 text-halt text-small'}
    >
      {error !== undefined && (
        <>
          <TriangleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
          {error}
        </>
      )}
    </p>
  );
}

/** Returns the parameters line by line: one that needs the width alone, the others in twos. */
function inRows(params: readonly Parameter[]): readonly (readonly Parameter[])[] {
  const rows: Parameter[][] = [];
  for (const param of params) {
    const last = rows.at(-1);
    const [other] = last ?? [];
    if (last?.length === 1 && other !== undefined && !isWide(other) && !isWide(param)) last.push(param);
    else rows.push([param]);
  }
  return rows;
}

interface FieldOfParameter {
  readonly id: string;
  readonly param: Parameter;
  readonly value: ParameterValue | undefined;
  readonly onChange: (value: ParameterValue | undefined) => void;
  readonly error: string | undefined;
  readonly disabled: boolean;
  /** The form says the error under the line, not the field. */
  readonly isErrorBelow: boolean;
}

function ParameterField(field: FieldOfParameter) {
  const { type, choices } = field.param;
  if (type === 'boolean') return <SwitchField {...field} />;
  if (type === 'choice') return <ChoiceField {...field} />;
  if (type === 'list' && choices !== null) return <ManyField {...field} choices={choices} />;
  return <TypedField {...field} />;
}

const LONG_LABEL = 30;
const LONG_ABOUT = 60;

/** A label and its range need room beside each other; what has a sentence of explanation needs a line of its own. */
function isWide(param: Parameter): boolean {
  if (param.type !== 'integer' && param.type !== 'number') return true;
  const isLong = (param.about?.length ?? 0) > LONG_ABOUT;
  return isLong || param.title.length + (rangeOf(param)?.length ?? 0) > LONG_LABEL;
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

function ChoiceField({ id, param, value, onChange, error, disabled }: FieldOfParameter) {
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
              {spoken(choice)}
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

/** A label at the left and what is on or off at the right. */
export function SwitchRow({
  id,
  label,
  help,
  error,
  checked,
  disabled = false,
  onChange,
}: {
  readonly id: string;
  readonly label: string;
  readonly help?: ReactNode;
  readonly error?: string | undefined;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onChange: (isOn: boolean) => void;
}) {
  return (
    <div data-slot="field">
      <div className="flex min-h-6 items-center justify-between gap-3 max-phone:min-h-11">
        <Label htmlFor={id}>{label}</Label>
        <Switch id={id} checked={checked} disabled={disabled} onCheckedChange={onChange} />
      </div>
      {help !== undefined && <p className="max-w-[42ch] text-micro text-text-3">{help}</p>}
      {error !== undefined && <p className="text-halt text-small">{error}</p>}
    </div>
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

function noneOf({ none }: Parameter): null | undefined {
  return none === 'leave-out' ? undefined : null;
}

/** Returns the text that stands in the field for a value. */
function written(param: Parameter, value: ParameterValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(shownNumber(param, value));
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? value.join(', ') : JSON.stringify(value);
}

/** Returns the value that a text means, or the text where it means none yet. */
function meant(param: Parameter, text: string): ParameterValue | undefined {
  if (text.trim() === '' && param.none !== 'not-allowed') return noneOf(param);
  switch (param.type) {
    case 'integer':
    case 'number':
      return keptNumber(param, text);
    case 'list': {
      const entries = text.split(',').flatMap((entry) => (entry.trim() === '' ? [] : [entry.trim()]));
      return entries.map((entry) => (Number.isNaN(Number(entry)) ? entry : Number(entry)));
    }
    case 'record':
      try {
        return JSON.parse(text) as ParameterValue;
      } catch {
        return text;
      }
    default:
      return text;
  }
}

function spoken(choice: string): string {
  return choice.replaceAll('-', ' ');
}
