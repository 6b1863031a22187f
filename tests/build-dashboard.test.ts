import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildDashboard } from '../tools/dashboard/build-dashboard.ts';
import { dashboardStamp } from '../tools/dashboard/dashboard-stamp.ts';
import { REPOSITORY, writeFiles } from './scratch-folder.ts';

let root: string;
let builds: number;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'candor-build-'));
  builds = 0;
  writeFiles(root, {
    'apps/web/package.json': '{}',
    'apps/web/app/page.tsx': 'export default () => null;',
    'apps/web/lib/api/schema.d.ts': 'export {};',
    'docs/openapi.json': '{}',
    'package-lock.json': '{}',
  });
});
afterEach(() => rmSync(root, { recursive: true }));

/** Stands for the compiler: takes a while, empties its folder first, and leaves things of its own about. */
async function compile(below: string): Promise<void> {
  builds += 1;
  rmSync(join(below, 'apps/web/out'), { recursive: true, force: true });
  await new Promise((resolve) => setImmediate(resolve));
  writeFiles(below, {
    'apps/web/out/index.html': `build ${builds}`,
    'apps/web/.next/cache': 'x',
    'apps/web/next-env.d.ts': 'x',
    'apps/web/tsconfig.tsbuildinfo': String(builds),
  });
}

const build = (): Promise<boolean> => buildDashboard(root, compile);
const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};

describe('the dashboard', () => {
  it('is built once from the same sources', async () => {
    expect([await build(), await build(), await build()]).toEqual([true, false, false]);
    expect(builds).toBe(1);
  });

  it.each([
    'apps/web/app/page.tsx',
    'apps/web/app/risk/page.tsx',
    'apps/web/app/globals.css',
    'apps/web/next.config.ts',
    'apps/web/public/icon.svg',
    'docs/openapi.json',
    'package-lock.json',
  ])('is built again when %s is another', async (path) => {
    await build();
    write(path, 'another');
    expect([await build(), await build()]).toEqual([true, false]);
  });

  it('is built again when a source moved or went', async () => {
    await build();
    write('apps/web/lib/schema.d.ts', 'export {};');
    unlinkSync(join(root, 'apps/web/lib/api/schema.d.ts'));
    expect(await build()).toBe(true);
    unlinkSync(join(root, 'apps/web/lib/schema.d.ts'));
    expect(await build()).toBe(true);
  });

  it.each([
    'apps/web/dev.ts',
    'apps/web/app/page.test.tsx',
    'apps/web/node_modules/a/index.js',
    'apps/web/.next/trace',
    'packages/domain/src/order.ts',
  ])('is none the older for %s', async (path) => {
    await build();
    write(path, 'another');
    expect(await build()).toBe(false);
  });

  it('is built again when it was removed', async () => {
    await build();
    rmSync(join(root, 'apps/web/out'), { recursive: true });
    expect(await build()).toBe(true);
  });

  it('that was changed while it was built counts as what was there when that began', async () => {
    const changing = async (below: string): Promise<void> => {
      await compile(below);
      write('apps/web/app/page.tsx', 'changed meanwhile');
    };
    expect(await buildDashboard(root, changing)).toBe(true);
    expect(await build()).toBe(true);
  });

  it('does not pass for built when it could not be, and the older one stays', async () => {
    await build();
    write('apps/web/app/page.tsx', 'broken');
    const failing = async (): Promise<void> => {
      throw new Error('page.tsx is broken');
    };
    await expect(buildDashboard(root, failing)).rejects.toThrow('page.tsx is broken');
    expect(readFileSync(join(root, 'apps/web/out/index.html'), 'utf8')).toBe('build 1');
    await expect(buildDashboard(root, failing), 'it is tried again').rejects.toThrow('page.tsx is broken');
    expect([await build(), await build()]).toEqual([true, false]);
  });

  it('is built by one of several at once, and the others wait for it', async () => {
    expect((await Promise.all([build(), build(), build()])).filter((isNew) => isNew)).toHaveLength(1);
    expect(builds).toBe(1);
    expect(existsSync(join(root, 'apps/web/out/index.html'))).toBe(true);
  });

  it('is built by the next one when the process that was at it is killed', async () => {
    const tool = join(REPOSITORY, 'tools/dashboard/build-dashboard.ts');
    const endless = `
      import { buildDashboard } from ${JSON.stringify(tool)};
      setInterval(() => {}, 1000);
      await buildDashboard(${JSON.stringify(root)}, () => new Promise(() => process.stdout.write('at it')));
    `;
    const child = spawn(process.execPath, ['--input-type=module', '-e', endless], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    const next = build();
    expect(builds).toBe(0);
    child.kill('SIGKILL');
    expect(await next).toBe(true);
    expect(await build()).toBe(false);
  });
});

describe('the stamp of this clone', () => {
  it('is the same each time', () => {
    expect(dashboardStamp(REPOSITORY)).toBe(dashboardStamp(REPOSITORY));
  });
});
