import { createRng } from '@candor/domain/rng';
import {
  expectedSojourn,
  hitBefore,
  meanFirstPassage,
  spectralGap,
  stationary,
} from '@candor/strategies/math/markov-chain';
import { fitChain, fitChainForgetting } from '@candor/strategies/math/markov-fit';
import { expectedReturn, probUp, returnVariance, stateMeans } from '@candor/strategies/math/markov-forecast';
import { homogeneityTest } from '@candor/strategies/math/markov-homogeneity';
import { orderTest } from '@candor/strategies/math/markov-order';
import { simulateChain } from '@candor/strategies/math/markov-simulate';
import { SIGMA_CUTS, statesProduct, statesQuantile, statesSigma } from '@candor/strategies/math/markov-states';
import { forecast, nStep } from '@candor/strategies/math/transition-matrix';
import type { Adapters, OracleInput } from './adapter.ts';
import { matrixIn, numberIn, numbersIn } from './read-input.ts';

export const MARKOV_ADAPTERS: Adapters = {
  'markov.stationary': (input) => {
    const { probabilities, periodic, period } = stationary(matrixIn(input, 'P'));
    return { value: probabilities, periodic, period };
  },
  'markov.meanFirstPassage': (input) => meanFirstPassage(matrixIn(input, 'P')),
  'markov.nStep': (input) => nStep(matrixIn(input, 'P'), numberIn(input, 'n')),
  'markov.forecast': (input) => forecast(matrixIn(input, 'P'), numbersIn(input, 'start'), numberIn(input, 'n')),
  'markov.expectedSojourn': (input) => expectedSojourn(matrixIn(input, 'P')),
  'markov.spectralGap': (input) => spectralGap(matrixIn(input, 'P')),
  'markov.hitBefore': (input) =>
    Object.fromEntries(hitBefore(matrixIn(input, 'P'), numberIn(input, 'targetA'), numberIn(input, 'targetB'))),
  'markov.simulate': (input) => {
    const states = simulated(input);
    return { first20: states.slice(0, 20), counts: fitChain(states, matrixIn(input, 'P').length, 0).counts };
  },
  'markov.fit': (input) => {
    const { matrix, counts, unobservedStates } = fitChain(
      statesIn(input),
      numberIn(input, 'k'),
      numberIn(input, 'alpha', 0.5),
    );
    return { P: matrix, counts, unobservedStates };
  },
  'markov.onlineFit': (input) => {
    const { matrix, counts, effectiveN } = fitChainForgetting(
      statesIn(input),
      numberIn(input, 'k'),
      numberIn(input, 'halfLife'),
      numberIn(input, 'alpha', 0.5),
    );
    return { P: matrix, counts, effectiveN };
  },
  'markov.orderTest': (input) => ({ value: orderTest(statesIn(input), numberIn(input, 'k')) }),
  'markov.homogeneityTest': (input) => ({
    value: homogeneityTest(statesIn(input), numberIn(input, 'k'), numberIn(input, 'segments')),
  }),
  'markov.statesQuantile': (input) => statesQuantile(numbersIn(input, 'returns'), numberIn(input, 'k')),
  'markov.statesSigma': (input) => ({
    states: statesSigma(
      numbersIn(input, 'returns'),
      numberIn(input, 'mu'),
      numberIn(input, 'sigma'),
      input['cuts'] === undefined ? SIGMA_CUTS : numbersIn(input, 'cuts'),
    ),
  }),
  'markov.statesProduct': (input) => ({
    states: statesProduct(numbersIn(input, 'a'), numbersIn(input, 'b'), numberIn(input, 'kb')),
  }),
  'markov.expectedReturn': (input) =>
    expectedReturn(
      matrixIn(input, 'P'),
      numbersIn(input, 'stateMeans'),
      numberIn(input, 'current'),
      numberIn(input, 'horizon'),
    ),
  'markov.returnVariance': (input) =>
    returnVariance(
      matrixIn(input, 'P'),
      numbersIn(input, 'stateMeans'),
      numbersIn(input, 'stateSds'),
      numberIn(input, 'current'),
      numberIn(input, 'horizon'),
    ),
  'markov.probUp': (input) =>
    probUp(matrixIn(input, 'P'), numberIn(input, 'current'), numbersIn(input, 'upCounts'), numbersIn(input, 'counts')),
  'markov.stateMeans': (input) =>
    stateMeans(
      numbersIn(input, 'returns'),
      numbersIn(input, 'states'),
      numberIn(input, 'k'),
      numberIn(input, 'kappa', 10),
    ),
};

function statesIn(input: OracleInput): number[] {
  return input['states'] === 'simulate' ? simulated(input) : numbersIn(input, 'states');
}

function simulated(input: OracleInput): number[] {
  const rng = createRng(numberIn(input, 'seed'));
  return simulateChain(matrixIn(input, 'P'), numberIn(input, 'n'), numberIn(input, 'start', 0), rng);
}
