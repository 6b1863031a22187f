import { BarCursor, type BarSeries } from '@candor/domain/bar';
import type { StrategyDefinition } from '@candor/domain/ports/strategy';
import { abstain, flat, long, type Signal, short } from '@candor/domain/signal';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { findStrategy } from './catalog.ts';
import {
  type ConsensusMember,
  type ConsensusSettings,
  ConsolidatedStrategyAgent,
} from './consolidated-strategy-agent.ts';
import { defineStrategy } from './define-strategy.ts';
import { practiceBars } from './laws/practice-bars.ts';
import { logit } from './math/log-odds-pool.ts';

const bars = practiceBars(600, 21);
const context = {
  position: { quantity: 0, averagePrice: 0, barsHeld: 0 },
  view: () => undefined,
  annotate: () => undefined,
};

/** A member that says what it is told to, by bar. */
function saying(id: string, script: Readonly<Record<number, Signal>>, warmup = 1): StrategyDefinition {
  return defineStrategy({
    id,
    title: id,
    summary: 'Says what it is told.',
    params: z.object({}),
    warmup: () => warmup,
    create: () => ({ parts: {}, memory: {}, onBar: ({ index }) => script[index] }),
  });
}

function agentOf(members: readonly ConsensusMember[], settings: Partial<ConsensusSettings> = {}) {
  return new ConsolidatedStrategyAgent(members, settings);
}

function walk(
  agent: ConsolidatedStrategyAgent,
  length: number,
  series: BarSeries = bars,
  from = 0,
): (Signal | undefined)[] {
  const cursor = new BarCursor(series);
  return Array.from({ length: length - from }, (_, step) => {
    BarCursor.move(cursor, from + step);
    return agent.onBar(cursor, context);
  });
}

const sure = (want: typeof long, more: object = {}) => want({ confidence: 0.8, reason: 'sure', ...more });

