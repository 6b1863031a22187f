import { describe, expect, it } from 'vitest';
import { operationCatalog } from '../operations/catalog.ts';
import { flagsOf } from './flags.ts';
import { COMMON_OPTIONS, parseCommandLine } from './parse.ts';
import { viewCatalog } from './view-catalog.ts';

const commands = viewCatalog.map(({ operation }) => operation);

describe('the commands', () => {
  it('show every operation that is mounted on the command line, once', () => {
    const mounted = operationCatalog.filter(({ cli }) => cli !== undefined);
    expect(commands.map(({ id }) => id).toSorted()).toEqual(mounted.map(({ id }) => id).toSorted());
    expect(new Set(commands.map(({ cli }) => cli?.command)).size).toBe(commands.length);
  });
});

describe.each(commands.map((operation) => ({ operation, id: operation.id })))('$id', ({ operation }) => {
  it('describes itself in one sentence', () => {
    expect(operation.id).toMatch(/^[a-z-]+\.[a-z-]+$/);
    expect(operation.summary).toMatch(/^[A-Z].*[.?]$/);
  });

  it('explains every flag, and none hides an option that all commands have', () => {
    for (const { name, about } of flagsOf(operation)) {
      expect(about, name).toMatch(/[.)]$/);
      expect(Object.keys(COMMON_OPTIONS)).not.toContain(name);
    }
  });

  it('places only fields that its input has', () => {
    const fields = flagsOf(operation).map(({ field }) => field);
    expect(fields).toEqual(expect.arrayContaining([...(operation.cli?.positionals ?? [])]));
    expect(fields).toEqual(expect.arrayContaining(Object.values(operation.cli?.pairs ?? {})));
  });

  it('gives examples that can be typed as they are', () => {
    for (const { line } of operation.cli?.examples ?? []) {
      const [program, ...args] = line.split(' ');
      expect(program).toBe('candor');
      expect(parseCommandLine(args, commands)).toMatchObject({ want: 'run', command: operation });
    }
  });
});
