import { z } from 'zod';
import { Id } from '../accounts/account-shape.ts';
import { defineOperation } from '../operation.ts';
import { findConfiguration } from './configuration-shape.ts';

export const archiveConfiguration = defineOperation({
  id: 'configurations.archive',
  summary: 'Take a configuration off the list; sessions and runs that used it keep their version.',
  input: z.object({ configurationId: Id.describe('Which configuration.') }),
  output: z.object({ id: Id, archived: z.literal(true) }),
  scope: 'strategies:write',
  needs: ['unitOfWork'],
  cli: {
    command: 'configuration archive',
    positionals: ['configurationId'],
    examples: [{ line: 'candor configuration archive crossover', shows: 'the list without it' }],
  },
  http: {
    method: 'DELETE',
    path: '/configurations/{configurationId}',
    examples: [{ summary: 'Off the list', input: { configurationId: 'crossover' } }],
    problems: [{ code: 'configurations.unknown', kind: 'not-found', when: 'there is no such configuration' }],
  },
  run: ({ unitOfWork }, { configurationId }) =>
    unitOfWork.run(async (repositories) => {
      await findConfiguration(repositories, configurationId);
      await repositories.strategyConfigurations.archive(configurationId);
      return { id: configurationId, archived: true as const };
    }),
});
