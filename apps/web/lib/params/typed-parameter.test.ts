import { expect, it } from 'vitest';
import type { Parameter, ParameterValue } from './parameter.ts';
import { meant, written } from './typed-parameter.ts';

const param = (type: Parameter['type'], part: Partial<Parameter> = {}): Parameter => ({
  name: 'p',
  title: 'P',
  type,
  default: null,
  minimum: null,
  maximum: null,
  excludesMinimum: false,
  excludesMaximum: false,
  choices: null,
  unit: null,
  about: null,
  none: 'not-allowed',
  rules: '',
  parametersOf: null,
  list: null,
  ...part,
});

it.each<[Parameter, ParameterValue]>([
  [param('integer'), 30],
  [param('number', { unit: 'fraction' }), 0.0725],
  [param('list'), [1, 0.5, 2]],
  [param('list'), []],
  [param('list'), ['markov-chain', 'sma-crossover']],
  [param('record'), { 'sma-crossover': { fast: 5 } }],
  [param('text'), 'as it is'],
  [param('number', { none: 'null' }), null],
])('what is written means what was kept: %#', (of, value) => {
  expect(meant(of, written(of, value))).toEqual(value);
});

it('leaves out what is empty where that means none', () => {
  expect(meant(param('number', { none: 'leave-out' }), ' ')).toBeUndefined();
  expect(meant(param('number'), '')).toBe('');
});

it('keeps half a record as the text it is', () => {
  expect(meant(param('record'), '{"a":')).toBe('{"a":');
});