describe('ConsolidatedStrategyAgent', () => {
  it('shows on its sheet numbers that add up to its opinion', () => {
    const agent = new ConsolidatedStrategyAgent([
      { definition: findStrategy('markov-chain'), weight: 2 },
      { definition: findStrategy('sma-crossover') },
    ]);
    const cursor = new BarCursor(bars);
    let pooled = 0;
    for (let i = 0; i < bars.length; i++) {
      BarCursor.move(cursor, i);
      const signal = agent.onBar(cursor, context);
      const sheet = agent.voteSheet();
      if (!signal) continue;
      expect(sheet).toBeDefined();
      const { votes, logOdds, base, probabilityUp, participation } = sheet!;
      expect(votes.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
      const active = votes.filter((vote) => vote.probabilityUp !== null);
      expect(active.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(participation, 12);
      if (logOdds === null || probabilityUp === null) continue;
      pooled++;
      const sum = votes.reduce((total, { logOddsContribution }) => total + logOddsContribution, logit(base));
      expect(Math.abs(sum - logOdds)).toBeLessThan(1e-12);
      if (signal.want !== 'abstain') expect(signal.probabilityUp).toBe(probabilityUp);
    }
    expect(pooled).toBeGreaterThan(50);
  });

  it('says nothing until the slowest member has had its warm-up', () => {
    const agent = agentOf([{ definition: saying('quick', { 0: sure(long) }) }, { definition: saying('slow', {}, 20) }]);
    const signals = walk(agent, 25);
    expect(signals.findIndex(Boolean)).toBe(19);
    expect(signals[19]?.want).toBe('long');
  });

  it('hears an uncalibrated member softly: half of its deviation from the base rate', () => {
    const agent = agentOf([{ definition: saying('one', { 0: sure(long) }) }]);
    walk(agent, 1);
    // No outcome is known on the first bar, so the base rate is one half and .5 + .8 / 2 is heard as .7.
    expect(agent.voteSheet()).toMatchObject({ base: 0.5, votes: [{ probabilityUp: 0.7, uncalibrated: true }] });
    expect(agent.voteSheet()?.probabilityUp).toBeCloseTo(0.7, 12);
  });

  it('takes the probability a member states, whatever its confidence', () => {
    const agent = agentOf([{ definition: saying('one', { 0: sure(long, { probabilityUp: 0.9 }) }) }]);
    walk(agent, 1);
    expect(agent.voteSheet()?.votes[0]?.probabilityUp).toBeCloseTo(0.7, 12);
  });

  it('abstains with few opinions, and names why the others are silent', () => {
    const agent = agentOf([
      { definition: saying('one', { 0: sure(long) }) },
      { definition: saying('two', { 0: abstain({ code: 'NO_MEMORY', reason: 'none' }) }), weight: 2 },
      { definition: saying('three', {}), weight: 2 },
    ]);
    const [signal] = walk(agent, 1);
    expect(signal).toMatchObject({ want: 'abstain', code: 'PARTICIPATION' });
    expect(agent.voteSheet()?.abstained).toBe('PARTICIPATION');
    expect(agent.voteSheet()?.votes.map(({ probabilityUp, reasons }) => [probabilityUp, reasons[0]])).toEqual([
      [0.7, 'sure'],
      [null, 'NO_MEMORY: none'],
      [null, 'It has not spoken yet'],
    ]);
  });

  it('abstains, and so leaves the position, when members are at odds', () => {
    const agent = agentOf(
      [
        { definition: saying('bull', { 0: long({ confidence: 1, reason: 'up', probabilityUp: 1 }) }) },
        { definition: saying('bear', { 0: short({ confidence: 0.2, reason: 'down' }) }) },
      ],
      { uncalibratedTrust: 0.9 },
    );
    expect(walk(agent, 1)[0]).toMatchObject({ want: 'abstain', code: 'DISAGREEMENT' });
  });

  it('leaves the position when members that want to be flat hold half of the weight and there is no edge', () => {
    const away = flat({ reason: 'over' });
    const agent = agentOf([{ definition: saying('one', { 0: away }) }, { definition: saying('two', { 0: away }) }]);
    expect(walk(agent, 1)[0]?.want).toBe('flat');
    const divided = agentOf([
      { definition: saying('one', { 0: away }) },
      { definition: saying('two', { 0: long({ confidence: 0.05, reason: 'a little' }) }), weight: 3 },
    ]);
    expect(walk(divided, 1)[0]).toMatchObject({ want: 'abstain', code: 'WEAK' });
  });

  it('lets an opinion expire with its horizon, and one without a horizon stand', () => {
    const agent = agentOf(
      [
        { definition: saying('brief', { 0: sure(long, { horizonBars: 3 }) }), weight: 3 },
        { definition: saying('lasting', { 0: sure(long) }) },
      ],
      { horizonBars: 100 },
    );
    const signals = walk(agent, 6);
    expect(signals.map((signal) => signal?.want)).toEqual([
      'long',
      undefined,
      undefined,
      'abstain',
      undefined,
      undefined,
    ]);
    expect(agent.voteSheet()?.participation).toBe(0.25);
    expect(agent.voteSheet()?.votes[0]?.reasons).toEqual(['Its last opinion was for 3 bars and is 3 bars old']);
  });

  it('names levels by the lower weighted median of the members that agree, leaving out those the price has passed', () => {
    const { close } = bars;
    const at = (share: number) => close[0]! * share;
    const agent = agentOf([
      { definition: saying('a', { 0: sure(long, { stop: at(0.9), targets: [at(1.1), at(1.2)] }) }), weight: 1 },
      {
        definition: saying('b', { 0: sure(long, { stop: at(0.95), targets: [at(1.3)], invalidation: at(0.8) }) }),
        weight: 1,
      },
      { definition: saying('c', { 0: sure(long, { stop: at(1.05) }) }), weight: 5 },
      { definition: saying('d', { 0: sure(short, { stop: at(0.99) }) }), weight: 1 },
    ]);
    expect(walk(agent, 1)[0]).toMatchObject({ want: 'long', stop: at(0.9), targets: [at(1.1)], invalidation: at(0.8) });
  });

  it('counts members whose errors are alike as fewer', () => {
    const always = Object.fromEntries(Array.from({ length: 600 }, (_, i) => [i, sure(long)]));
    const agent = agentOf([{ definition: saying('one', always) }, { definition: saying('two', always) }]);
    walk(agent, 600);
    // Identical errors, drawn halfway to independence: 1 / (1/4 + 1/4 + 2 × 1/4 × 1/2).
    expect(agent.voteSheet()?.effectiveVoters).toBeCloseTo(4 / 3, 12);
  });

  it('counts as base rate what was higher a horizon later, among outcomes that are known', () => {
    const agent = agentOf([{ definition: saying('one', { 0: sure(long) }) }], { horizonBars: 4 });
    walk(agent, 41);
    let ups = 0;
    for (let t = 0; t + 4 < 41; t++) if (bars.close[t + 4]! > bars.close[t]!) ups++;
    expect(agent.voteSheet()?.base).toBeCloseTo((ups + 1) / (37 + 2), 12);
  });

  it('goes on identically from its state, vote sheet included, also over an instance that has lived', () => {
    const members = [{ definition: findStrategy('markov-chain') }, { definition: findStrategy('sma-crossover') }];
    const original = agentOf(members);
    const used = agentOf(members);
    walk(original, 400);
    walk(used, 300, practiceBars(600, 22));
    used.restore(JSON.parse(JSON.stringify(original.snapshot())));
    expect(used.voteSheet()).toEqual(original.voteSheet());
    expect(walk(used, 600, bars, 400)).toEqual(walk(original, 600, bars, 400));
    expect(used.snapshot()).toEqual(original.snapshot());
  });

  it('refuses no members, twins, weights below 0 or all 0, settings out of bounds, and the state of another', () => {
    const one = saying('one', {});
    const code = expect.objectContaining({ code: 'strategies.bad-param' });
    expect(() => agentOf([])).toThrow(code);
    expect(() => agentOf([{ definition: one }, { definition: one }])).toThrow(code);
    expect(() => agentOf([{ definition: one, weight: -1 }])).toThrow(code);
    expect(() => agentOf([{ definition: one, weight: 0 }])).toThrow(code);
    expect(() => agentOf([{ definition: one }], { horizonBars: 0 })).toThrow(code);
    expect(() => agentOf([{ definition: one }], { minEdge: 2 })).toThrow(code);
    expect(() => agentOf([{ definition: one }]).restore({})).toThrow(
      expect.objectContaining({ code: 'strategies.bad-snapshot' }),
    );
  });
});

describe('the strategy "consensus"', () => {
  const consensus = findStrategy('consensus');

  it('takes members with their weights and parameters, and settles what is left out', () => {
    const params = consensus.parse({ members: [{ strategy: 'sma-crossover', weight: 3, params: { slow: 50 } }] });
    expect(consensus.warmup(params)).toBe(50);
    expect(consensus.create(params).voteSheet?.()).toBeUndefined();
    expect(params).toMatchObject({
      members: [{ strategy: 'sma-crossover', weight: 3, params: { fast: 10, slow: 50, direction: 'long-only' } }],
    });
    expect(consensus.parse(params)).toEqual(params);
  });

  it('understands runs that were kept when weights and parameters were lists of their own', () => {
    const separate = { weights: [2, 1], memberParams: { 'sma-crossover': { fast: 5 } } };
    const kept = { members: ['sma-crossover', 'markov-chain'], ...separate, minEdge: 0.1 };
    const members = [
      { strategy: 'sma-crossover', weight: 2, params: { fast: 5 } },
      { strategy: 'markov-chain', weight: 1 },
    ];
    expect(consensus.parse(kept)).toEqual(consensus.parse({ members, minEdge: 0.1 }));
  });

  const crossover = { strategy: 'sma-crossover' };
  it.each([
    [[], /"members" .* must have at least 1 entry/],
    [[{ strategy: 'sma-crosover' }], /"members\.0\.strategy" .* \(nearest: sma-crossover\)/],
    [[{ ...crossover, weight: -1 }], /"members\.0\.weight" .* must be at least 0; it is -1/],
    [[{ ...crossover, wait: 1 }], /no parameter "members\.0\.wait"/],
    [[{ ...crossover, weight: 0 }], /"members" .* at least one weight above 0/],
    [[crossover, crossover], /"members\.1\.strategy" .* each strategy once/],
    [[{ ...crossover, params: { fats: 3 } }], /no parameter "members\.0\.params\.fats"/],
    [[{ ...crossover, params: { fast: 1 } }], /"members\.0\.params\.fast" .* must be at least 2; it is 1/],
    [[{ ...crossover, params: { fast: 40 } }], /"members\.0\.params\.fast" .* must be below "slow"/],
  ])('refuses members %j, naming field and rule', (members, message) => {
    expect(() => consensus.parse({ members })).toThrow(
      expect.objectContaining({ code: 'strategies.bad-param', message: expect.stringMatching(message) }),
    );
  });
});
