import { z } from 'zod';
import { defineOperation } from '../operation.ts';
import { AccountShape, findAccount, Id, showAccount } from './account-shape.ts';

export const getAccount = defineOperation({
  id: 'accounts.get',
  summary: 'Show one paper account: limits, costs, halts and figures.',
  input: z.object({ accountId: Id.describe('Which account.') }),
  output: AccountShape,
  scope: 'accounts:read',
  needs: ['unitOfWork'],
  cli: {
    command: 'account show',
    positionals: ['accountId'],
    examples: [{ line: 'candor account show first', shows: 'what the account is held to' }],
  },
  http: {
    method: 'GET',
    path: '/accounts/{accountId}',
    examples: [{ summary: 'One account', input: { accountId: 'first' } }],
    problems: [{ code: 'accounts.unknown', kind: 'not-found', when: 'there is no such account' }],
  },
  run: ({ unitOfWork }, { accountId }) =>
    unitOfWork.run(async (repositories) => showAccount(repositories, await findAccount(repositories, accountId))),
});
