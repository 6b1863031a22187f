import { CandorError } from '@candor/domain/candor-error';
import { didYouMean } from '@candor/domain/nearest';
import type { StrategyDefinition } from '@candor/domain/ports/strategy';

/** Returns the definition of that id. Throws `strategies.unknown` (not-found) offering the nearest one. */
export function strategyNamed(definitions: readonly StrategyDefinition[], id: string): StrategyDefinition {
  const found = definitions.find((definition) => definition.id === id);
  if (found) return found;
  const known = definitions.map((definition) => definition.id);
  throw new CandorError('strategies.unknown', {
    kind: 'not-found',
    message: `There is no strategy "${id}". ${didYouMean(id, known)}`,
  });
}
