import { describe, expect, it } from 'vitest';
import { isCronLine } from './cron-line.ts';

describe('a cron line', () => {
  it.each(['* * * * *', '0 0 1 1 0', '59 23 31 12 7', '*/5 9-17 * * 1-5', '0,30 1-23/2 * * *', '07 03 * * *'])(
    'may be "%s"',
    (line) => expect(isCronLine(line)).toBe(true),
  );

  it.each([
    '',
    '* * * *',
    '* * * * * *',
    '60 * * * *',
    '* 24 * * *',
    '* * 0 * *',
    '* * * 13 *',
    '* * * * 8',
    '5-1 * * * *',
    '*/0 * * * *',
    '1,,2 * * * *',
    '* * * jan *',
    '@daily',
    '-1 * * * *',
    '*  * * * *',
  ])('may not be "%s"', (line) => expect(isCronLine(line)).toBe(false));
});
