import { expect, it } from 'vitest';
import { accountFaults, accountWish, EMPTY_ACCOUNT, idFault, idFrom } from './account-draft.ts';

it.each(['Research A', '  Ürümqi – 2 ', '---', 'x'.repeat(90), `${'a'.repeat(39)} b`, '2nd try!'])(
  'makes of "%s" an id that is accepted, or none',
  (name) => {
    const id = idFrom(name);
    expect(id === '' ? undefined : idFault(id, [], 'an account')).toBeUndefined();
  },
);

it('refuses an id that is taken, by name', () => {
  expect(idFault('demo', ['demo'], 'an account')).toBe('Id must be new; there is an account “demo” already.');
});

it('reads cash as people write it', () => {
  const draft = { ...EMPTY_ACCOUNT, id: 'a', cash: '$25,000.50' };
  expect(accountFaults(draft, [])).toEqual({});
  expect(accountWish(draft)).toEqual({ id: 'a', type: 'cash', startCashUsd: 25_000.5 });
});

it.each(['', 'much', '99', '1000000001'])('takes no such cash: "%s"', (cash) => {
  expect(accountFaults({ ...EMPTY_ACCOUNT, id: 'a', cash }, [])['cash']).toMatch(/^Cash must be/);
});
