import { CandorError } from '@candor/domain/candor-error';
import type { Repositories, StrategyConfiguration } from '@candor/domain/ports/repositories';
import type { StrategyDefinition } from '@candor/domain/ports/strategy';
import { isoFromInstant } from '@candor/domain/time';
import { parseParams } from '@candor/risk/parse-params';
import { findSizing } from '@candor/risk/sizing-catalog';
import { findStrategy } from '@candor/strategies/catalog';
import { z } from 'zod';
import type { OwnStrategies } from '../../resources/own-strategies.ts';
import { Id } from '../accounts/account-shape.ts';

const Params = z.record(z.string(), z.json());

/** The field that names a version. */
export const Version = z.int().min(1).max(1_000_000);

/** What a person says of a configuration. */
export const ConfigurationTerms = {
  name: z.string().trim().min(1).max(80).optional().describe('What people call it; the id otherwise.'),
  strategy: z
    .string()
    .min(1)
    .max(200)
    .describe('A strategy by id, or one of your own like my/first-idea.ts; see the list of strategies.'),
  params: Params.default({}).describe('Parameters of the strategy other than the defaults.'),
  sizing: z
    .object({
      id: z.string().max(80).default('volatility-target'),
      params: Params.default({}),
    })
    .prefault({})
    .describe('How much to order: volatility-target, fixed-fraction, all-in or fixed-quantity.'),
  allowShort: z.boolean().default(false).describe('Let the strategy sell short, in a margin account.'),
};

/** A configuration as it is shown. */
export const ConfigurationShape = z.object({
  id: Id,
  version: z.int(),
  name: z.string(),
  strategy: z.string(),
  params: Params,
  sizing: z.object({ id: z.string(), params: Params }),
  allowShort: z.boolean(),
  createdAt: z.iso.datetime(),
});

export type ConfigurationShape = z.infer<typeof ConfigurationShape>;

export const CONFIGURATION_PROBLEMS = [
  { code: 'strategies.unknown', kind: 'not-found', when: 'the strategy is none of the catalog' },
  { code: 'strategies.bad-param', kind: 'invalid', when: 'a parameter of the strategy is out of its domain' },
  { code: 'own-strategies.outside', kind: 'denied', when: 'the file is not below my/' },
  { code: 'own-strategies.no-file', kind: 'not-found', when: 'there is no such file' },
  { code: 'risk.unknown-sizing', kind: 'not-found', when: 'the sizing rule is none of the catalog' },
  { code: 'risk.bad-param', kind: 'invalid', when: 'a parameter of the sizing rule is out of its domain' },
] as const;

/** Returns strategy, parameters and sizing with every default filled in, so that a version means the same for ever. Throws what is wrong with them. */
export async function settleTerms(
  ownStrategies: OwnStrategies,
  terms: {
    readonly strategy: string;
    readonly params: unknown;
    readonly sizing: { readonly id: string; readonly params: unknown };
  },
): Promise<Pick<StrategyConfiguration, 'strategy' | 'params' | 'sizing'>> {
  const definition = await definitionOf(ownStrategies, terms.strategy);
  const sizing = findSizing(terms.sizing.id);
  return {
    strategy: ownStrategies.isPath(terms.strategy) ? terms.strategy : definition.id,
    params: asJson(definition.parse(terms.params)),
    sizing: {
      id: sizing.id,
      params: asJson(parseParams(sizing.params, terms.sizing.params, `Sizing rule "${sizing.id}"`)),
    },
  };
}

/** Returns the strategy that a configuration names. Throws what `CONFIGURATION_PROBLEMS` lists of it. */
export async function definitionOf(ownStrategies: OwnStrategies, strategy: string): Promise<StrategyDefinition> {
  if (!ownStrategies.isPath(strategy)) return findStrategy(strategy);
  if (!ownStrategies.list().includes(strategy)) {
    throw new CandorError('own-strategies.outside', {
      kind: 'denied',
      message: `"strategy" must be one of your own below my/ (${ownStrategies.list().join(', ') || 'there is none yet'}); "${strategy}" is not.`,
    });
  }
  return (await ownStrategies.load(strategy)).definition;
}

/** Returns a version, or the latest. Throws `configurations.unknown` (not-found). */
export async function findConfiguration(
  { strategyConfigurations }: Repositories,
  id: string,
  version?: number,
): Promise<StrategyConfiguration> {
  const found = await strategyConfigurations.find(id, version);
  if (found) return found;
  const which = version === undefined ? '' : ` in version ${version}`;
  throw new CandorError('configurations.unknown', {
    kind: 'not-found',
    message: `There is no strategy configuration "${id}"${which}.`,
  });
}

export function showConfiguration(row: StrategyConfiguration): ConfigurationShape {
  return ConfigurationShape.parse({ ...row, createdAt: isoFromInstant(row.createdAt) });
}

function asJson(params: unknown): z.infer<typeof Params> {
  return Params.parse(JSON.parse(JSON.stringify(params)));
}
