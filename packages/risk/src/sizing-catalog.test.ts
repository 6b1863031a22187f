import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { SizingInput } from './define-sizing.ts';
import { createSizing, findSizing, SIZINGS } from './sizing-catalog.ts';

const INPUT: SizingInput = {
  side: 'buy',
  equityUsd: 100_000,
  price: 50,
  stop: 48,
  annualVolatility: 0.3,
  lotSize: 1,
  confidence: 1,
  maxQuantity: Number.POSITIVE_INFINITY,
};

const anyInput: fc.Arbitrary<SizingInput> = fc
  .record({
    side: fc.constantFrom('buy' as const, 'sell' as const),
    equityUsd: fc.double({ min: 1, max: 1e7, noNaN: true }),
    price: fc.double({ min: 0.01, max: 5000, noNaN: true }),
    stopShare: fc.double({ min: 0.0001, max: 0.9, noNaN: true }),
    annualVolatility: fc.double({ min: 0, max: 3, noNaN: true }),
    lotSize: fc.constantFrom(1, 100, 0.001, 0.1),
    confidence: fc.double({ min: 0, max: 1, noNaN: true }),
    maxQuantity: fc.oneof(fc.double({ min: 0, max: 1e6, noNaN: true }), fc.constant(Number.POSITIVE_INFINITY)),
  })
  .map(({ stopShare, ...rest }) => ({
    ...rest,
    stop: rest.price * (1 + (rest.side === 'buy' ? -stopShare : stopShare)),
  }));

describe.each(SIZINGS.map((definition) => [definition.id, definition] as const))('%s', (id, { params, summary }) => {
  const sizing = createSizing(id);

  it('describes its parameters for forms and itself in a sentence', () => {
    expect(z.toJSONSchema(params)).toMatchObject({ type: 'object' });
    expect(summary).toMatch(/^[A-Z].*\.$/);
  });

  it('gives whole lots, never more than the cap, and a reason exactly when it gives none', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { quantity, code, reason } = sizing.quantity(input);
        expect(quantity).toBeGreaterThanOrEqual(0);
        expect(quantity).toBeLessThanOrEqual(input.maxQuantity);
        const lots = quantity / input.lotSize;
        expect(Math.abs(lots - Math.round(lots))).toBeLessThanOrEqual(1e-9 * Math.max(1, lots));
        expect(code === undefined).toBe(quantity > 0);
        expect(reason === undefined).toBe(quantity > 0);
      }),
    );
  });

  it('never gives less for more capital', () => {
    fc.assert(
      fc.property(anyInput, fc.double({ min: 1, max: 10, noNaN: true }), (input, times) => {
        const richer = { ...input, equityUsd: input.equityUsd * times };
        expect(sizing.quantity(richer).quantity).toBeGreaterThanOrEqual(sizing.quantity(input).quantity);
      }),
    );
  });

  it('gives nothing for numbers that are none, and says so instead of throwing', () => {
    const fields = ['equityUsd', 'price', 'lotSize', 'confidence', 'maxQuantity'] as const;
    for (const field of fields) {
      for (const value of [Number.NaN, Number.NEGATIVE_INFINITY]) {
        expect(sizing.quantity({ ...INPUT, [field]: value })).toMatchObject({ quantity: 0, code: 'BAD_INPUT' });
      }
    }
    expect(sizing.quantity({ ...INPUT, equityUsd: 0 }).code).toBe('NON_POSITIVE_EQUITY');
    expect(sizing.quantity({ ...INPUT, maxQuantity: 0.5 }).code).toBe('NO_ROOM');
  });

  it('refuses a parameter it does not know', () => {
    expect(() => createSizing(id, { nonsense: 1 })).toThrow(
      expect.objectContaining({ code: 'risk.bad-param', message: expect.stringContaining(`"${id}"`) }),
    );
  });
});

