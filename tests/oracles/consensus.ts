import type { Json } from '@candor/domain/json';
import { createRng } from '@candor/domain/rng';
import { logit, type PoolVoter, poolLogOdds } from '@candor/strategies/math/log-odds-pool';
import { weightedMedian } from '@candor/strategies/math/weighted-median';
import type { Adapters } from './adapter.ts';
import { isFields, listIn, matrixIn, numberIn, numbersIn, stringIn } from './read-input.ts';

export const CONSENSUS_ADAPTERS: Adapters = {
  'consensus.pool': (input) => {
    const voters = listIn(input, 'signals').map(voterOf);
    const pool = poolLogOdds(voters, {
      correlation: Array.isArray(input['correlation']) ? matrixIn(input, 'correlation') : undefined,
      base: numberIn(input, 'base', 0.5),
      minParticipation: numberIn(input, 'minParticipation', 0.3),
      minEdge: numberIn(input, 'delta', 0.05),
      maxDisagreement: numberIn(input, 'maxDisagreement', 0.4),
    });
    return {
      probability: pool.probabilityUp,
      logOdds: pool.logOdds,
      nEff: pool.effectiveVoters,
      participation: pool.participation,
      disagreement: pool.disagreement,
      contributions: pool.contributions.filter((_, i) => voters[i]!.probabilityUp !== null),
      direction: pool.direction,
      abstain: pool.abstained,
      confidence: pool.confidence,
    };
  },
  'consensus.weightedMedian': (input) => weightedMedian(numbersIn(input, 'values'), numbersIn(input, 'weights')),
  'consensus.property': (input) => {
    const property = stringIn(input, 'property');
    if (property.includes('n_eff=n') && property.includes('permutation invariant') && property.includes('mirrors')) {
      return poolLaws();
    }
    throw new Error(`No test is written for the property: ${property}`);
  },
};

function voterOf(signal: Json): PoolVoter {
  if (!isFields(signal)) throw new TypeError('A signal is not an object.');
  return {
    id: stringIn(signal, 'id'),
    probabilityUp: signal['p'] === null ? null : numberIn(signal, 'p'),
    weight: numberIn(signal, 'w'),
  };
}

function poolLaws(): boolean {
  const rng = createRng(7);
  const near = (a: number | null, b: number): boolean => a !== null && Math.abs(a - b) <= 1e-10;
  for (let round = 0; round < 200; round++) {
    const n = 1 + rng.index(6);
    const base = 0.3 + 0.4 * rng.next();
    const equal = Array.from({ length: n }, (_, i) => ({
      id: `v${i}`,
      probabilityUp: 0.05 + 0.9 * rng.next(),
      weight: 1,
    }));
    const odds = equal.map(({ probabilityUp }) => logit(probabilityUp) - logit(base));
    const sum = odds.reduce((total, value) => total + value, 0);
    const ones = equal.map(() => equal.map(() => 1));
    const independent = poolLogOdds(equal, { base });
    const identical = poolLogOdds(equal, { base, correlation: ones });
    if (!near(independent.effectiveVoters, n) || !near(independent.logOdds, logit(base) + sum)) return false;
    if (!near(identical.effectiveVoters, 1) || !near(identical.logOdds, logit(base) + sum / n)) return false;

    const weighted = equal.map((voter) => ({ ...voter, weight: 0.1 + rng.next() }));
    const pool = poolLogOdds(weighted, { base });
    const backwards = poolLogOdds(weighted.toReversed(), { base });
    const mirrored = weighted.map((voter) => ({ ...voter, probabilityUp: 1 - voter.probabilityUp }));
    const mirror = poolLogOdds(mirrored, { base: 1 - base });
    if (pool.probabilityUp === null || pool.disagreement === null) return false;
    if (!near(backwards.probabilityUp, pool.probabilityUp) || !near(backwards.disagreement, pool.disagreement))
      return false;
    if (!near(mirror.probabilityUp, 1 - pool.probabilityUp)) return false;
  }
  return true;
}
