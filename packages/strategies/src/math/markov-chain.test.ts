import { createRng } from '@candor/domain/rng';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectedSojourn, hitBefore, meanFirstPassage, spectralGap, stationary } from './markov-chain.ts';
import { fitChain, fitChainForgetting, statesAsPairs } from './markov-fit.ts';
import { expectedReturn, probUp, returnVariance, stateMeans, stateSds } from './markov-forecast.ts';
import { homogeneityTest } from './markov-homogeneity.ts';
import { orderTest } from './markov-order.ts';
import { simulateChain } from './markov-simulate.ts';
import { stateOf, statesProduct, statesQuantile, statesSigma } from './markov-states.ts';
import { advance, forecast, nStep } from './transition-matrix.ts';

const matrices = fc.integer({ min: 2, max: 6 }).chain((k) =>
  fc
    .array(fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: k, maxLength: k }), {
      minLength: k,
      maxLength: k,
    })
    .map((rows) => rows.map((row) => row.map((value) => value / row.reduce((sum, each) => sum + each, 0)))),
);
const sequences = fc
  .integer({ min: 2, max: 4 })
  .chain((k) =>
    fc.tuple(fc.constant(k), fc.array(fc.integer({ min: 0, max: k - 1 }), { minLength: 3, maxLength: 80 })),
  );

const CODE = (code: string) => expect.objectContaining({ code: `strategies.${code}` });

describe('a fitted chain', () => {
  it('has rows that sum to 1', () => {
    fc.assert(
      fc.property(
        sequences,
        fc.constantFrom(0, 0.5, 2),
        fc.constantFrom(5, 60, Number.POSITIVE_INFINITY),
        ([k, states], alpha, halfLife) => {
          for (const row of fitChainForgetting(states, k, halfLife, alpha).matrix) {
            expect(Math.abs(row.reduce((sum, value) => sum + value, 0) - 1)).toBeLessThan(1e-12);
          }
        },
      ),
    );
  });

  it('is the plain count when nothing is ever forgotten, bit for bit', () => {
    fc.assert(
      fc.property(sequences, ([k, states]) => {
        expect(fitChainForgetting(states, k, Number.POSITIVE_INFINITY)).toEqual(fitChain(states, k));
        expect(fitChain(states, k).effectiveN).toBe(states.length - 1);
      }),
    );
  });

  it('is permuted by a relabelling of the states', () => {
    fc.assert(
      fc.property(sequences, ([k, states]) => {
        const plain = fitChain(states, k).matrix;
        const mirrored = fitChain(
          states.map((state) => k - 1 - state),
          k,
        ).matrix;
        plain.forEach((row, i) => {
          row.forEach((value, j) => {
            expect(mirrored[k - 1 - i]![k - 1 - j]).toBeCloseTo(value, 14);
          });
        });
      }),
    );
  });

  it('recovers the chain that was simulated, within 4.5 standard errors', () => {
    const truth = [
      [0.6, 0.3, 0.1],
      [0.2, 0.5, 0.3],
      [0.25, 0.35, 0.4],
    ];
    const { matrix, counts } = fitChain(simulateChain(truth, 20_000, 0, createRng(5)), 3, 0);
    truth.forEach((row, i) => {
      const n = counts[i]!.reduce((sum, count) => sum + count, 0);
      row.forEach((p, j) => {
        expect(Math.abs(matrix[i]![j]! - p)).toBeLessThan(4.5 * Math.sqrt((p * (1 - p)) / n));
      });
    });
  });

  it('names the states that were never left', () => {
    expect(fitChain([0, 1, 0], 3, 0)).toMatchObject({
      unobservedStates: [2],
      matrix: [
        [0, 1, 0],
        [1, 0, 0],
        [1 / 3, 1 / 3, 1 / 3],
      ],
    });
  });

  it('refuses too little, states that are none and priors below 0', () => {
    expect(() => fitChain([0], 2)).toThrow(CODE('insufficient-data'));
    expect(() => fitChain([0, 2], 2)).toThrow(CODE('bad-input'));
    expect(() => fitChain([0, 1], 2, -1)).toThrow(CODE('bad-param'));
    expect(() => fitChainForgetting([0, 1], 2, 0)).toThrow(CODE('bad-param'));
  });

  it('reads pairs as states of their own', () => {
    expect(statesAsPairs([0, 1, 2, 2], 3)).toEqual([1, 5, 8]);
  });
});

