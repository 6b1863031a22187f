import type { StrategyDefinition } from '@candor/domain/ports/strategy';
import { consensusOf } from './consensus-definition.ts';
import { markovChain } from './plugins/markov-chain.ts';
import { smaCrossover } from './plugins/sma-crossover.ts';
import { strategyNamed } from './strategy-named.ts';

const plugins: readonly StrategyDefinition[] = [
  // One a line, by id.
  markovChain,
  smaCrossover,
];

/** Every strategy there is, by id: the plugins, and their consensus. To be listed here is to be put through the laws. */
export const strategyCatalog: readonly StrategyDefinition[] = [consensusOf(plugins), ...plugins];

/** Returns the strategy of that id. Throws `strategies.unknown` (not-found) offering the nearest one. */
export function findStrategy(id: string): StrategyDefinition {
  return strategyNamed(strategyCatalog, id);
}
