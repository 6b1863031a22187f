import { expect, it } from 'vitest';
import { amountText, groupOf } from './limit-groups.ts';

it.each([
  ['max-position', 'usd', 'Size'],
  ['max-adv', 'shares', 'Size'],
  ['daily-loss', 'fraction', 'Loss'],
  ['max-drawdown', 'fraction', 'Loss'],
  ['order-rate', 'orders', 'Conduct'],
  ['order-prices', 'usd', 'Conduct'],
  ['kill-switch', 'none', 'Conduct'],
] as const)('puts %s, in %s, with %s', (id, unit, group) => {
  expect(groupOf({ id, unit })).toBe(group);
});

it('writes an amount in its unit', () => {
  expect(amountText(1_881, 'usd')).toBe('$1,881.00');
  expect(amountText(0.0009, 'fraction')).toBe('0.09%');
  expect(amountText(2, 'orders')).toBe('2 orders');
  expect(amountText(4_600, 'ms')).toBe('4 s');
});
