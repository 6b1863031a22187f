import { expect, it } from 'vitest';
import { readConfig } from './config.ts';

it('honours NO_COLOR when it is not empty, whatever it says', () => {
  expect([{}, { NO_COLOR: '' }, { NO_COLOR: '0' }].map((environment) => readConfig(environment).noColor)).toEqual([
    false,
    false,
    true,
  ]);
});

it('takes a usable width, and forgets one that no table fits', () => {
  const widths = ['120', '0', 'wide', undefined].map((columns) => readConfig({ COLUMNS: columns }).columns);
  expect(widths).toEqual([120, undefined, undefined, undefined]);
});
