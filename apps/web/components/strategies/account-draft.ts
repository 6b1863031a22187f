import type { Schemas } from '@/lib/api/client';

/** A new account as it stands in a form. */
export interface AccountDraft {
  readonly id: string;
  readonly name: string;
  readonly cash: string;
  readonly type: 'cash' | 'margin';
}

export const EMPTY_ACCOUNT: AccountDraft = { id: '', name: '', cash: '100000', type: 'cash' };

export type Faults = Readonly<Record<string, string>>;

const LEAST_CASH = 100;
const MOST_CASH = 1e9;

/** Returns an id for addresses made from what people call something. */
export function idFrom(name: string): string {
  const plain = name.normalize('NFKD').toLowerCase();
  return plain
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+/g, '')
    .slice(0, 40)
    .replaceAll(/-+$/g, '');
}

/** Returns what is wrong with an id that stands in addresses. */
export function idFault(id: string, taken: readonly string[], what: string): string | undefined {
  if (id === '') return 'Id is missing.';
  if (!/^[a-z0-9][a-z0-9-]{0,39}$/.test(id)) {
    return 'Id must be 1 to 40 of a to z, 0 to 9 and hyphen, beginning with a letter or digit.';
  }
  return taken.includes(id) ? `Id must be new; there is ${what} “${id}” already.` : undefined;
}

/** Returns the number that was typed, with or without commas and a dollar sign. */
export function cashOf(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text.replaceAll(/[,$\s]/g, ''));
}

export function accountFaults(draft: AccountDraft, taken: readonly string[]): Faults {
  const faults: Record<string, string> = {};
  const id = idFault(draft.id, taken, 'an account');
  if (id !== undefined) faults['id'] = id;
  if (draft.name.trim().length > 80) faults['name'] = 'Name must be at most 80 characters.';
  const cash = cashOf(draft.cash);
  if (Number.isNaN(cash)) faults['cash'] = 'Cash must be a number of dollars.';
  else if (cash < LEAST_CASH || cash > MOST_CASH) faults['cash'] = 'Cash must be $100 to $1,000,000,000.';
  return faults;
}

/** Returns what the server is asked for. */
export function accountWish({ id, name, cash, type }: AccountDraft): Schemas['AccountsCreateBody'] {
  const called = name.trim();
  return { id, type, startCashUsd: cashOf(cash), ...(called === '' ? {} : { name: called }) };
}
