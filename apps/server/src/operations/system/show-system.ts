import { isoFromInstant } from '@candor/domain/time';
import { z } from 'zod';
import { WireInstant } from '../../resources/wire/wire-values.ts';
import { defineOperation } from '../operation.ts';

export const showSystem = defineOperation({
  id: 'system.show',
  summary: 'Show what runs: version, what it keeps its data in, and how its parts are.',
  input: z.object({}),
  output: z.object({
    codeVersion: z.string(),
    nodeVersion: z.string(),
    /** `embedded`: everything in one process and one directory. `servers`: PostgreSQL and Redis. */
    backing: z.enum(['embedded', 'servers']),
    broker: z.literal('paper'),
    now: WireInstant,
    components: z.array(
      z.object({
        name: z.string(),
        state: z.enum(['up', 'degraded', 'down']),
        reason: z.string().nullable(),
        since: WireInstant,
      }),
    ),
    sessionsDriven: z.int(),
  }),
  scope: 'system:read',
  needs: ['config', 'codeVersion', 'clock', 'healthBoard', 'tradingStatus'],
  cli: { command: 'system', examples: [{ line: 'candor system', shows: 'the version, and whether all parts work' }] },
  http: { method: 'GET', path: '/system', examples: [{ summary: 'What runs', input: {} }] },
  run: async ({ config, codeVersion, clock, healthBoard, tradingStatus }) => ({
    codeVersion: codeVersion(),
    nodeVersion: config.nodeVersion,
    backing: config.backing.kind,
    broker: 'paper' as const,
    now: isoFromInstant(clock.now()),
    components: healthBoard.state().components.map(({ name, state, reason, since }) => ({
      name,
      state,
      reason: reason ?? null,
      since: isoFromInstant(since),
    })),
    sessionsDriven: tradingStatus.list().length,
  }),
});
