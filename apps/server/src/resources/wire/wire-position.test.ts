import { expect, it } from 'vitest';
import { wirePosition } from './wire-position.ts';

const of = { sleeveId: 'sleeve', symbol: 'TEST', realizedMicros: 1_500_000 };

it('values what is held at the latest close, short positions as what they owe', () => {
  expect(wirePosition({ ...of, quantity: -10, averagePrice: 100, lastPrice: 90 })).toEqual({
    sleeveId: 'sleeve',
    symbol: 'TEST',
    quantity: -10,
    averagePrice: 100,
    lastPrice: 90,
    marketValueUsd: -900,
    unrealizedUsd: 100,
    realizedUsd: 1.5,
  });
});

it('has no price and no value before the first bar, and no average when flat', () => {
  expect(wirePosition({ ...of, quantity: 10, averagePrice: 100, lastPrice: Number.NaN })).toMatchObject({
    lastPrice: null,
    marketValueUsd: null,
    unrealizedUsd: null,
  });
  expect(wirePosition({ ...of, quantity: 0, averagePrice: 0, lastPrice: Number.NaN })).toMatchObject({
    averagePrice: null,
    marketValueUsd: 0,
    unrealizedUsd: 0,
  });
});
