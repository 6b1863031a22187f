'use client';

import { ChevronDown, Plus, Trash2 } from 'lucide-react';
import { type ReactNode, useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { cn } from '@/lib/cn';
import {
  type Described,
  defaultsOf,
  type EntryField,
  entriesOf,
  fieldsOf,
  isSame,
  nextEntry,
  type Parameter,
  type ParameterFaults,
  type ParameterValue,
  type ParameterValues,
  paramsOf,
  recordOf,
  withDefaults,
} from '@/lib/params/parameter';
import { ParameterField } from './parameter-field';

/** Parameters inside of an entry, drawn by the form that the list stands in. */
export type InnerForm = (form: {
  readonly idPrefix: string;
  readonly params: readonly Parameter[];
  readonly values: ParameterValues;
  readonly onChange: (values: ParameterValues) => void;
  readonly errors: ParameterFaults;
}) => ReactNode;

export interface ListFieldProps {
  readonly id: string;
  readonly param: Parameter;
  readonly value: ParameterValue | undefined;
  readonly onChange: (value: ParameterValue) => void;
  /** By the path below the list: `0.weight`. The list's own stands under an empty path. */
  readonly errors: ParameterFaults;
  readonly strategies: readonly Described[];
  readonly form: InnerForm;
  readonly disabled: boolean;
}

/** A list of records: each with its fields, to be added to and taken from. */
export function ListField({ id, param, value, onChange, errors, strategies, form, disabled }: ListFieldProps) {
  const root = useRef<HTMLFieldSetElement>(null);
  const [kept, setKept] = useState<readonly number[]>([]);
  const entries = entriesOf(param, value);
  // An entry has no name of its own, and its place is another's once it is gone. A list that came from elsewhere is a new one.
  const keys = kept.length === entries.length ? kept : [...entries.keys()];
  const next = nextEntry(param, value, strategies);
  const fewest = param.list?.minEntries ?? 0;
  const title = param.title.toLowerCase();
  // Who adds or removes goes on from there, also without a pointer.
  const focus = (selector: string) =>
    requestAnimationFrame(() => root.current?.querySelector<HTMLElement>(selector)?.focus());
  return (
    <fieldset ref={root} disabled={disabled} aria-describedby={`${id}-error`} className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1.5 font-[550] text-small">{param.title}</legend>
      {param.about !== null && <p className="text-micro text-text-3">{param.about}</p>}
      {entries.map((entry, place) => (
        <Entry
          key={keys[place]}
          id={`${id}-${place}`}
          param={param}
          entry={entry}
          place={place}
          entries={entries}
          onChange={(changed) => onChange(entries.map((each, at) => (at === place ? changed : each)))}
          onRemove={() => {
            setKept(keys.filter((_, at) => at !== place));
            onChange(entries.filter((_, at) => at !== place));
            focus('[data-adds]');
          }}
          isNeeded={entries.length <= fewest}
          errors={below(errors, `${place}`)}
          strategies={strategies}
          form={form}
        />
      ))}
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Button
          size="small"
          data-adds
          // It stays where the focus is, and says why it does nothing.
          aria-disabled={next === undefined}
          aria-describedby={`${id}-room`}
          className={cn(next === undefined && 'cursor-not-allowed opacity-60')}
          onClick={() => {
            if (next === undefined) return;
            setKept([...keys, Math.max(-1, ...keys) + 1]);
            onChange([...entries, next]);
            focus(`#${CSS.escape(`${id}-${entries.length}`)} select, #${CSS.escape(`${id}-${entries.length}`)} input`);
          }}
        >
          <Plus aria-hidden /> Add to {title}
        </Button>
        <span id={`${id}-room`} className="text-micro text-text-2">
          {next === undefined ? 'Nothing is left to add.' : ''}
        </span>
      </div>
      <Faults id={`${id}-error`} says={errors[''] === undefined ? [] : [errors['']]} />
    </fieldset>
  );
}

function Entry({
  id,
  param,
  entry,
  place,
  entries,
  onChange,
  onRemove,
  isNeeded,
  errors,
  strategies,
  form,
}: {
  readonly id: string;
  readonly param: Parameter;
  readonly entry: ParameterValues;
  readonly place: number;
  readonly entries: readonly ParameterValues[];
  readonly onChange: (entry: ParameterValues) => void;
  readonly onRemove: () => void;
  /** The list would have too few without it. */
  readonly isNeeded: boolean;
  readonly errors: ParameterFaults;
  readonly strategies: readonly Described[];
  readonly form: InnerForm;
}) {
  const fields = fieldsOf(param);
  const plain = fields.filter(({ parametersOf }) => parametersOf === null);
  const change = (field: EntryField, value: ParameterValue | undefined) => {
    const changed: Record<string, ParameterValue> = { ...entry, [field.name]: value ?? null };
    // Parameters of another strategy would be wrong here.
    for (const inner of fields) {
      if (inner.parametersOf === field.name) changed[inner.name] = defaultsOf(paramsOf(inner, changed, strategies));
    }
    onChange(changed);
  };
  const named = new Set(fields.map(({ parametersOf }) => parametersOf));
  const titles = Object.fromEntries(strategies.map(({ name, title }) => [name, title]));
  const inner = fields.filter((field) => paramsOf(field, entry, strategies).length > 0);
  const remove = (
    <Button
      variant="ghost"
      size="icon-small"
      aria-label={`Remove entry ${place + 1} of ${param.title.toLowerCase()}`}
      disabled={isNeeded}
      onClick={onRemove}
    >
      <Trash2 aria-hidden />
    </Button>
  );
  const told = new Set(plain.map(({ name }) => name));
  const ofEntry = Object.entries(errors).filter(([path]) => !told.has(path) && !path.includes('.'));
  return (
    <fieldset id={id} className="min-w-0 rounded-control border border-line px-3 py-2.5">
      <legend className="sr-only">
        Entry {place + 1} of {param.title.toLowerCase()}
      </legend>
      <div className="flex flex-wrap items-start gap-x-2.5 gap-y-2">
        {plain.map((field) => (
          <div
            key={field.name}
            className={cn('min-w-0', field.type === 'choice' ? 'flex-[3_1_9rem]' : 'flex-[1_1_7.5rem]')}
          >
            <ParameterField
              id={`${id}-${field.name}`}
              param={fieldIn(param, field, place, entries)}
              value={entry[field.name]}
              onChange={(value) => change(field, value)}
              error={errors[field.name]}
              disabled={false}
              isErrorBelow={false}
              choiceTitles={named.has(field.name) ? titles : undefined}
            />
          </div>
        ))}
      </div>
      {inner.map((field, at) => {
        const params = paramsOf(field, entry, strategies);
        const values = withDefaults(params, recordOf(entry[field.name]));
        return (
          <Inner
            key={field.name}
            title={field.title}
            params={params}
            values={values}
            isWrong={hasBelow(errors, field.name)}
            actions={at === 0 && remove}
          >
            {form({
              idPrefix: `${id}-${field.name}`,
              params,
              values,
              onChange: (changed) => onChange({ ...entry, [field.name]: changed }),
              errors: below(errors, field.name),
            })}
          </Inner>
        );
      })}
      {inner.length === 0 && <div className="mt-1.5 flex justify-end">{remove}</div>}
      <Faults id={`${id}-error`} says={ofEntry.map(([, fault]) => fault)} />
    </fieldset>
  );
}

/** Parameters that are out of sight while they are the defaults and right. */
function Inner({
  title,
  params,
  values,
  isWrong,
  actions,
  children,
}: {
  readonly title: string;
  readonly params: readonly Parameter[];
  readonly values: ParameterValues;
  readonly isWrong: boolean;
  readonly actions: ReactNode;
  readonly children: ReactNode;
}) {
  const region = useId();
  const changed = params.filter((each) => !isSame(each.default, values[each.name])).length;
  const [isOpen, setIsOpen] = useState(changed > 0);
  const isShown = isOpen || isWrong;
  return (
    <div className="mt-1.5">
      <div className="flex items-center justify-between gap-2">
        <Button
          variant="ghost"
          size="small"
          aria-expanded={isShown}
          aria-controls={region}
          onClick={() => setIsOpen(!isShown)}
          className="-ml-2"
        >
          <ChevronDown aria-hidden className={cn(!isShown && '-rotate-90')} /> {title}
          <span className="font-normal text-text-3">{changed === 0 ? 'defaults' : `${changed} changed`}</span>
        </Button>
        {actions}
      </div>
      <div id={region} hidden={!isShown} className="mt-2">
        {children}
      </div>
    </div>
  );
}

function Faults({ id, says }: { readonly id: string; readonly says: readonly string[] }) {
  return (
    <p id={id} aria-live="polite" className={says.length === 0 ? 'hidden' : 'mt-1 text-halt text-small'}>
      {says.join(' ')}
    </p>
  );
}

/** Returns the field with its place in its label, and without the choices that another entry has. What it is for, the list says once. */
function fieldIn(
  { list }: Parameter,
  field: EntryField,
  place: number,
  entries: readonly ParameterValues[],
): Parameter {
  const others = field.name === list?.eachOnce ? entries.filter((_, at) => at !== place) : [];
  const choices = field.choices?.filter((choice) => !others.some((each) => each[field.name] === choice)) ?? null;
  return { ...field, list: null, title: `${field.title} ${place + 1}`, about: null, choices };
}

/** Returns the faults below a path, by the rest of their paths. */
function below(errors: ParameterFaults, path: string): ParameterFaults {
  return Object.fromEntries(
    Object.entries(errors).flatMap(([at, fault]) =>
      at === path ? [['', fault]] : at.startsWith(`${path}.`) ? [[at.slice(path.length + 1), fault]] : [],
    ),
  );
}

function hasBelow(errors: ParameterFaults, path: string): boolean {
  return Object.keys(below(errors, path)).length > 0;
}
