import { z } from 'zod';
import { Id } from '../accounts/account-shape.ts';
import { defineOperation } from '../operation.ts';
import { ConfigurationShape, findConfiguration, showConfiguration, Version } from './configuration-shape.ts';

export const getConfiguration = defineOperation({
  id: 'configurations.get',
  summary: 'Show a strategy configuration and every version it has had.',
  input: z.object({
    configurationId: Id.describe('Which configuration.'),
    version: Version.optional().describe('Which version; the latest otherwise.'),
  }),
  output: z.object({ ...ConfigurationShape.shape, versions: z.array(ConfigurationShape) }),
  scope: 'strategies:read',
  needs: ['unitOfWork'],
  cli: {
    command: 'configuration show',
    positionals: ['configurationId'],
    examples: [{ line: 'candor configuration show crossover', shows: 'its parameters, and how they changed' }],
  },
  http: {
    method: 'GET',
    path: '/configurations/{configurationId}',
    examples: [{ summary: 'The latest version', input: { configurationId: 'crossover' } }],
    problems: [
      { code: 'configurations.unknown', kind: 'not-found', when: 'there is no such configuration or version' },
    ],
  },
  run: ({ unitOfWork }, { configurationId, version }) =>
    unitOfWork.run(async (repositories) => {
      const found = await findConfiguration(repositories, configurationId, version);
      const versions = await repositories.strategyConfigurations.versions(configurationId);
      return { ...showConfiguration(found), versions: versions.map(showConfiguration) };
    }),
});
