import { z } from 'zod';
import { sessionStateHash } from '../../resources/session-state-hash.ts';
import { defineOperation } from '../operation.ts';
import { findSession, SessionId, UNKNOWN_SESSION } from './session-problems.ts';

export const hashSession = defineOperation({
  id: 'sessions.state-hash',
  summary:
    'Put one number on everything a session did, so that two runs can be compared: account, orders, fills, equity, events.',
  input: z.object({ sessionId: SessionId }),
  output: z.object({
    sessionId: z.string(),
    state: z.string(),
    position: z.int(),
    /** SHA-256 in hex. The times of writing are no part of it. */
    sha256: z.string(),
  }),
  scope: 'sessions:read',
  needs: ['unitOfWork'],
  cli: {
    command: 'session hash',
    positionals: ['sessionId'],
    examples: [{ line: 'candor session hash first-run', shows: 'the print of the session' }],
  },
  http: {
    method: 'GET',
    path: '/sessions/{sessionId}/state-hash',
    examples: [{ summary: 'The print of a session', input: { sessionId: 'first-run' } }],
    problems: [UNKNOWN_SESSION],
  },
  run: ({ unitOfWork }, { sessionId }) =>
    unitOfWork.run(async (repositories) => {
      const { state, position } = await findSession(repositories, sessionId);
      return { sessionId, state, position, sha256: await sessionStateHash(repositories, sessionId) };
    }),
});
