import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { DEFAULT_LIMITS } from './default-limits.ts';
import { createLimits, findLimit, LIMITS } from './limit-catalog.ts';
import { LimitsConfig } from './limits-config.ts';

describe('the limits', () => {
  it('have ids, codes and words of their own', () => {
    expect(new Set(LIMITS.map(({ id }) => id)).size).toBe(LIMITS.length);
    expect(new Set(LIMITS.map(({ code }) => code)).size).toBe(LIMITS.length);
    for (const { id, code, title, summary } of LIMITS) {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(code).toMatch(/^[A-Z]+(_[A-Z]+)*$/);
      expect(title).not.toBe('');
      expect(summary).toMatch(/^[A-Z].*\.$/);
    }
  });

  it('are checked in the order of the specification', () => {
    const table = [
      ['KILL_SWITCH', 'NO_PRICE', 'BAD_QTY', 'ORDER_RATE', 'DUPLICATE', 'PRICE_COLLAR', 'MAX_NOTIONAL', 'MAX_ADV'],
      ['DAILY_LOSS', 'MAX_DRAWDOWN', 'MAX_POSITION', 'MAX_GROSS', 'MAX_NET', 'MAX_SECTOR', 'MAX_CLUSTER'],
      ['BUYING_POWER', 'PDT'],
    ].flat();
    expect(LIMITS.map(({ code }) => code).filter((code) => table.includes(code))).toEqual(table);
  });

  it('skip reducing orders exactly where the specification says so', () => {
    const starred = LIMITS.filter(({ skipsReducing }) => skipsReducing).map(({ code }) => code);
    expect(starred).toEqual([
      ...['HALT_ENTRIES', 'DAILY_LOSS', 'MAX_DRAWDOWN', 'MAX_POSITION', 'MAX_GROSS', 'MAX_NET', 'MAX_SECTOR'],
      ...['MAX_CLUSTER', 'BUYING_POWER', 'PDT'],
    ]);
  });

  it.each(LIMITS.map((definition) => [definition.id, definition] as const))(
    '%s describes its parameters for forms and refuses one it does not know',
    (id, { params }) => {
      expect(z.toJSONSchema(params)).toMatchObject({ type: 'object' });
      expect(() => createLimits({ ...DEFAULT_LIMITS, [id]: { nonsense: 1 } })).toThrow(
        expect.objectContaining({ code: 'risk.bad-param', message: expect.stringContaining(`"${id}"`) }),
      );
    },
  );

  it.each(['max-position', 'max-gross', 'daily-loss', 'buying-power', 'known-price'])(
    'are not made without %s',
    (id) => {
      const config = Object.fromEntries(Object.entries(DEFAULT_LIMITS).filter(([key]) => key !== id));
      expect(() => createLimits(config)).toThrow(
        expect.objectContaining({ code: 'risk.missing-limit', message: expect.stringContaining(`"${id}"`) }),
      );
    },
  );

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY, 'much'])('take no fraction of %s', (fraction) => {
    expect(() => createLimits({ ...DEFAULT_LIMITS, 'max-position': { fraction } })).toThrow(
      expect.objectContaining({ code: 'risk.bad-param', message: expect.stringContaining('"fraction"') }),
    );
  });

  it('offer the nearest id for a slip', () => {
    expect(() => findLimit('max-positions')).toThrow(
      expect.objectContaining({
        code: 'risk.unknown-limit',
        message: expect.stringContaining('Did you mean "max-position"?'),
      }),
    );
    expect(() => createLimits({ ...DEFAULT_LIMITS, 'daily-los': { fraction: 0.1 } })).toThrow(
      expect.objectContaining({ code: 'risk.unknown-limit' }),
    );
  });

  it('of an account by default are a config like any other', () => {
    expect(LimitsConfig.parse(JSON.parse(JSON.stringify(DEFAULT_LIMITS)))).toEqual(DEFAULT_LIMITS);
    expect(createLimits(DEFAULT_LIMITS).map(({ id }) => id)).toEqual(
      expect.arrayContaining(Object.keys(DEFAULT_LIMITS)),
    );
  });
});
