import { z } from 'zod';
import { defineOperation } from '../operation.ts';
import { ConfigurationShape, showConfiguration } from './configuration-shape.ts';

export const listConfigurations = defineOperation({
  id: 'configurations.list',
  summary: 'List the strategy configurations, each in its latest version.',
  input: z.object({}),
  output: z.object({ configurations: z.array(ConfigurationShape) }),
  scope: 'strategies:read',
  needs: ['unitOfWork'],
  cli: {
    command: 'configurations',
    examples: [{ line: 'candor configurations', shows: 'what can be started' }],
  },
  http: { method: 'GET', path: '/configurations', examples: [{ summary: 'All of them', input: {} }] },
  run: ({ unitOfWork }) =>
    unitOfWork.run(async ({ strategyConfigurations }) => ({
      configurations: (await strategyConfigurations.list()).map(showConfiguration),
    })),
});
