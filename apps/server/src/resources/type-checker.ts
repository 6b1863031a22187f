import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

export interface TypeFault {
  /** 1-based. */
  readonly line: number;
  readonly message: string;
}

/** Checks the types of one file of the person's. */
export interface TypeChecker {
  /** Returns the type errors of the file, or undefined where no compiler is installed. */
  check(path: string): Promise<readonly TypeFault[] | undefined>;
}

// What is left over while one tries things out makes nothing wrong.
const LENIENT = { noUnusedLocals: false, noUnusedParameters: false };

/** Returns the checker that uses the TypeScript of the clone, under the clone's own strict settings. */
export function createTypeChecker(home: string, nodePath: string): TypeChecker {
  const compiler = join(home, 'node_modules/typescript/bin/tsc');
  return {
    check: async (path) => {
      if (!existsSync(compiler)) return undefined;
      const folder = join(home, '.candor', `types-${randomUUID()}`);
      await mkdir(folder, { recursive: true });
      try {
        const project = join(folder, 'tsconfig.json');
        await writeFile(
          project,
          JSON.stringify({
            extends: join(home, 'tsconfig.json'),
            compilerOptions: LENIENT,
            include: [],
            files: [path],
          }),
        );
        return readErrors(
          await run(nodePath, [compiler, '--pretty', 'false', '--project', project], home),
          relative(home, path),
        );
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}

function run(command: string, args: readonly string[], cwd: string): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(command, args, { cwd, maxBuffer: 2 ** 24 }, (error, stdout, stderr) => {
      // Exit codes 1 and 2 mean that it ran and found errors; anything else that it did not run.
      if (error && typeof error.code !== 'number') reject(error);
      else resolve(stdout + stderr);
    });
  });
}

const DIAGNOSTIC = /^(.+?)\((\d+),\d+\): error TS\d+: (.*)$/gm;

function readErrors(output: string, path: string): TypeFault[] {
  return [...output.matchAll(DIAGNOSTIC)]
    .filter((match) => match[1]?.replaceAll('\\', '/').endsWith(path.replaceAll('\\', '/')))
    .map((match) => ({ line: Number(match[2]), message: match[3] ?? '' }));
}
