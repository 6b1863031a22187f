import { CandorError } from '@candor/domain/candor-error';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Config, readConfig } from '../config.ts';
import type { Container } from '../container.ts';
import { defineOperation } from '../operations/operation.ts';
import { runCommand } from './run-command.ts';
import { defineView } from './view.ts';

const written = new Map<string, string>();
const container = {
  codeVersion: () => '1.2.3+sha256.ab',
  files: {
    write: async (path: string, text: string) => {
      written.set(path, text);
    },
  },
} as unknown as Container;
const config: Config = { ...readConfig({}), noColor: false, columns: undefined };

const grade = defineOperation({
  id: 'test.grade',
  summary: 'Grade a number.',
  input: z.object({ value: z.number().describe('What to grade.') }),
  output: z.object({ value: z.number(), good: z.boolean() }),
  scope: 'backtests:read',
  needs: ['codeVersion'],
  cli: {
    command: 'grade',
    positionals: [],
    examples: [{ line: 'candor grade --value 5', shows: 'a good one' }],
    exitOne: 'the number is bad',
  },
  run: async (deps, { value }, caller) => {
    caller.progress({ done: 50, total: 100, of: 'digits' });
    if (value === 404) throw new CandorError('test.none', { kind: 'not-found', message: 'There is no 404.' });
    if (value === 500) throw new CandorError('test.busy', { kind: 'retry', message: 'Busy. Try again.' });
    if (value === 422) {
      throw new CandorError('test.wrong', { kind: 'invalid', message: '"value" must be odd, and "AAPL" is no field.' });
    }
    if (value === 666) throw new Error('a fault of ours');
    if (value === 0) return { value: Number.NaN, good: true };
    return { value: Object.keys(deps).length, good: value > 0 };
  },
});
const gradeView = defineView(grade, ({ good }, { style }) => ({
  text: good ? style.good('good') : style.bad('bad'),
  exitCode: good ? 0 : 1,
}));

async function run(line: string, isTTY = false, signal = new AbortController().signal) {
  const out: string[] = [];
  const err: string[] = [];
  const exitCode = await runCommand(
    line.split(' '),
    {
      config,
      container,
      findServer: async () => undefined,
      stdout: { write: (text) => out.push(text), isTTY },
      stderr: { write: (text) => err.push(text), isTTY },
      signal,
    },
    [gradeView],
  );
  return { exitCode, out: out.join(''), err: err.join('') };
}

describe('runCommand', () => {
  it('shows the view, and exits by what it says', async () => {
    expect(await run('grade --value 5')).toEqual({ exitCode: 0, out: 'good\n', err: '' });
    expect(await run('grade --value=-5')).toEqual({ exitCode: 1, out: 'bad\n', err: '' });
  });

  it('prints one JSON document and nothing else with --json, with the same exit code', async () => {
    const { exitCode, out, err } = await run('grade --value=-5 --json');
    expect({ exitCode, parsed: JSON.parse(out), err }).toEqual({
      exitCode: 1,
      parsed: { value: 1, good: false },
      err: '',
    });
  });

  it('writes the same document with --out, and still shows the view', async () => {
    expect((await run('grade --value 5 --out r.json')).out).toBe('good\n');
    expect(JSON.parse(written.get('r.json') ?? '')).toEqual({ value: 1, good: true });
  });

  it('hands an operation no more of the container than it declares', async () => {
    expect(JSON.parse((await run('grade --value 5 --json')).out)).toMatchObject({ value: 1 });
  });

  it('colours for a terminal only', async () => {
    expect((await run('grade --value 5', true)).out).toContain('\u001b[32mgood');
    expect((await run('grade --value 5', false)).out).toBe('good\n');
  });

  it('shows progress on the error output of a terminal and clears it, or in lines when asked', async () => {
    expect((await run('grade --value 5', true)).err).toBe('\r\u001b[2K50% of 100 digits\r\u001b[2K');
    expect((await run('grade --value 5 --progress', false)).err).toBe('50% of 100 digits\n');
  });

  it.each([
    ['grade --value 404', 2, 'There is no 404.\n'],
    ['grade --value 422', 2, '--value must be odd, and "AAPL" is no field.\n'],
    ['grade --value x', 2, '--value must be a number, got "x".\n'],
    ['grad', 2, '"grad" is no command. Did you mean "grade"? Known: grade.\n'],
    ['grade --value 500', 1, 'Busy. Try again.\n'],
  ])('answers "%s" with exit code %i and a sentence on the error output', async (line, exitCode, err) => {
    expect(await run(line)).toEqual({ exitCode, out: '', err });
  });

  it('reports a fault of ours with its place', async () => {
    const { exitCode, out, err } = await run('grade --value 666');
    expect({ exitCode, out }).toEqual({ exitCode: 1, out: '' });
    expect(err).toMatch(/^Unexpected: Error: a fault of ours\n\s+at /);
  });

  it('lets no NaN leave an operation', async () => {
    const { exitCode, out } = await run('grade --value 0 --json');
    expect({ exitCode, out }).toEqual({ exitCode: 1, out: '' });
  });

  it('stops with 130 when interrupted', async () => {
    expect(await run('grade --value 5', false, AbortSignal.abort())).toEqual({
      exitCode: 130,
      out: '',
      err: 'Stopped.\n',
    });
  });

  it('tells its version', async () => expect((await run('--version')).out).toBe('1.2.3+sha256.ab\n'));

  it('teaches a command: options, what they allow, examples and exit codes', async () => {
    const { exitCode, out } = await run('grade --help');
    expect(exitCode).toBe(0);
    expect(out).toContain('candor grade --value NUMBER [options]');
    expect(out).toMatch(/--value NUMBER\s+What to grade\. \(required\)/);
    expect(out).toContain('# a good one\n  candor grade --value 5');
    expect(out).toContain('1: the number is bad.');
  });

  it('lists the commands where none is given', async () => {
    expect((await run('--help')).out).toMatch(/grade\s+Grade a number\./);
  });
});
