import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDecimal } from './parse-decimal.ts';

const parse = (text: string, commaGroups = true) => {
  const bytes = new TextEncoder().encode(`;${text};`);
  return parseDecimal(bytes, 1, bytes.length - 1, commaGroups);
};

describe('parseDecimal', () => {
  it('gives the very double that JavaScript gives for any decimal', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.nat(17), (mantissa, places) => {
        const digits = `${mantissa < 0n ? -mantissa : mantissa}`.padStart(places + 1, '0');
        const text = `${mantissa < 0n ? '-' : ''}${digits.slice(0, digits.length - places)}.${digits.slice(digits.length - places)}`;
        expect(parse(text)).toBe(Number(text));
      }),
    );
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(parse(`${value}`)).toBe(Number(`${value}`));
      }),
    );
  });

  it.each([
    ['1,234.5', 1234.5],
    ['-1,234,567', -1234567],
    ['+7', 7],
    ['.5', 0.5],
    ['5.', 5],
  ])('reads %s', (text, value) => expect(parse(text)).toBe(value));

  it.each(['', '-', '.', '1.2.3', '1,23', '12,34.5', '0x10', 'Infinity', 'NaN', 'null', '1 2', '5 %', '٣'])(
    'does not read "%s"',
    (text) => expect(parse(text)).toBeNaN(),
  );

  it('reads no commas where they could be decimal ones', () => expect(parse('1,234', false)).toBeNaN());
});
