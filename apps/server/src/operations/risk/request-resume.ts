import { CandorError } from '@candor/domain/candor-error';
import { isoFromInstant } from '@candor/domain/time';
import { z } from 'zod';
import { WireHalt, wireHalt } from '../../resources/wire/wire-halt.ts';
import { WireInstant } from '../../resources/wire/wire-values.ts';
import { defineOperation } from '../operation.ts';
import { BEING_TAKEN, findSession, NOT_DRIVEN, SessionId, UNKNOWN_SESSION } from '../sessions/session-problems.ts';
import { RESUME_HOLD_MS, RESUME_VALID_MS, resumeKey } from './resume-request.ts';

export const requestResume = defineOperation({
  id: 'risk.request-resume',
  summary: 'First of two steps to resume a halted session: shows what was halted and gives a word to confirm with.',
  input: z.object({ sessionId: SessionId }),
  output: z.object({
    sessionId: z.string(),
    halts: z.array(WireHalt),
    /** To be given back in the second step. */
    confirmation: z.string(),
    /** Not before: a halt is quick to set and slow to lift. */
    confirmFrom: WireInstant,
    confirmUntil: WireInstant,
  }),
  scope: 'risk:write',
  needs: ['unitOfWork', 'tradingManager', 'cache', 'clock', 'newId'],
  cli: {
    command: 'resume request',
    positionals: ['sessionId'],
    examples: [{ line: 'candor resume request first-run', shows: 'why it is halted, and the word to confirm with' }],
  },
  http: {
    method: 'POST',
    path: '/sessions/{sessionId}/resume-requests',
    status: 201,
    examples: [{ summary: 'Ask to resume', input: { sessionId: 'first-run' } }],
    problems: [
      UNKNOWN_SESSION,
      NOT_DRIVEN,
      BEING_TAKEN,
      { code: 'risk.not-halted', kind: 'conflict', when: 'nothing is halted' },
    ],
  },
  run: async ({ unitOfWork, tradingManager, cache, clock, newId }, { sessionId }) => {
    await unitOfWork.run((repositories) => findSession(repositories, sessionId));
    const { halts } = tradingManager.status(sessionId);
    if (halts.length === 0) {
      throw new CandorError('risk.not-halted', {
        kind: 'conflict',
        message: `Session "${sessionId}" is not halted: there is nothing to resume.`,
      });
    }
    const now = clock.now();
    const confirmation = newId();
    await cache.set(resumeKey(sessionId), { confirmation, at: now }, RESUME_VALID_MS);
    return {
      sessionId,
      halts: halts.map(wireHalt),
      confirmation,
      confirmFrom: isoFromInstant(now + RESUME_HOLD_MS),
      confirmUntil: isoFromInstant(now + RESUME_VALID_MS),
    };
  },
});
