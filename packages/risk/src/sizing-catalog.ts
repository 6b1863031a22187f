import { CandorError } from '@candor/domain/candor-error';
import { didYouMean } from '@candor/domain/nearest';
import type { Sizing, SizingDefinition } from './define-sizing.ts';
import { parseParams } from './parse-params.ts';
import { allIn } from './sizing/all-in.ts';
import { fixedFraction } from './sizing/fixed-fraction.ts';
import { fixedQuantity } from './sizing/fixed-quantity.ts';
import { volatilityTarget } from './sizing/volatility-target.ts';

/** Every sizing rule, in the order in which they are offered. */
export const SIZINGS: readonly SizingDefinition[] = [allIn, fixedFraction, volatilityTarget, fixedQuantity];

/** Returns the definition of a sizing rule. Throws `risk.unknown-sizing`, offering the nearest, for an id that is none. */
export function findSizing(id: string): SizingDefinition {
  const found = SIZINGS.find((definition) => definition.id === id);
  if (found) return found;
  const known = SIZINGS.map((definition) => definition.id);
  throw new CandorError('risk.unknown-sizing', {
    kind: 'not-found',
    message: `There is no sizing rule "${id}". ${didYouMean(id, known)}`,
  });
}

/** Returns a sizing rule ready to use. Throws `risk.unknown-sizing`, and `risk.bad-param` for parameters out of their domain. */
export function createSizing(id: string, params: unknown = {}): Sizing {
  const definition = findSizing(id);
  return definition.create(parseParams(definition.params, params, `Sizing rule "${id}"`));
}
