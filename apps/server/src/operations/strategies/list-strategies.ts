import { CandorError } from '@candor/domain/candor-error';
import type { StrategyDefinition } from '@candor/domain/ports/strategy';
import { strategyCatalog } from '@candor/strategies/catalog';
import { z } from 'zod';
import { describeParams, ParametersShape } from '../describe-params.ts';
import { defineOperation } from '../operation.ts';

const Listed = z.object({
  /** What the field `strategy` takes: an id, or the path of a file of the person's own. */
  name: z.string(),
  title: z.string(),
  summary: z.string(),
  ...ParametersShape,
});

export const listStrategies = defineOperation({
  id: 'strategies.list',
  summary: 'List the strategies there are, with their parameters: those that come with Candor and your own.',
  input: z.object({}),
  output: z.object({
    bundled: z.array(Listed),
    own: z.array(Listed),
    /** Files in my/ that cannot be used, and why. */
    unusable: z.array(z.object({ name: z.string(), reason: z.string() })),
  }),
  scope: 'strategies:read',
  needs: ['ownStrategies'],
  cli: { command: 'strategies', examples: [{ line: 'candor strategies', shows: 'every strategy and its parameters' }] },
  http: { method: 'GET', path: '/strategies', examples: [{ summary: 'Every strategy', input: {} }] },
  run: async ({ ownStrategies }) => {
    const own: z.infer<typeof Listed>[] = [];
    const unusable: { name: string; reason: string }[] = [];
    for (const path of ownStrategies.list()) {
      try {
        own.push(describe(path, (await ownStrategies.load(path)).definition));
      } catch (error) {
        if (!(error instanceof CandorError)) throw error;
        unusable.push({ name: path, reason: error.message });
      }
    }
    return { bundled: strategyCatalog.map((definition) => describe(definition.id, definition)), own, unusable };
  },
});

function describe(name: string, { title, summary, params }: StrategyDefinition): z.infer<typeof Listed> {
  return { name, title, summary, ...describeParams(params) };
}
