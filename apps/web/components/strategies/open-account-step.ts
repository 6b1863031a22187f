import { api, read } from '@/lib/api/client';
import { money } from '@/lib/format';
import { type AccountDraft, accountWish, cashOf } from './account-draft';
import type { Step } from './use-steps';

/** Returns the step that opens a paper account. */
export function openAccountStep(draft: AccountDraft): Step {
  const name = draft.name.trim() || draft.id;
  return {
    title: `Open account ${name}`,
    work: async (header) => {
      await read(api.POST('/api/accounts', { params: { header }, body: accountWish(draft) }));
      return `${name} has ${money(cashOf(draft.cash))}.`;
    },
  };
}
