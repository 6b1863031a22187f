import { Field } from '@/components/parts/field';
import { Input } from '@/components/ui/input';
import { Segmented } from '@/components/ui/segmented';
import { type AccountDraft, type Faults, idFrom } from './account-draft';

/** What a new paper account needs: a name, an id, cash, and whether it may borrow. */
export function AccountFields({
  draft,
  onChange,
  faults,
  disabled = false,
  autoFocus = false,
}: {
  readonly draft: AccountDraft;
  readonly onChange: (draft: AccountDraft) => void;
  readonly faults: Faults;
  readonly disabled?: boolean;
  readonly autoFocus?: boolean;
}) {
  return (
    <div className="grid grid-cols-2 items-start gap-x-2.5 gap-y-3 max-phone:grid-cols-1">
      <Field id="account-name" label="Account name" error={faults['name']}>
        <Input
          id="account-name"
          autoFocus={autoFocus}
          value={draft.name}
          maxLength={80}
          disabled={disabled}
          aria-invalid={faults['name'] !== undefined}
          aria-describedby="account-name-error"
          onChange={({ target }) => {
            // The id follows the name until somebody writes one.
            const follows = draft.id === '' || draft.id === idFrom(draft.name);
            onChange({ ...draft, name: target.value, ...(follows ? { id: idFrom(target.value) } : {}) });
          }}
        />
      </Field>
      <Field
        id="account-id"
        label="Account id"
        hint="in addresses"
        error={draft.id === '' && draft.name === '' ? undefined : faults['id']}
      >
        <Input
          id="account-id"
          value={draft.id}
          maxLength={40}
          disabled={disabled}
          spellCheck={false}
          autoComplete="off"
          className="font-mono text-small"
          aria-invalid={draft.name !== '' && faults['id'] !== undefined}
          aria-describedby="account-id-error"
          onChange={({ target }) => onChange({ ...draft, id: target.value })}
        />
      </Field>
      <Field id="account-cash" label="Starting cash" hint="$100 to $1,000,000,000" error={faults['cash']}>
        <Input
          id="account-cash"
          value={draft.cash}
          inputMode="decimal"
          disabled={disabled}
          unit="USD"
          aria-invalid={faults['cash'] !== undefined}
          aria-describedby="account-cash-error"
          onChange={({ target }) => onChange({ ...draft, cash: target.value })}
        />
      </Field>
      <div className="flex flex-col gap-1.5">
        <span className="font-[550] text-small">Type</span>
        <Segmented
          label="Type of account"
          value={draft.type}
          onChange={(type) => onChange({ ...draft, type })}
          className="h-[34px]"
          options={[
            { value: 'cash', label: 'Cash', disabled },
            { value: 'margin', label: 'Margin', disabled },
          ]}
        />
        <p className="text-micro text-text-3">
          {draft.type === 'cash' ? 'Never borrows and never sells short.' : 'May borrow and sell short.'}
        </p>
      </div>
    </div>
  );
}
