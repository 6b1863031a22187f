'use client';

import { TriangleAlert } from 'lucide-react';
import {
  type Described,
  fieldsOf,
  isSame,
  type Parameter,
  type ParameterFaults,
  type ParameterValue,
  type ParameterValues,
  rangeOf,
  wordsOf,
} from '@/lib/params/parameter';
import { ListField } from './list-field';
import { ParameterField } from './parameter-field';

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
  /** Whose parameters the entries of a list may carry. */
  readonly strategies?: readonly Described[];
}

const NONE: readonly Described[] = [];

/** A form made from the parameters of a plugin: two columns, the range at each label, the unit in each field. */
export function SchemaForm({
  idPrefix,
  params,
  values,
  onChange,
  errors,
  saved,
  disabled = false,
  strategies = NONE,
}: SchemaFormProps) {
  const change = (name: string, value: ParameterValue | undefined) => {
    const { [name]: _before, ...others } = values;
    onChange(value === undefined ? others : { ...others, [name]: value });
  };
  const faultOf = (param: Parameter): string | undefined => {
    const [fault, last] = [errors[param.name], saved?.[param.name]];
    if (fault === undefined || last === undefined || isSame(last, values[param.name])) return fault;
    return `${fault} Last saved: ${wordsOf(param, last)}.`;
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
    <div data-slot="schema-form" className="@container flex flex-col gap-3">
      {inRows(params).map((row) => {
        const [first] = row;
        if (first !== undefined && fieldsOf(first).length > 0) {
          return (
            <ListField
              key={first.name}
              id={`${idPrefix}-${first.name}`}
              param={first}
              value={values[first.name]}
              onChange={(value) => change(first.name, value)}
              errors={listFaults(first, faultOf(first), errors)}
              strategies={strategies}
              disabled={disabled}
              form={(form) => <SchemaForm {...form} />}
            />
          );
        }
        if (row.length === 1 && first !== undefined && isWide(first)) return fieldOf(first, false);
        return (
          <div key={first?.name}>
            <div className="grid grid-cols-1 items-start gap-x-2.5 gap-y-3 @xs:grid-cols-2 max-phone:grid-cols-1!">
              {row.map((param) => fieldOf(param, true))}
            </div>
            {row.map((param) => (
              <Fault key={param.name} id={`${idPrefix}-${param.name}-fault`} error={faultOf(param)} />
            ))}
          </div>
        );
      })}
    </div>
  );
}

/** Returns the faults of a list by the path below it; its own, which may be told with what was kept, under an empty one. */
function listFaults({ name }: Parameter, own: string | undefined, errors: ParameterFaults): ParameterFaults {
  const inside = Object.entries(errors).filter(([path]) => path.startsWith(`${name}.`));
  return {
    ...Object.fromEntries(inside.map(([path, fault]) => [path.slice(name.length + 1), fault])),
    ...(own === undefined ? {} : { '': own }),
  };
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

const LONG_LABEL = 30;
const LONG_ABOUT = 60;

/** A label and its range need room beside each other; what has a sentence of explanation needs a line of its own. */
function isWide(param: Parameter): boolean {
  if (param.type !== 'integer' && param.type !== 'number') return true;
  const isLong = (param.about?.length ?? 0) > LONG_ABOUT;
  return isLong || param.title.length + (rangeOf(param)?.length ?? 0) > LONG_LABEL;
}
