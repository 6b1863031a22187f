import { dayFromIso } from '@candor/domain/time';
import { z } from 'zod';
import { IsoDay } from '../iso-day.ts';
import { defineOperation } from '../operation.ts';

export const registerTrial = defineOperation({
  id: 'trials.register',
  summary:
    'Note that a configuration was tried on some data, and say how many have been: the more tries, the more of a result is luck.',
  input: z.object({
    dataset: z.string().min(1).max(200).describe('The bars, as provider:symbol:timeframe.'),
    from: IsoDay.describe('First session of the range.'),
    to: IsoDay.describe('Last session of the range.'),
    configurationSha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in hex')
      .describe('Print of everything that was chosen.'),
  }),
  output: z.object({
    /** Distinct configurations tried on bars that overlap these, this one counted. */
    trials: z.int(),
  }),
  scope: 'backtests:write',
  needs: ['unitOfWork', 'clock'],
  http: {
    method: 'POST',
    path: '/trials',
    examples: [
      {
        summary: 'A try made elsewhere',
        input: {
          dataset: 'csv-file:ACME:1d',
          from: '2020-01-02',
          to: '2023-12-29',
          configurationSha256: '0'.repeat(64),
        },
      },
    ],
  },
  run: ({ unitOfWork, clock }, { from, to, ...trial }, caller) =>
    unitOfWork.run(async ({ trials }) => ({
      trials: await trials.register({
        ...trial,
        from: dayFromIso(from),
        to: dayFromIso(to),
        by: caller.door,
        at: clock.now(),
      }),
    })),
});