describe('fixed-fraction', () => {
  it('loses at most the fraction at the stop', () => {
    fc.assert(
      fc.property(anyInput, fc.double({ min: 0.001, max: 1, noNaN: true }), (input, riskFraction) => {
        const { quantity } = createSizing('fixed-fraction', { riskFraction }).quantity(input);
        const lost = quantity * Math.abs(input.price - input.stop!);
        expect(lost).toBeLessThanOrEqual(input.equityUsd * riskFraction * (1 + 1e-6) + 1e-6 * input.price);
      }),
    );
  });

  it('never gives less for more risk, nor more for a farther stop', () => {
    fc.assert(
      fc.property(anyInput, fc.double({ min: 1, max: 5, noNaN: true }), (input, times) => {
        const calm = createSizing('fixed-fraction', { riskFraction: 0.01 });
        const bold = createSizing('fixed-fraction', { riskFraction: 0.01 * times });
        expect(bold.quantity(input).quantity).toBeGreaterThanOrEqual(calm.quantity(input).quantity);
        const stop = input.price + (input.stop! - input.price) * times;
        if (stop <= 0) return;
        expect(calm.quantity({ ...input, stop }).quantity).toBeLessThanOrEqual(calm.quantity(input).quantity);
      }),
    );
  });

  it('refuses a missing stop, a stop at the price and one on the wrong side', () => {
    const sizing = createSizing('fixed-fraction');
    expect(sizing.quantity({ ...INPUT, stop: undefined }).code).toBe('NO_STOP');
    for (const stop of [50, 51, 0, Number.NaN]) {
      expect(sizing.quantity({ ...INPUT, stop }).code).toBe('BAD_STOP');
    }
    expect(sizing.quantity({ ...INPUT, side: 'sell' }).code).toBe('BAD_STOP');
    expect(sizing.quantity({ ...INPUT, side: 'sell', stop: 52 }).quantity).toBe(500);
  });
});

describe('volatility-target', () => {
  it('never gives more for higher volatility', () => {
    const sizing = createSizing('volatility-target', { maxLeverage: 3 });
    fc.assert(
      fc.property(anyInput, fc.double({ min: 1, max: 10, noNaN: true }), (input, times) => {
        const wilder = { ...input, annualVolatility: input.annualVolatility! * times };
        expect(sizing.quantity(wilder).quantity).toBeLessThanOrEqual(sizing.quantity(input).quantity);
      }),
    );
  });

  it('takes nothing for calmer than 2% a year', () => {
    const sizing = createSizing('volatility-target', { targetVolatility: 0.1, maxLeverage: 10 });
    expect(sizing.quantity({ ...INPUT, annualVolatility: 0 }).quantity).toBe(10_000);
    expect(sizing.quantity({ ...INPUT, annualVolatility: 0.04 }).quantity).toBe(5000);
  });

  it('refuses while the volatility is not known', () => {
    for (const annualVolatility of [undefined, Number.NaN, -0.1]) {
      expect(createSizing('volatility-target').quantity({ ...INPUT, annualVolatility }).code).toBe('NO_VOLATILITY');
    }
  });
});

it('confidence below one half scales the order, unless it is switched off', () => {
  const half = { ...INPUT, confidence: 0.25 };
  expect(createSizing('fixed-fraction').quantity(half).quantity).toBe(250);
  expect(createSizing('fixed-fraction', { scaleByConfidence: false }).quantity(half).quantity).toBe(500);
  expect(createSizing('volatility-target').quantity(half).quantity).toBe(500);
  expect(createSizing('volatility-target').quantity({ ...INPUT, confidence: 0.5 }).quantity).toBe(1000);
  expect(createSizing('all-in').quantity(half), 'all in is all in').toMatchObject({ quantity: 2000, allIn: true });
});

it('an unknown sizing rule is answered with the nearest one', () => {
  expect(() => findSizing('fixed-fractional')).toThrow(
    expect.objectContaining({
      code: 'risk.unknown-sizing',
      message: expect.stringContaining('Did you mean "fixed-fraction"?'),
    }),
  );
});
