import { CandorError } from '@candor/domain/candor-error';
import { strategyCatalog } from '@candor/strategies/catalog';
import { z } from 'zod';
import { defineOperation } from '../operation.ts';
import { strategyTemplate } from './strategy-template.ts';

const NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

export const newStrategy = defineOperation({
  id: 'strategies.new',
  summary: 'Start a strategy of your own: a commented file in my/ that works as it is.',
  input: z.object({
    name: z
      .string()
      .max(60)
      .regex(NAME, 'write it in small letters with hyphens, like my-first-idea')
      .describe('Name of the strategy and of its file, like my-first-idea.'),
  }),
  output: z.object({ path: z.string() }),
  scope: 'strategies:write',
  needs: ['ownStrategies'],
  cli: {
    command: 'new strategy',
    positionals: ['name'],
    examples: [{ line: 'candor new strategy my-first-idea', shows: 'write my/my-first-idea.ts' }],
  },
  http: {
    method: 'POST',
    path: '/strategies',
    status: 201,
    examples: [{ summary: 'A first idea', input: { name: 'my-first-idea' } }],
    problems: [
      { code: 'strategies.name-taken', kind: 'invalid', when: 'a strategy that comes with Candor has that name' },
      { code: 'files.exists', kind: 'invalid', when: 'there is such a file already' },
    ],
  },
  run: async ({ ownStrategies }, { name }) => {
    if (strategyCatalog.some(({ id }) => id === name)) {
      throw new CandorError('strategies.name-taken', {
        kind: 'invalid',
        message: `"${name}" is a strategy that comes with Candor. Choose another name, for example my-${name}.`,
      });
    }
    return { path: await ownStrategies.create(name, strategyTemplate(name)) };
  },
});
