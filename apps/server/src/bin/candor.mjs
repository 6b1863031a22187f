#!/usr/bin/env node
// Plain JavaScript that even an old Node can read, so that it can say what is wrong instead of failing on the first type.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major > 22 || (major === 22 && minor >= 18)) {
  (await import('./compile-as-one.ts')).compileAsOne();
  // What was compiled once need not be again; a changed file is told by its content.
  const [{ enableCompileCache }, { fileURLToPath }] = await Promise.all([import('node:module'), import('node:url')]);
  enableCompileCache(fileURLToPath(new URL('../../../../node_modules/.cache/candor/compiled', import.meta.url)));
  await import('./cli.ts');
} else {
  process.stderr.write(
    `Candor needs Node 22.18 or newer and this is ${process.versions.node}: run it as "npx candor" inside the clone, which brings its own Node on Linux, or install Node 24.\n`,
  );
  process.exitCode = 1;
}
