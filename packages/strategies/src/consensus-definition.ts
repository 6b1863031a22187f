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
  const share = z.number().min(0).max(1);
  const params = z.object({
    members: z
      .array(memberOf(definitions))
      .min(1)
      .max(50)
      .superRefine(nameEachOnce)
      .refine((members) => members.some(({ weight }) => weight > 0), 'must hold at least one weight above 0')
      .prefault(definitions.map(({ id, parse }) => ({ strategy: id, weight: 1, params: settled(parse({})) })))
      .meta({
        description:
          'Strategies that vote, each once. Of the weights only the proportions count; with 0 one is heard and has no say.',
        eachOnce: 'strategy',
      }),
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
  });
  const membersOf = ({ members }: z.output<typeof params>): ConsensusMember[] =>
    members.map(({ strategy, ...chosen }) => ({ ...chosen, definition: strategyNamed(definitions, strategy) }));
  return defineStrategy({
    id: 'consensus',
    title: 'Consensus',
    summary:
      'Pools the opinions of its members by weight, abstains where they are few or at odds, and shows every vote.',
    params,
    earlier: oneListOfMembers,
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

function memberOf(definitions: readonly StrategyDefinition[]) {
  const ids = definitions.map(({ id }) => id);
  return z
    .strictObject({
      strategy: z.enum(ids).meta({ title: 'Strategy', description: 'Which strategy votes.' }),
      weight: z.number().min(0).max(1000).default(1).meta({
        title: 'Weight',
        description: 'Of its vote; only the proportions count.',
      }),
      params: z.record(z.string(), z.json()).default({}).meta({
        title: 'Parameters',
        description: 'Of the strategy; what is left out has its default.',
        parametersOf: 'strategy',
      }),
    })
    .transform((member, context) => {
      const definition = strategyNamed(definitions, member.strategy);
      // Its own rules, and not only its own schema: that lets names pass which it does not have.
      const schema = definition.params instanceof z.ZodObject ? definition.params.strict() : definition.params;
      const parsed = schema.safeParse(member.params);
      if (parsed.success) return { ...member, params: settled(parsed.data) };
      for (const issue of parsed.error.issues) {
        context.issues.push({ ...issue, path: ['params', ...issue.path], input: member.params } as z.core.$ZodRawIssue);
      }
      return z.NEVER;
    });
}

type Member = z.output<ReturnType<typeof memberOf>>;

function nameEachOnce(members: readonly Member[], context: z.RefinementCtx<readonly Member[]>): void {
  for (const [i, { strategy }] of members.entries()) {
    if (members.findIndex((each) => each.strategy === strategy) === i) continue;
    context.addIssue({ code: 'custom', path: [i, 'strategy'], message: 'must name each strategy once' });
  }
}

function settled(params: unknown): Record<string, z.core.util.JSONType> {
  return JSON.parse(JSON.stringify(params));
}

const Separate = z.object({
  members: z.array(z.string()),
  weights: z.array(z.number()).default([]),
  memberParams: z.record(z.string(), z.unknown()).default({}),
});

/** Ids, weights and parameters were three lists at first. Runs that were kept then are repeated still. */
function oneListOfMembers(raw: unknown): unknown {
  const separate = Separate.safeParse(raw);
  if (!separate.success) return raw;
  const { members, weights, memberParams } = separate.data;
  const { weights: _weights, memberParams: _params, ...others } = raw as Readonly<Record<string, unknown>>;
  return {
    ...others,
    members: members.map((strategy, i) => ({
      strategy,
      weight: weights[i] ?? 1,
      params: memberParams[strategy] ?? {},
    })),
  };
}
