import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defineOperation } from '../operations/operation.ts';
import { parseCommandLine } from './parse.ts';

const run = defineOperation({
  id: 'test.run',
  summary: 'Run.',
  input: z.object({
    symbol: z.string(),
    startCashUsd: z.number().min(1).default(1000),
    timeframe: z.enum(['1m', '1d']).default('1d'),
    allowShort: z.boolean().default(false),
    tags: z.array(z.string()).default([]),
    params: z.record(z.string(), z.json()).default({}),
  }),
  output: z.object({}),
  scope: 'backtests:write',
  needs: [],
  cli: { command: 'run', pairs: { param: 'params' }, examples: [{ line: 'candor run --symbol A', shows: 'a run' }] },
  run: async () => ({}),
});

const make = defineOperation({
  id: 'test.make',
  summary: 'Make.',
  input: z.object({ name: z.string().regex(/^[a-z]+$/, 'use small letters'), kind: z.string().optional() }),
  output: z.object({}),
  scope: 'strategies:write',
  needs: [],
  cli: { command: 'new thing', positionals: ['name', 'kind'], examples: [{ line: 'candor new thing a', shows: 'a' }] },
  run: async () => ({}),
});

const parse = (line: string) => parseCommandLine(line === '' ? [] : line.split(' '), [run, make]);

describe('parseCommandLine', () => {
  it('turns options into the fields that they are derived from, each of its type', () => {
    const line =
      'run --symbol AAPL --start-cash-usd=2.5e4 --allow-short --tags a,b --tags c --param fast=5 --param mode=x --param on=true --param members=[{"weight":2}] --json --out r.json';
    expect(parse(line)).toMatchObject({
      want: 'run',
      command: run,
      json: true,
      out: 'r.json',
      progress: false,
      input: {
        symbol: 'AAPL',
        startCashUsd: 25_000,
        allowShort: true,
        tags: ['a', 'b', 'c'],
        params: { fast: 5, mode: 'x', on: true, members: [{ weight: 2 }] },
      },
    });
  });

  it('leaves what is not given to the defaults of the operation', () => {
    expect(parse('run --symbol AAPL --no-allow-short')).toMatchObject({ input: { symbol: 'AAPL', allowShort: false } });
  });

  it('reads positionals in their order, and commands of two words', () => {
    expect(parse('new thing abc def')).toMatchObject({ command: make, input: { name: 'abc', kind: 'def' } });
  });

  it('takes a negative number as a value', () => {
    expect(() => parse('run --symbol A --start-cash-usd -5')).toThrow('--start-cash-usd must be at least 1, got -5.');
  });

  it.each([
    ['', { want: 'help', command: undefined }],
    ['--help', { want: 'help', command: undefined }],
    ['help run', { want: 'help', command: run }],
    ['run --help', { want: 'help', command: run }],
    ['new thing -h', { want: 'help', command: make }],
    ['--version', { want: 'version' }],
  ])('understands "%s"', (line, request) => expect(parse(line)).toEqual(request));

  it.each([
    ['rum --symbol A', /"rum" is no command\. Did you mean "run"\?/],
    ['new thong a', /"new thong" is no command\. Did you mean "new thing"\?/],
    ['run --symbl A', '--symbl is no option of candor run. Did you mean --symbol?'],
    ['run --frobnicate', '--frobnicate is no option of candor run. See: candor run --help.'],
    ['run', '--symbol is missing.'],
    ['run --symbol', '--symbol needs a value after it.'],
    ['run --symbol --json', '--symbol needs a value after it.'],
    ['run --symbol A --symbol B', '--symbol is given twice.'],
    ['run --symbol A --json=yes', '--json is a switch and takes no value.'],
    ['run --symbol A --start-cash-usd lots', '--start-cash-usd must be a number, got "lots".'],
    ['run --symbol A --timeframe 1x', /--timeframe cannot be "1x"\. Did you mean "1m"\? Known: 1m, 1d\./],
    ['run --symbol A --param members=[1,', /--param members: .* written as JSON, .* got "\[1,"\./],
    ['run --symbol A --param fast', /--param is written as name=value, .* got "fast"\./],
    ['run --symbol A stray', '"stray" is not expected here. See: candor run --help.'],
    ['new thing', 'NAME is missing.'],
    ['new thing ABC', 'NAME: use small letters, got "ABC".'],
    ['new thing a b c', '"c" is not expected here. See: candor new thing --help.'],
  ])('answers "%s" with one sentence', (line, sentence) => {
    expect(() => parse(line)).toThrow(sentence);
    expect(() => parse(line)).toThrow(expect.objectContaining({ kind: 'invalid' }));
  });
});
