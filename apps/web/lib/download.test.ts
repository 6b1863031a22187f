import { expect, it } from 'vitest';
import { toCsv } from './download.ts';

it('quotes what would break a row, leaves what is missing empty, and keeps a formula a text', () => {
  expect(
    toCsv(
      ['a', 'b'],
      [
        ['x,"y"', null],
        ['=1+1', -2.5],
        ['two\nlines', 0],
      ],
    ),
  ).toBe('a,b\r\n"x,""y""",\r\n\'=1+1,-2.5\r\n"two\nlines",0\r\n');
});
