import { CandorError } from '@candor/domain/candor-error';
import { ACTIVE_STATES } from '@candor/domain/ports/repositories';
import { z } from 'zod';
import { defineOperation } from '../operation.ts';
import { AccountShape, findAccount, Id, showAccount } from './account-shape.ts';

export const archiveAccount = defineOperation({
  id: 'accounts.archive',
  summary: 'Put an account away: it takes no more sessions, and everything it did is kept.',
  input: z.object({ accountId: Id.describe('Which account.') }),
  output: AccountShape,
  scope: 'accounts:write',
  needs: ['unitOfWork', 'clock'],
  cli: {
    command: 'account archive',
    positionals: ['accountId'],
    examples: [{ line: 'candor account archive first', shows: 'the account put away' }],
  },
  http: {
    method: 'POST',
    path: '/accounts/{accountId}/archive',
    examples: [{ summary: 'Put an account away', input: { accountId: 'first' } }],
    problems: [
      { code: 'accounts.unknown', kind: 'not-found', when: 'there is no such account' },
      { code: 'accounts.in-use', kind: 'conflict', when: 'a session runs on it' },
    ],
  },
  run: ({ unitOfWork, clock }, { accountId }) =>
    unitOfWork.run(async (repositories) => {
      const account = await findAccount(repositories, accountId);
      const [active] = await repositories.sessions.list({ accountId, states: ACTIVE_STATES });
      if (active !== undefined) {
        throw new CandorError('accounts.in-use', {
          kind: 'conflict',
          message: `Session ${active.id} is ${active.state} on account "${accountId}". Stop it first.`,
        });
      }
      const archived = { ...account, archivedAt: account.archivedAt ?? clock.now() };
      await repositories.accounts.save(archived);
      return showAccount(repositories, archived);
    }),
});
