import { z } from 'zod';
import { defineOperation } from '../operation.ts';
import { DemoShape, findDemo, showDemo as show } from './demo-shape.ts';

export const showDemo = defineOperation({
  id: 'demo.show',
  summary: 'Show where the demo is, and say what in it is real, replayed, simulated and synthetic.',
  input: z.object({}),
  output: DemoShape,
  scope: 'accounts:read',
  needs: ['unitOfWork'],
  cli: {
    command: 'demo',
    examples: [{ line: 'candor demo', shows: 'its account and session, and what they are made of' }],
  },
  http: { method: 'GET', path: '/demo', examples: [{ summary: 'The demo', input: {} }] },
  run: ({ unitOfWork }) => unitOfWork.run(async (repositories) => show(await findDemo(repositories))),
});
