import { z } from 'zod';
import { WireAccount, wireAccount } from '../../resources/wire/wire-account.ts';
import { WirePosition, wirePosition } from '../../resources/wire/wire-position.ts';
import { defineOperation } from '../operation.ts';
import { findSession, SessionId, UNKNOWN_SESSION } from './session-problems.ts';

export const listPositions = defineOperation({
  id: 'positions.list',
  summary: 'List what each sleeve of a session holds, with the account it adds up to.',
  input: z.object({ sessionId: SessionId }),
  output: z.object({
    positions: z.array(WirePosition),
    /** Null before the first turn. */
    account: WireAccount.nullable(),
  }),
  scope: 'orders:read',
  needs: ['unitOfWork'],
  cli: {
    command: 'positions',
    positionals: ['sessionId'],
    examples: [{ line: 'candor positions first-run', shows: 'what is held, and by which sleeve' }],
  },
  http: {
    method: 'GET',
    path: '/sessions/{sessionId}/positions',
    examples: [{ summary: 'Positions of a session', input: { sessionId: 'first-run' } }],
    problems: [UNKNOWN_SESSION],
  },
  run: ({ unitOfWork }, { sessionId }) =>
    unitOfWork.run(async (repositories) => {
      const { account } = await findSession(repositories, sessionId);
      const positions = await repositories.positions.list(sessionId);
      return {
        positions: positions.map(wirePosition),
        account: account === undefined ? null : wireAccount(account),
      };
    }),
});
