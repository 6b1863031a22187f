import { z } from 'zod';
import { defineOperation } from '../operation.ts';
import { AccountShape, showAccount } from './account-shape.ts';

export const listAccounts = defineOperation({
  id: 'accounts.list',
  summary: 'List the paper accounts, each with its latest figures.',
  input: z.object({
    archived: z.boolean().default(false).describe('Also those that take no more sessions.'),
  }),
  output: z.object({ accounts: z.array(AccountShape) }),
  scope: 'accounts:read',
  needs: ['unitOfWork'],
  cli: { command: 'accounts', examples: [{ line: 'candor accounts', shows: 'every account and what it is worth' }] },
  http: { method: 'GET', path: '/accounts', examples: [{ summary: 'Accounts in use', input: {} }] },
  run: ({ unitOfWork }, { archived }) =>
    unitOfWork.run(async (repositories) => {
      const accounts: AccountShape[] = [];
      for (const row of await repositories.accounts.list()) {
        if (archived || row.archivedAt === undefined) accounts.push(await showAccount(repositories, row));
      }
      return { accounts };
    }),
});
