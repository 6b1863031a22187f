import { expect, it } from 'vitest';
import * as write from './format.ts';

it('writes a level without a sign and a change with one, with a true minus', () => {
  expect(write.money(105_376.36)).toBe('$105,376.36');
  expect(write.money(-10_454.5)).toBe('−$10,454.50');
  expect(write.moneyChange(5_376.36)).toBe('+$5,376.36');
  expect(write.moneyChange(0)).toBe('$0.00');
});

it('gives percent one decimal, and two where one would hide the value', () => {
  expect(write.percent(0.182)).toBe('18.2%');
  expect(write.percentChange(-0.0009)).toBe('−0.09%');
  expect(write.percentChange(0.287)).toBe('+28.7%');
});

it('never calls anything certain', () => {
  expect(write.probability(0.61)).toBe('61%');
  expect(write.probability(1)).toBe('over 99%');
  expect(write.probability(0)).toBe('under 1%');
});

it('writes a price in ticks and a quantity without needless zeros', () => {
  expect(write.price(164.049)).toBe('164.05');
  expect(write.price(0.12345, 0.0001)).toBe('0.1235');
  expect(write.price(38.5671424, 0)).toBe('38.5671424');
  expect(write.price(38.5, 0)).toBe('38.50');
  expect(write.quantity(117)).toBe('117');
  expect(write.quantity(0.1234567)).toBe('0.123457');
});

it('counts things in words', () => {
  expect(write.counted(1, 'fill')).toBe('1 fill');
  expect(write.counted(1_258, 'fill')).toBe('1,258 fills');
});
