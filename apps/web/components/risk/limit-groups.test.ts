import { expect, it } from 'vitest';
import { amountText, groupOf, roomText, settingText } from './limit-groups.ts';

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

const param = (name: string, title: string, unit: string | null) => ({ name, title, unit }) as never;

it('writes a setting in words, with what a fraction is of', () => {
  const fraction = param('fraction', 'Fraction', 'fraction');
  const said = (id: string, params: readonly never[], setting: object) =>
    settingText({ id, params } as never, setting as Readonly<Record<string, unknown>>);
  expect(said('max-position', [fraction], { fraction: 1 })).toBe('100.0% of equity');
  const exempt = param('exceptProtective', 'Except protective', null);
  expect(said('price-collar', [fraction, exempt], { fraction: 0.1, exceptProtective: true })).toBe(
    '10.0% around the last price, except protective',
  );
  expect(said('price-collar', [fraction, exempt], { fraction: 0.1, exceptProtective: false })).toBe(
    '10.0% around the last price',
  );
  expect(said('known-price', [param('maxStaleMs', 'Oldest price', 'ms')], { maxStaleMs: 86_400_000 })).toBe(
    'Oldest price 1 d',
  );
  expect(said('max-notional', [], {})).toBe('no setting');
});

it('writes the room left of a share in points, so that it is not taken for a share of the room', () => {
  expect(roomText(0.047, 'fraction')).toBe('4.7 points');
  expect(roomText(70, 'usd')).toBe('$70.00');
});

it('writes an amount in its unit', () => {
  expect(amountText(1_881, 'usd')).toBe('$1,881.00');
  expect(amountText(0.0009, 'fraction')).toBe('0.09%');
  expect(amountText(2, 'orders')).toBe('2 orders');
  expect(amountText(4_600, 'ms')).toBe('4 s');
});
