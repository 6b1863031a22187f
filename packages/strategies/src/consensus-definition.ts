import type { StrategyDefinition } from '@candor/domain/ports/strategy';
import { z } from 'zod';
import {
  CONSENSUS_DEFAULTS,
  type ConsensusMember,
  ConsolidatedStrategyAgent,
  consensusWarmup,
} from './consolidated-strategy-agent.ts';
import { defineStrategy } from './define-strategy.ts';
import { strategyNamed } from './strategy-named.ts';

/** Returns the strategy `consensus` over members chosen by id among the given definitions; all of them, equally weighted, by default. */
export function consensusOf(definitions: readonly StrategyDefinition[]) {
  const membersOf = ({ members, weights, memberParams }: z.output<typeof params>): ConsensusMember[] =>
    members.map((id, i) => ({
      definition: strategyNamed(definitions, id),
      params: memberParams[id] ?? {},
      weight: weights[i] ?? 1,
    }));
  const share = z.number().min(0).max(1);
  const params = z
    .object({
      members: z
        .array(z.string())
        .min(1)
        .max(50)
        .refine((ids) => new Set(ids).size === ids.length, 'must name each strategy once')
        .default(definitions.map(({ id }) => id))
        .meta({ description: 'Strategies that vote.', choices: definitions.map(({ id }) => id) }),
      weights: z
        .array(z.number().min(0).max(1000))
        .default([])
        .describe('One a member, in their order; empty weighs all alike.'),
      memberParams: z
        .record(z.string(), z.record(z.string(), z.json()))
        .default({})
        .meta({ title: 'Parameters of members', description: 'By member id, where they are not the defaults.' }),
      horizonBars: z.int().min(1).max(250).default(CONSENSUS_DEFAULTS.horizonBars).meta({
        title: 'Horizon',
        unit: 'bars',
        description: 'How far ahead every member is heard: will the close then be above the present one?',
      }),
      minParticipation: share.default(CONSENSUS_DEFAULTS.minParticipation).meta({
        title: 'Least participation',
        unit: 'fraction',
        description: 'It abstains where members with less of the weight have an opinion.',
      }),
      minEdge: share.default(CONSENSUS_DEFAULTS.minEdge).meta({
        title: 'Smallest edge',
        unit: 'fraction',
        description: 'Smallest distance of the probability from the base rate that counts as an opinion.',
      }),
      maxDisagreement: share.default(CONSENSUS_DEFAULTS.maxDisagreement).meta({
        title: 'Most disagreement',
        unit: 'fraction',
        description: 'It abstains where more of the active weight leans against the result.',
      }),
      uncalibratedTrust: share.default(CONSENSUS_DEFAULTS.uncalibratedTrust).meta({
        title: 'Trust before there are outcomes',
        unit: 'fraction',
        description:
          'How much of a member’s deviation from the base rate is believed before there are outcomes to calibrate it by.',
      }),
    })
    .refine(({ members, weights }) => weights.length === 0 || weights.length === members.length, {
      path: ['weights'],
      message: 'must have one entry a member, or none',
    })
    .refine(({ members, memberParams }) => Object.keys(memberParams).every((id) => members.includes(id)), {
      path: ['memberParams'],
      message: 'must name members only',
    });
  return defineStrategy({
    id: 'consensus',
    title: 'Consensus',
    summary:
      'Pools the opinions of its members by weight, abstains where they are few or at odds, and shows every vote.',
    params,
    warmup: (chosen) => consensusWarmup(membersOf(chosen)),
    create: (chosen) => {
      const agent = new ConsolidatedStrategyAgent(membersOf(chosen), chosen);
      return {
        parts: { agent },
        memory: {},
        onBar: (view, context) => agent.onBar(view, context),
        voteSheet: () => agent.voteSheet(),
      };
    },
  });
}
