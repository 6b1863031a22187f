import { SchemaForm } from '@/components/parts/schema-form';
import {
  type Described,
  faultsOf,
  isSame,
  type Parameter,
  type ParameterFaults,
  type ParameterValues,
  withDefaults,
} from '@/lib/params/parameter';

/** The parameters of a strategy or a sizing rule. Only what differs from the defaults is told, so that the address stays short. */
export function ParameterFields({
  idPrefix,
  params,
  changed,
  onChange,
  strategies,
}: {
  readonly idPrefix: string;
  readonly params: readonly Parameter[];
  readonly changed: ParameterValues;
  readonly onChange: (changed: ParameterValues) => void;
  readonly strategies?: readonly Described[] | undefined;
}) {
  return (
    <SchemaForm
      idPrefix={idPrefix}
      params={params}
      values={withDefaults(params, changed)}
      errors={faultsOfParams(params, changed, strategies)}
      {...(strategies === undefined ? {} : { strategies })}
      onChange={(values) =>
        onChange(
          Object.fromEntries(
            Object.entries(values).filter(
              ([name, value]) => !isSame(params.find((param) => param.name === name)?.default, value),
            ),
          ),
        )
      }
    />
  );
}

/** Returns what is wrong with parameters of which only the changed ones are told. */
export function faultsOfParams(
  params: readonly Parameter[],
  changed: ParameterValues,
  strategies?: readonly Described[],
): ParameterFaults {
  return faultsOf(params, withDefaults(params, changed), strategies);
}
