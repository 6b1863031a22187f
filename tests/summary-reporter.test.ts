import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeScratchFolder, REPOSITORY, removeScratchFolder, writeFiles } from './scratch-folder.ts';

const HEAD = "import { expect, it } from 'vitest';";

let folder: string;
beforeAll(() => {
  folder = makeScratchFolder('summary-');
  const config = (isCi: boolean): string => `
    import { SummaryReporter } from '../../tools/summary-reporter.ts';
    export default { test: { reporters: [new SummaryReporter({ isCi: ${isCi} })] } };`;
  writeFiles(folder, {
    'home.config.ts': config(false),
    'ci.config.ts': config(true),
    'good.test.ts': `${HEAD} it('holds', () => expect(1).toBe(1)); it('holds too', () => expect(1).toBe(1));`,
    'bad.test.ts': `${HEAD} it('breaks', () => expect(1).toBe(2));`,
    'unloadable.test.ts': `${HEAD} import './absent.ts'; it('is never reached', () => {});`,
    'excused.test.ts': `${HEAD} it.skip('agrees with the reference (needs CANDOR_REFERENCE_DATA)', () => {});`,
    'lazy.test.ts': `${HEAD} it.skip('will be fixed one day', () => {});`,
    'todo.test.ts': `${HEAD} it.todo('will be written one day');`,
  });
});
afterAll(() => removeScratchFolder(folder));

function run(config: 'home' | 'ci', ...files: string[]): { lastLine: string | undefined; exitCode: number | null } {
  const vitest = join(REPOSITORY, 'node_modules/vitest/vitest.mjs');
  const args = [vitest, 'run', '--root', folder, '--config', join(folder, `${config}.config.ts`), ...files];
  const { stdout, status } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return { lastLine: stdout.trimEnd().split('\n').at(-1), exitCode: status };
}

describe('the last line of a test run', () => {
  it('counts what passed and was skipped', () => {
    expect(run('home', 'good', 'excused', 'lazy')).toEqual({ lastLine: '2 passed, 0 failed, 2 skipped', exitCode: 0 });
  });

  it('counts a broken test and a file that cannot be loaded, and the run fails', () => {
    expect(run('home', 'good', 'bad', 'unloadable')).toEqual({
      lastLine: '2 passed, 2 failed, 0 skipped',
      exitCode: 1,
    });
  });

  it('lets skips for absent reference data pass under CI', () => {
    expect(run('ci', 'good', 'excused')).toEqual({ lastLine: '2 passed, 0 failed, 1 skipped', exitCode: 0 });
  });

  it('counts any other skip as a failure under CI', () => {
    expect(run('ci', 'good', 'excused', 'lazy', 'todo')).toEqual({
      lastLine: '2 passed, 2 failed, 1 skipped',
      exitCode: 1,
    });
  });
});
