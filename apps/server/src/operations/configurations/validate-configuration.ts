import { CandorError } from '@candor/domain/candor-error';
import { findSizing } from '@candor/risk/sizing-catalog';
import { z } from 'zod';
import type { OwnStrategies } from '../../resources/own-strategies.ts';
import { type Fault, faultsOf } from '../bad-input.ts';
import { defineOperation } from '../operation.ts';
import { ConfigurationShape, ConfigurationTerms, definitionOf, settleTerms } from './configuration-shape.ts';

const Configuration = ConfigurationShape.pick({ strategy: true, params: true, sizing: true, allowShort: true });

const { strategy, params, sizing, allowShort } = ConfigurationTerms;

export const validateConfiguration = defineOperation({
  id: 'configurations.validate',
  summary:
    'Say what is wrong with a configuration before it is kept, by the rules by which it would be; nothing is created.',
  input: z.object({ strategy, params, sizing, allowShort }),
  output: z.object({
    ok: z.boolean(),
    errors: z.array(
      z.object({
        /** Path of the field, such as `params.fast` or `sizing.id`. */
        field: z.string(),
        rule: z.string(),
        message: z.string(),
      }),
    ),
    /** With every default filled in; null where something is wrong. */
    configuration: Configuration.nullable(),
  }),
  scope: 'strategies:read',
  needs: ['ownStrategies'],
  cli: {
    command: 'configuration check',
    positionals: ['strategy'],
    pairs: { param: 'params' },
    examples: [
      {
        line: 'candor configuration check sma-crossover --param fast=30 --param slow=20',
        shows: 'which rule it breaks',
      },
    ],
  },
  http: {
    method: 'POST',
    path: '/configuration-checks',
    examples: [
      {
        summary: 'Averages that are the wrong way round',
        input: { strategy: 'sma-crossover', params: { fast: 30, slow: 20 } },
      },
    ],
  },
  run: async ({ ownStrategies }, { allowShort: mayShort, ...terms }) => {
    const settled = await attempt(() => settleTerms(ownStrategies, terms));
    if (!(settled instanceof CandorError)) {
      return { ok: true, errors: [], configuration: Configuration.parse({ ...settled, allowShort: mayShort }) };
    }
    const found = [...(await strategyFaults(ownStrategies, terms)), ...(await sizingFaults(terms.sizing))];
    const errors = found.length > 0 ? found : [{ field: 'params', rule: settled.code, message: settled.message }];
    return { ok: false, errors, configuration: null };
  },
});

interface Terms {
  readonly strategy: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Every broken rule, where keeping it would name the first. */
async function strategyFaults(ownStrategies: OwnStrategies, terms: Terms): Promise<Fault[]> {
  const definition = await attempt(() => definitionOf(ownStrategies, terms.strategy));
  if (definition instanceof CandorError) return [faultFrom('strategy', definition)];
  const faults = paramFaults('params', definition.params, terms.params);
  if (faults.length > 0) return faults;
  const refused = await attempt(() => definition.parse(terms.params));
  return refused instanceof CandorError ? [faultFrom('params', refused)] : [];
}

async function sizingFaults(wish: { readonly id: string; readonly params: unknown }): Promise<Fault[]> {
  const definition = await attempt(() => findSizing(wish.id));
  if (definition instanceof CandorError) return [faultFrom('sizing.id', definition)];
  return paramFaults('sizing.params', definition.params, wish.params);
}

function paramFaults(owner: string, schema: z.ZodType, given: unknown): Fault[] {
  // A name that is not there is refused, whether by the schema itself or by who parses with it.
  const parsed = (schema instanceof z.ZodObject ? schema.strict() : schema).safeParse(given);
  if (parsed.success) return [];
  return faultsOf(parsed.error, given).map((fault) => ({
    ...fault,
    field: fault.field === '' ? owner : `${owner}.${fault.field}`,
  }));
}

function faultFrom(field: string, { code, message }: CandorError): Fault {
  return { field, rule: code, message };
}

/** Returns what was done, or the error that tells a person why it cannot be. Anything else is thrown on. */
async function attempt<T>(work: () => T | Promise<T>): Promise<T | CandorError> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof CandorError && error.kind !== 'retry') return error;
    throw error;
  }
}
