import { TriangleAlert } from 'lucide-react';
import { Field } from '@/components/parts/field';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import type { Account } from '@/lib/current';
import { money } from '@/lib/format';
import type { Session } from '@/lib/live/topics';
import type { AccountDraft, Faults } from './account-draft';
import { AccountFields } from './account-fields';
import { NEW_ACCOUNT } from './start-draft';
import { isActive } from './strategy-rows';

/** An account that is there, or a new one. One that is busy says so and offers to stop what runs on it. */
export function AccountChoice({
  value,
  onChange,
  accounts,
  sessions,
  draft,
  onDraft,
  faults,
  onStop,
  disabled,
}: {
  readonly value: string;
  readonly onChange: (accountId: string) => void;
  readonly accounts: readonly Account[];
  readonly sessions: readonly Session[];
  readonly draft: AccountDraft;
  readonly onDraft: (draft: AccountDraft) => void;
  readonly faults: Faults;
  readonly onStop: (session: Session) => void;
  readonly disabled: boolean;
}) {
  const account = accounts.find(({ id }) => id === value);
  const busy = sessionOn(sessions, value);
  return (
    <div className="flex flex-col gap-3">
      <Field
        id="start-account"
        label="Account"
        help={
          account === undefined || busy !== undefined
            ? undefined
            : `A session begins with ${money(account.startCashUsd)} and nothing held, whatever earlier sessions made of it.`
        }
      >
        <Select
          id="start-account"
          autoFocus
          value={value}
          disabled={disabled}
          onChange={({ target }) => onChange(target.value)}
        >
          {accounts.map(({ id, name, type, startCashUsd }) => (
            <option key={id} value={id}>
              {name} ({type}, {money(startCashUsd)}
              {sessionOn(sessions, id) === undefined ? '' : ', busy'})
            </option>
          ))}
          <option value={NEW_ACCOUNT}>New account…</option>
        </Select>
      </Field>
      {value === NEW_ACCOUNT && <AccountFields draft={draft} onChange={onDraft} faults={faults} disabled={disabled} />}
      {busy !== undefined && (
        <div role="status" className="flex items-start gap-2.5 rounded-control border border-warn-fill/60 px-3 py-2.5">
          <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warn" />
          <p className="min-w-0 flex-1 text-small">
            <span className="font-semibold">{busy.name}</span> {busy.state === 'created' ? 'is prepared' : 'runs'} on
            this account, and an account runs one session at a time. Stop it, or choose another account.
          </p>
          <Button size="small" disabled={disabled} onClick={() => onStop(busy)}>
            Stop…
          </Button>
        </div>
      )}
      {account !== undefined && account.halts.length > 0 && (
        <p role="status" className="flex gap-2 text-small text-warn">
          <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          Trading on this account is halted: {account.halts.map(({ reason }) => reason).join('; ')}. A session would
          run, but order nothing until the halt is released.
        </p>
      )}
    </div>
  );
}

/** Returns the session that an account is busy with. */
export function sessionOn(sessions: readonly Session[], accountId: string): Session | undefined {
  return sessions.find((session) => session.accountId === accountId && isActive(session));
}
