import { expect, it } from 'vitest';
import { age, clock, dayAndHour, utc, weekday } from './time.ts';

it('writes an instant as the exchange has it, whatever the zone of the machine', () => {
  expect(dayAndHour('2017-09-01T20:00:00.000Z')).toBe('1 Sep 2017, 16:00 New York');
  expect(weekday('2017-09-01T20:00:00.000Z')).toBe('Fri 1 Sep 2017');
  expect(clock('2017-01-03T14:30:04.000Z')).toBe('09:30:04');
  expect(utc('2017-09-01T20:00:04.123Z')).toBe('2017-09-01 20:00:04.123 UTC');
});

it.each([
  [400, '0.4 s'],
  [12_900, '12 s'],
  [252_000, '4 min 12 s'],
  [320_400_000, '3 d 17 h'],
  [-5, '0.0 s'],
])('says of %i ms: %s', (ms, words) => {
  expect(age(ms)).toBe(words);
});
