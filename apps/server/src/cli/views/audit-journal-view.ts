import { auditJournal } from '../../operations/journal/audit-journal.ts';
import { defineView } from '../view.ts';

export const auditJournalView = defineView(auditJournal, ({ ok, journals }, { style }) => {
  const lines = journals.map((audit) =>
    audit.ok
      ? `${style.good('whole')}  ${audit.accountId}: ${audit.entries} entries, the last sealed ${audit.head.slice(0, 12)}`
      : `${style.bad('broken')} ${audit.accountId}: entry ${audit.seq}. ${audit.reason}`,
  );
  return { text: lines.length === 0 ? 'There is no journal yet.' : lines.join('\n'), exitCode: ok ? 0 : 1 };
});
