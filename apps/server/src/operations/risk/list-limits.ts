import { DEFAULT_LIMITS } from '@candor/risk/default-limits';
import { LIMITS } from '@candor/risk/limit-catalog';
import { z } from 'zod';
import { describeParams, ParametersShape } from '../describe-params.ts';
import { defineOperation } from '../operation.ts';

export const listLimits = defineOperation({
  id: 'risk.limits',
  summary: 'List the risk limits an account can be held to, in the order in which an order is checked.',
  input: z.object({}),
  output: z.object({
    limits: z.array(
      z.object({
        id: z.string(),
        code: z.string(),
        title: z.string(),
        summary: z.string(),
        unit: z.string(),
        presence: z.enum(['always', 'required', 'optional']),
        /** Whether a new account has it when nothing else is said. */
        isDefault: z.boolean(),
        /** What a breach does beside refusing the order; null where nothing. */
        halts: z.enum(['next-session', 'manual']).nullable(),
        ...ParametersShape,
      }),
    ),
  }),
  scope: 'risk:read',
  needs: [],
  cli: { command: 'limits', examples: [{ line: 'candor limits', shows: 'what can be limited' }] },
  http: { method: 'GET', path: '/risk/limits', examples: [{ summary: 'The catalog of limits', input: {} }] },
  run: async () => ({
    limits: LIMITS.map(({ id, code, title, summary, unit, presence, trips, params }) => ({
      id,
      code,
      title,
      summary,
      unit,
      presence,
      isDefault: presence === 'always' || Object.hasOwn(DEFAULT_LIMITS, id),
      halts: trips ?? null,
      ...describeParams(params),
    })),
  }),
});
