import { CandorError } from '@candor/domain/candor-error';
import { z } from 'zod';
import { defineOperation } from '../operation.ts';
import { BEING_TAKEN, findSession, NOT_DRIVEN, SessionId, UNKNOWN_SESSION } from '../sessions/session-problems.ts';
import { RESUME_HOLD_MS, ResumeRequest, resumeKey } from './resume-request.ts';

export const confirmResume = defineOperation({
  id: 'risk.confirm-resume',
  summary:
    'Second of two steps to resume a halted session. A loss limit that is still broken halts again at the next order.',
  input: z.object({
    sessionId: SessionId,
    confirmation: z.string().min(1).max(80).describe('The word of the first step.'),
    by: z.string().trim().min(1).max(80).describe('Who resumes, for the journal.'),
    reason: z.string().trim().min(1).max(500).describe('Why it is safe to, for the journal.'),
  }),
  output: z.object({ sessionId: z.string(), resumed: z.literal(true) }),
  scope: 'risk:write',
  needs: ['unitOfWork', 'tradingManager', 'cache', 'clock'],
  cli: {
    command: 'resume confirm',
    positionals: ['sessionId', 'confirmation'],
    examples: [{ line: 'candor resume confirm first-run 4f1c --by me --reason checked', shows: 'trading again' }],
  },
  http: {
    method: 'POST',
    path: '/sessions/{sessionId}/resumptions',
    examples: [
      {
        summary: 'Confirm',
        input: { sessionId: 'first-run', confirmation: '4f1c', by: 'Ada', reason: 'The prices were checked.' },
      },
    ],
    problems: [
      UNKNOWN_SESSION,
      NOT_DRIVEN,
      BEING_TAKEN,
      { code: 'risk.bad-confirmation', kind: 'denied', when: 'the word is wrong or too old' },
      { code: 'risk.too-soon', kind: 'conflict', when: 'the first step was less than three seconds ago' },
    ],
  },
  run: async ({ unitOfWork, tradingManager, cache, clock }, { sessionId, confirmation, by, reason }) => {
    await unitOfWork.run((repositories) => findSession(repositories, sessionId));
    const asked = ResumeRequest.safeParse(await cache.get(resumeKey(sessionId)));
    if (!asked.success || asked.data.confirmation !== confirmation) {
      throw new CandorError('risk.bad-confirmation', {
        kind: 'denied',
        message: '"confirmation" must be the word of a first step not older than two minutes. Ask to resume again.',
      });
    }
    if (clock.now() < asked.data.at + RESUME_HOLD_MS) {
      throw new CandorError('risk.too-soon', {
        kind: 'conflict',
        message: `Confirm no sooner than ${RESUME_HOLD_MS / 1000} seconds after asking.`,
      });
    }
    await cache.delete(resumeKey(sessionId));
    await tradingManager.resumeTrading(sessionId, { by, reason });
    return { sessionId, resumed: true as const };
  },
});
