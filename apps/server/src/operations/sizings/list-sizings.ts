import { SIZINGS } from '@candor/risk/sizing-catalog';
import { z } from 'zod';
import { describeParams, ParametersShape } from '../describe-params.ts';
import { defineOperation } from '../operation.ts';

export const listSizings = defineOperation({
  id: 'sizings.list',
  summary: 'List the rules that say how much to order, with their parameters.',
  input: z.object({}),
  output: z.object({
    sizings: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        summary: z.string(),
        /** What the session has to find out for the rule: without a stop, or a volatility, it orders nothing. */
        needs: z.object({ stop: z.boolean(), volatility: z.boolean() }),
        ...ParametersShape,
      }),
    ),
  }),
  scope: 'strategies:read',
  needs: [],
  cli: { command: 'sizings', examples: [{ line: 'candor sizings', shows: 'how an order can be sized' }] },
  http: {
    method: 'GET',
    path: '/sizings',
    isConstant: true,
    examples: [{ summary: 'Every sizing rule', input: {} }],
  },
  run: async () => ({
    sizings: SIZINGS.map(({ id, title, summary, needs, params }) => ({
      id,
      title,
      summary,
      needs: { ...needs },
      ...describeParams(params),
    })),
  }),
});
