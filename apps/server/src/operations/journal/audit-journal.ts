import { z } from 'zod';
import { Id } from '../accounts/account-shape.ts';
import { defineOperation } from '../operation.ts';

const Audit = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), accountId: z.string(), entries: z.int(), head: z.string() }),
  z.object({ ok: z.literal(false), accountId: z.string(), seq: z.int(), reason: z.string() }),
]);

export const auditJournal = defineOperation({
  id: 'journal.audit',
  summary: 'Walk the hash chain of every journal and say whether an entry was changed, removed or put in.',
  input: z.object({ accountId: Id.optional().describe('Only the journal of this account.') }),
  output: z.object({ ok: z.boolean(), journals: z.array(Audit) }),
  scope: 'journal:read',
  needs: ['unitOfWork'],
  cli: {
    command: 'audit verify',
    examples: [{ line: 'candor audit verify', shows: 'whether all journals are whole' }],
    exitOne: 'a journal was tampered with',
  },
  http: {
    method: 'POST',
    path: '/journal/audit',
    examples: [{ summary: 'All journals', input: {} }],
  },
  run: ({ unitOfWork }, { accountId }) =>
    unitOfWork.run(async ({ journal }) => {
      const journals = await journal.audit(accountId);
      return { ok: journals.every(({ ok }) => ok), journals: journals.map((audit) => ({ ...audit })) };
    }),
});
