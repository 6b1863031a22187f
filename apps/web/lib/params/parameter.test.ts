import { describe, expect, it } from 'vitest';
import {
  defaultsOf,
  differences,
  faultOf,
  faultsOf,
  inWords,
  keptNumber,
  nextEntry,
  type Parameter,
  rangeOf,
  shownNumber,
  wordsOf,
} from './parameter.ts';

const param = (told: Partial<Parameter>): Parameter => ({
  name: 'slow',
  title: 'Slow average',
  type: 'integer',
  default: 30,
  minimum: 3,
  maximum: 400,
  excludesMinimum: false,
  excludesMaximum: false,
  choices: null,
  unit: 'bars',
  about: null,
  none: 'not-allowed',
  rules: '',
  parametersOf: null,
  list: null,
  ...told,
});
const share = param({
  name: 'target',
  title: 'Target',
  type: 'number',
  minimum: 0,
  maximum: null,
  unit: 'fraction',
  excludesMinimum: true,
});

describe('a number that is typed', () => {
  it.each([0.07, 0.29, 0.145, 1, 0.0005, 12.5])('comes back as it was kept, though shown in percent: %s', (value) => {
    expect(keptNumber(share, String(shownNumber(share, value)))).toBe(value);
  });

  it.each(['', '1e', 'abc', '0x10', '1 2', '--3', '.'])('stays text while it is none: "%s"', (text) => {
    expect(keptNumber(param({}), text)).toBe(text);
    expect(faultOf(param({}), text)).toMatch(/^Slow average (is missing|must be a number)\.$/);
  });

  it('may have the true minus', () => {
    expect(keptNumber(param({}), '−3')).toBe(-3);
  });
});

describe('the rules of a parameter', () => {
  it('names the field and the broken rule, with its unit', () => {
    expect(faultOf(param({}), 2)).toBe('Slow average must be at least 3 bars.');
    expect(faultOf(param({}), 401)).toBe('Slow average must be at most 400 bars.');
    expect(faultOf(param({}), 3.5)).toBe('Slow average must be a whole number.');
    expect(faultOf(share, 0)).toBe('Target must be above 0%.');
    expect(faultOf(param({ type: 'choice', choices: ['a', 'b'] }), 'c')).toBe('Slow average must be one of a, b.');
  });

  it('lets none pass only where it is allowed', () => {
    expect(faultOf(param({}), null)).toBe('Slow average is missing.');
    expect(faultOf(param({ none: 'null' }), null)).toBeUndefined();
    expect(faultOf(param({ none: 'leave-out' }), undefined)).toBeUndefined();
  });

  it('finds nothing wrong with the defaults', () => {
    const params = [param({}), param({ name: 'half', none: 'leave-out', default: null }), { ...share, default: 0.15 }];
    expect(faultsOf(params, defaultsOf(params))).toEqual({});
    expect(Object.keys(defaultsOf(params))).toEqual(['slow', 'target']);
  });

  it('says the range as it stands at the label', () => {
    expect(rangeOf(param({}))).toBe('3 to 400 bars');
    expect(rangeOf(share)).toBe('above 0%');
    expect(rangeOf(param({ minimum: 0, maximum: 1, unit: 'fraction' }))).toBe('0 to 100%');
    expect(rangeOf(param({ minimum: null, maximum: null }))).toBeUndefined();
  });
});

it('says differences in words, with the unit once', () => {
  const flag = param({ name: 'scale', title: 'Scale by confidence', type: 'boolean', unit: null });
  expect(
    differences(
      [param({}), share, flag],
      { slow: 40, target: 0.12, scale: false, old: 1 },
      { slow: 30, target: 0.14, scale: true },
    ),
  ).toEqual(['slow average 40 to 30 bars', 'target 12 to 14%', 'scale by confidence switched on', 'old 1 to null']);
});

it('writes values as people do', () => {
  expect(wordsOf(share, 0.145)).toBe('14.5%');
  expect(wordsOf(param({ type: 'list' }), [])).toBe('none');
  expect(wordsOf(param({}), undefined)).toBe('none');
});

it('puts the titles of parameters into the sentences of the server', () => {
  const params = [param({ name: 'fast', title: 'Fast average' }), param({})];
  expect(inWords(params, '"fast" must be below "slow".')).toBe('Fast average must be below slow average.');
  expect(inWords(params, '"fast": must be below "slow", got 30.')).toBe(
    'Fast average must be below slow average, got 30.',
  );
  expect(inWords(params, '"other" is unknown.')).toBe('"other" is unknown.');
});

describe('a list of records', () => {
  const { list: _, ...weight } = param({
    name: 'weight',
    title: 'Weight',
    type: 'number',
    minimum: 0,
    default: 1,
    unit: null,
  });
  const voter = {
    ...weight,
    name: 'strategy',
    title: 'Strategy',
    type: 'choice' as const,
    choices: ['a', 'b'],
    default: null,
  };
  const params = {
    ...weight,
    name: 'params',
    title: 'Parameters',
    type: 'record' as const,
    default: {},
    parametersOf: 'strategy',
  };
  const list = { minEntries: 1, maxEntries: 5, eachOnce: 'strategy', entry: [voter, weight, params] };
  const members = param({ name: 'members', title: 'Members', type: 'list', list });
  const strategies = [{ name: 'a', title: 'A', params: [param({})] }];

  it('is judged entry by entry, each fault at its path, the parameters of its strategy included', () => {
    const entries = [
      { strategy: 'a', weight: -1, params: { slow: 2 } },
      { strategy: 'c', weight: 1, params: {} },
    ];
    expect(faultsOf([members], { members: entries }, strategies)).toEqual({
      'members.0.weight': 'Weight must be at least 0.',
      'members.0.params.slow': 'Slow average must be at least 3 bars.',
      'members.1.strategy': 'Strategy must be one of a, b.',
    });
    expect(faultsOf([members], { members: [{ strategy: 'a', weight: 1, params: {} }] }, strategies)).toEqual({});
    expect(faultsOf([members], { members: [] })).toEqual({ members: 'Members must have at least 1 entry.' });
  });

  it('grows by what is not in it yet, with its defaults, until nothing is left', () => {
    const first = { strategy: 'a', weight: 1, params: { slow: 30 } };
    const second = { strategy: 'b', weight: 1, params: {} };
    expect(nextEntry(members, [], strategies)).toEqual(first);
    expect(nextEntry(members, [first], strategies)).toEqual(second);
    expect(nextEntry(members, [first, second], strategies)).toBeUndefined();
  });

  it('is written as people would', () => {
    const entries = [
      { strategy: 'a', weight: 2, params: { slow: 40 } },
      { strategy: 'b', weight: 1, params: {} },
    ];
    expect(wordsOf(members, entries)).toBe('a (weight 2, slow 40), b');
    expect(inWords([members], '"members.1.weight" must be at least 0, got -1.')).toBe(
      'Weight, entry 2 of members must be at least 0, got -1.',
    );
  });
});