describe('a chain', () => {
  it('stays in its stationary law, which every row of a high power is', () => {
    fc.assert(
      fc.property(matrices, (matrix) => {
        const { probabilities, periodic } = stationary(matrix);
        const next = advance(probabilities, matrix);
        const far = nStep(matrix, 2 ** 12);
        probabilities.forEach((p, j) => {
          expect(Math.abs(next[j]! - p)).toBeLessThan(1e-12);
          for (const row of far) expect(Math.abs(row[j]! - p)).toBeLessThan(1e-9);
        });
        expect(periodic).toBe(false);
      }),
    );
  });

  it('returns after 1/pi steps, and passes through as one step and the rest say', () => {
    fc.assert(
      fc.property(matrices, (matrix) => {
        const passage = meanFirstPassage(matrix);
        const { probabilities } = stationary(matrix);
        matrix.forEach((row, i) => {
          probabilities.forEach((weight, j) => {
            const later = row.reduce((sum, p, m) => (m === j ? sum : sum + p * passage[m]![j]!), 1);
            expect(Math.abs(passage[i]![j]! / later - 1)).toBeLessThan(1e-9);
            if (i === j) expect(passage[i]![i]).toBeCloseTo(1 / weight, 9);
          });
        });
      }),
    );
  });

  it('gives transient states no weight, and no time of arrival', () => {
    const matrix = [
      [0.5, 0.5, 0],
      [0, 0.3, 0.7],
      [0, 0.6, 0.4],
    ];
    expect(stationary(matrix).probabilities[0]).toBe(0);
    expect(meanFirstPassage(matrix)[1]![0]).toBe(Number.POSITIVE_INFINITY);
    expect(meanFirstPassage(matrix)[0]![1]).toBeCloseTo(2, 12);
  });

  it('has a period where every way back is a multiple of it', () => {
    expect(
      stationary([
        [0, 1, 0],
        [0, 0, 1],
        [1, 0, 0],
      ]),
    ).toMatchObject({ periodic: true, period: 3 });
    expect(
      spectralGap([
        [0, 1],
        [1, 0],
      ]),
    ).toBeCloseTo(0, 12);
  });

  it('is refused with two closed classes, and with rows that are no distribution', () => {
    expect(() =>
      stationary([
        [1, 0],
        [0, 1],
      ]),
    ).toThrow(CODE('not-ergodic'));
    expect(() =>
      stationary([
        [0.5, 0.4],
        [0.5, 0.5],
      ]),
    ).toThrow(CODE('bad-param'));
    expect(() =>
      stationary([
        [1.5, -0.5],
        [0.5, 0.5],
      ]),
    ).toThrow(CODE('bad-param'));
    expect(() => nStep([[1]], 1.5)).toThrow(CODE('bad-param'));
    expect(() => forecast([[1]], [0.5], 1)).toThrow(CODE('bad-input'));
    expect(() => spectralGap([[1]])).toThrow(CODE('insufficient-data'));
  });

  it('stays in a state 1/(1-p) steps, for ever where nothing leads out', () => {
    expect(
      expectedSojourn([
        [0.75, 0.25],
        [0, 1],
      ]),
    ).toEqual([4, Number.POSITIVE_INFINITY]);
  });

  it('ruins the gambler as often as the classic formula says', () => {
    const p = 0.48;
    const matrix = Array.from({ length: 6 }, (_, i) =>
      Array.from({ length: 6 }, (__, j) =>
        i === 0 || i === 5 ? Number(i === j) : j === i + 1 ? p : j === i - 1 ? 1 - p : 0,
      ),
    );
    const r = (1 - p) / p;
    for (const [state, chance] of hitBefore(matrix, 5, 0)) {
      expect(chance).toBeCloseTo((1 - r ** state) / (1 - r ** 5), 12);
    }
  });

  it('never hits a target that cannot be reached', () => {
    expect(
      hitBefore(
        [
          [1, 0, 0, 0],
          [0.5, 0, 0.5, 0],
          [0, 0, 1, 0],
          [0, 0, 0, 1],
        ],
        0,
        2,
      ),
    ).toEqual(
      new Map([
        [1, 0.5],
        [3, 0],
      ]),
    );
    expect(() => hitBefore([[1]], 0, 0)).toThrow(CODE('bad-param'));
    expect(() => hitBefore([[1]], 0, 1)).toThrow(CODE('bad-input'));
  });
});

describe('the tests of a chain', () => {
  it('find that more memory never fits worse', () => {
    fc.assert(
      fc.property(sequences, ([k, states]) => {
        const { lr01, lr12, p01, p12 } = orderTest(states, k);
        expect(Math.min(lr01, lr12)).toBeGreaterThanOrEqual(0);
        expect(Math.max(p01, p12)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('prefer no memory for coin tosses', () => {
    const rng = createRng(2);
    expect(
      orderTest(
        Array.from({ length: 800 }, () => rng.index(3)),
        3,
      ).bestOrder,
    ).toBe(0);
  });

  it('have the size they claim: LR12 and homogeneity reject about one true law in twenty', () => {
    const truth = [
      [0.6, 0.3, 0.1],
      [0.2, 0.5, 0.3],
      [0.25, 0.35, 0.4],
    ];
    let order = 0;
    let change = 0;
    for (let seed = 1; seed <= 200; seed++) {
      const states = simulateChain(truth, 400, 0, createRng(seed));
      if (orderTest(states, 3).p12 < 0.05) order++;
      if (homogeneityTest(states, 3, 4).p < 0.05) change++;
    }
    for (const rejected of [order, change]) {
      expect(rejected).toBeGreaterThanOrEqual(0.01 * 200);
      expect(rejected).toBeLessThanOrEqual(0.13 * 200);
    }
  });

  it('have nothing to compare in a chain that never moves', () => {
    expect(homogeneityTest([0, 0, 0, 0], 2, 2)).toEqual({ statistic: 0, df: 0, p: 1 });
  });

  it('refuse too little', () => {
    expect(() => orderTest([0, 1], 2)).toThrow(CODE('insufficient-data'));
    expect(() => orderTest([0, 0, 0], 1)).toThrow(CODE('bad-param'));
    expect(() => homogeneityTest([0, 1], 2, 1)).toThrow(CODE('bad-param'));
  });
});

describe('the forecast', () => {
  it('has the mean and the variance of simulated futures', () => {
    const matrix = [
      [0.6, 0.3, 0.1],
      [0.2, 0.5, 0.3],
      [0.25, 0.35, 0.4],
    ];
    const means = [-0.01, 0.0005, 0.012];
    const sds = [0.015, 0.006, 0.012];
    const rng = createRng(4);
    const sums = Array.from({ length: 40_000 }, () => {
      const path = simulateChain(matrix, 5, 1, rng).slice(1);
      return path.reduce((sum, state) => sum + means[state]! + sds[state]! * rng.normal(), 0);
    });
    const mean = sums.reduce((sum, value) => sum + value, 0) / sums.length;
    const variance = sums.reduce((sum, value) => sum + (value - mean) ** 2, 0) / sums.length;
    const expected = returnVariance(matrix, means, sds, 1, 4);
    expect(Math.abs(mean - expectedReturn(matrix, means, 1, 4))).toBeLessThan(4.5 * Math.sqrt(expected / sums.length));
    expect(Math.abs(variance / expected - 1)).toBeLessThan(0.04);
  });

  it('draws means and deviations to those of all by the prior weight', () => {
    const returns = [0.01, 0.03, -0.02, -0.04];
    const states = [1, 1, 0, 0];
    expect(stateMeans(returns, states, 3, 0)).toEqual([-0.03, 0.02, -0.005]);
    expect(stateMeans(returns, states, 2, 2)[1]).toBeCloseTo((0.04 + 2 * -0.005) / 4, 15);
    expect(stateSds(returns, states, 3, 10).map((sd) => Math.round(sd * 1e12) / 1e12)).toEqual([0.01, 0.01, 0.01]);
    expect(
      probUp(
        [
          [0, 1],
          [1, 0],
        ],
        0,
        [0, 2],
        [2, 2],
      ),
    ).toBe(0.75);
  });

  it('refuses what does not fit together', () => {
    expect(() => stateMeans([1], [0, 1], 2)).toThrow(CODE('length-mismatch'));
    expect(() => stateMeans([Number.NaN], [0], 2)).toThrow(CODE('bad-input'));
    expect(() => expectedReturn([[1]], [0, 0], 0, 1)).toThrow(CODE('length-mismatch'));
    expect(() => expectedReturn([[1]], [0], 0, 0)).toThrow(CODE('bad-param'));
    expect(() => probUp([[1]], 0, [3], [2])).toThrow(CODE('bad-input'));
  });
});

describe('return states', () => {
  it('come equally often in the returns they were trained on', () => {
    const rng = createRng(8);
    const { states, edges } = statesQuantile(
      Array.from({ length: 900 }, () => rng.normal()),
      3,
    );
    for (const state of [0, 1, 2]) expect(states.filter((each) => each === state)).toHaveLength(300);
    expect(stateOf(edges[0]!, edges)).toBe(0);
  });

  it('count the borders strictly below', () => {
    expect(statesSigma([-2, -1, 0, 1, 2, 0.5], 0, 1)).toEqual([0, 1, 2, 3, 4, 2]);
    expect(statesProduct([0, 1, 2], [1, 0, 1], 2)).toEqual([1, 2, 5]);
  });

  it('are refused for returns that are none and cuts that fall', () => {
    expect(() => statesQuantile([1, Number.NaN], 2)).toThrow(CODE('bad-input'));
    expect(() => statesSigma([1], 0, 0)).toThrow(CODE('bad-param'));
    expect(() => statesSigma([1], 0, 1, [1, 0])).toThrow(CODE('bad-param'));
    expect(() => statesProduct([0], [2], 2)).toThrow(CODE('bad-input'));
    expect(() => statesProduct([0], [], 2)).toThrow(CODE('length-mismatch'));
  });
});
