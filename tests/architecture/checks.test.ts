import { describe, expect, it } from 'vitest';
import { arrowViolations } from './arrows.ts';
import { barrelViolations } from './barrels.ts';
import { catalogViolations } from './catalogs.ts';
import { circleViolations } from './circles.ts';
import { environmentViolations } from './environment.ts';
import type { Registry } from './house.ts';
import { manifestViolations } from './manifests.ts';
import { purityViolations } from './purity.ts';
import { type SourceTree, sourceTree } from './source-tree.ts';
import { typeHoleViolations } from './type-holes.ts';

const REGISTRY: Registry = {
  catalog: 'packages/indicators/src/catalog.ts',
  plugins: 'packages/indicators/src/indicators/',
  contract: 'packages/indicators/src/define-indicator.ts',
  isPlugin: 'folder',
};

const TIDY: Readonly<Record<string, string>> = {
  'packages/domain/package.json': '{ "name": "@candor/domain", "dependencies": { "zod": "4" } }',
  'packages/domain/src/bar.ts': "import { z } from 'zod'; export const Bar = z.object({ at: z.number() });",
  'packages/indicators/package.json': '{ "name": "@candor/indicators", "dependencies": { "@candor/domain": "0" } }',
  'packages/indicators/src/define-indicator.ts':
    "import type { Bar } from '@candor/domain/bar'; export type Push = (bar: typeof Bar) => void;",
  'packages/indicators/src/indicators/sma.ts':
    "import type { Push } from '../define-indicator.ts'; export const sma: Push = () => {};",
  'packages/indicators/src/catalog.ts': "import { sma } from './indicators/sma.ts'; export const catalog = [sma];",
  'packages/risk/src/risk-manager.ts': 'export const approve = (order: Order) => order as ApprovedOrder;',
  'apps/server/src/config.ts': "export const home = process.env['CANDOR_HOME'];",
  'apps/server/src/container.ts': "import { home } from './config.ts'; export const container = { home };",
  'apps/server/src/bin/cli.ts':
    "import { container } from '../container.ts'; process.exitCode = container.home ? 0 : 1;",
  'apps/web/package.json':
    '{ "name": "@candor/web", "dependencies": { "@candor/domain": "0", "inter": "1", "react": "1", "react-dom": "1" } }',
  'apps/web/app/globals.css': '@import "tailwindcss";\n@import "inter/latin.css";',
  'apps/web/app/page.tsx':
    "import './globals.css'; import { Price } from '@/components/price'; export default () => <Price />;",
  'apps/web/components/price.tsx':
    "import type { Bar } from '@candor/domain/bar'; import { useState } from 'react'; export const Price = () => <p>{useState<typeof Bar>()}</p>;",
};

const CHECKS: Readonly<Record<string, (tree: SourceTree) => string[]>> = {
  arrows: arrowViolations,
  circles: circleViolations,
  barrels: barrelViolations,
  purity: purityViolations,
  environment: environmentViolations,
  catalogs: (tree) => catalogViolations(tree, [REGISTRY]),
  'type holes': typeHoleViolations,
  manifests: manifestViolations,
};

function violationsWith(check: string, planted: Readonly<Record<string, string>>): string[] {
  return CHECKS[check]!(sourceTree({ ...TIDY, ...planted }));
}

describe('the checks of the house', () => {
  it.each(Object.keys(CHECKS))('find nothing in a tidy house: %s', (check) => {
    expect(violationsWith(check, {})).toEqual([]);
  });

  const inDomain = (text: string) => ({ 'packages/domain/src/planted.ts': text });
  const inSma = (text: string) => ({ 'packages/indicators/src/indicators/sma.ts': text });

  it.each<[string, string, Record<string, string>]>([
    ['arrows', 'an arrow up', inDomain("import { sma } from '@candor/indicators/indicators/sma';")],
    [
      'arrows',
      'an arrow up that is only a type',
      inDomain("import type { Push } from '@candor/indicators/define-indicator';"),
    ],
    [
      'arrows',
      'an arrow up hidden in a type position',
      inDomain("export type P = import('@candor/indicators/define-indicator').Push;"),
    ],
    [
      'arrows',
      'an arrow up hidden in a dynamic import',
      inDomain("export const late = () => import('@candor/indicators/catalog');"),
    ],
    [
      'arrows',
      'an arrow up hidden in a re-export',
      inDomain("export { sma } from '@candor/indicators/indicators/sma';"),
    ],
    [
      'arrows',
      'a way round the name',
      { 'packages/risk/src/planted.ts': "import { Bar } from '../../domain/src/bar.ts';" },
    ],
    [
      'arrows',
      'a stranger',
      { 'packages/risk/src/planted.ts': "import { catalog } from '@candor/indicators/catalog';" },
    ],
    [
      'arrows',
      'a door that is not open',
      {
        'packages/brokers/src/paper/matching.ts': 'export const match = 1;',
        'packages/engine/src/planted.ts': "import { match } from '@candor/brokers/paper/matching';",
      },
    ],
    ['arrows', 'a module that does not exist', inDomain("import { gone } from './gone.ts';")],
    ['arrows', 'a room without a row in the table', { 'packages/annex/src/room.ts': 'export const a = 1;' }],
    [
      'arrows',
      'a server floor importing upwards',
      { 'apps/server/src/resources/up.ts': "import { container } from '../container.ts';" },
    ],
    [
      'arrows',
      'two doors of the server knowing each other',
      {
        'apps/server/src/http/a.ts': 'export const a = 1;',
        'apps/server/src/cli/b.ts': "import { a } from '../http/a.ts';",
      },
    ],
    ['arrows', 'a server folder on no floor', { 'apps/server/src/attic/a.ts': "import { home } from '../config.ts';" }],
    [
      'arrows',
      'the pages importing more than a type of the domain',
      { 'apps/web/components/price.tsx': "import { Bar } from '@candor/domain/bar';" },
    ],
    [
      'arrows',
      'the pages importing the server',
      { 'apps/web/components/price.tsx': "import type { home } from '@candor/server/config';" },
    ],
    [
      'arrows',
      'the server importing a page',
      { 'apps/server/src/config.ts': "import { Price } from '@candor/web/components/price';" },
    ],
    [
      'arrows',
      'a part of a page that does not exist',
      { 'apps/web/components/price.tsx': "import { gone } from '@/components/gone';" },
    ],
    [
      'circles',
      'a circle of pages, which name each other without an ending',
      { 'apps/web/components/price.tsx': "import page from '@/app/page'; export const Price = page;" },
    ],
    [
      'circles',
      'a circle through types',
      {
        'packages/domain/src/a.ts': "import type { B } from './b.ts'; export type A = B;",
        'packages/domain/src/b.ts': "import type { C } from './c.ts'; export type B = C;",
        'packages/domain/src/c.ts': "import type { A } from './a.ts'; export type C = A;",
      },
    ],
    [
      'circles',
      'a file that imports itself',
      { 'packages/domain/src/a.ts': "import { a } from './a.ts'; export const a = 1;" },
    ],
    ['barrels', 'an index file', { 'packages/domain/src/index.ts': 'export const a = 1;' }],
    ['barrels', 'an export of everything', inDomain("export * from './bar.ts';")],
    ['barrels', 'a re-export', inDomain("export { Bar } from './bar.ts'; export const own = 1;")],
    ['barrels', 'a re-export in two steps', inDomain("import { Bar } from './bar.ts'; export { Bar };")],
    ['purity', 'Date.now', inDomain('export const now = () => Date.now();')],
    ['purity', 'Date.now by another spelling', inDomain("export const now = () => Date['now']();")],
    ['purity', 'new Date()', inDomain('export const now = () => new Date();')],
    ['purity', 'Date()', inDomain('export const now = () => Date();')],
    ['purity', 'Date under another name', inDomain('const D = Date; export const now = () => D.now();')],
    ['purity', 'the time zone of the machine', inDomain('export const day = (at: number) => new Date(at).getDay();')],
    ['purity', 'the locale of the machine', inDomain('export const show = (x: number) => x.toLocaleString();')],
    ['purity', 'Math.random', inDomain('export const luck = () => Math.random();')],
    ['purity', 'Math taken apart', inDomain('const { random } = Math; export const luck = random;')],
    ['purity', 'process', inDomain('export const cores = process.arch;')],
    ['purity', 'a global by way of globalThis', inDomain('export const luck = () => globalThis.crypto.randomUUID();')],
    ['purity', 'performance', inDomain('export const now = () => performance.now();')],
    ['purity', 'fetch', inDomain("export const get = () => fetch('x');")],
    ['purity', 'setTimeout', inDomain('export const later = (f: () => void) => setTimeout(f, 1);')],
    ['purity', 'a node: module', inDomain("import { readFileSync } from 'node:fs';")],
    ['purity', 'a node module without its prefix', inDomain("import { readFileSync } from 'fs';")],
    ['purity', 'code loaded at run time', inDomain("export const late = () => import('./bar.ts');")],
    ['purity', 'import.meta', inDomain('export const here = import.meta.dirname;')],
    [
      'environment',
      'a second reader',
      { 'apps/server/src/container.ts': "export const home = process.env['CANDOR_HOME'];" },
    ],
    ['environment', 'a reader among the entries', { 'apps/server/src/bin/cli.ts': 'export const home = process.env;' }],
    [
      'environment',
      'the process passed on',
      { 'apps/server/src/bin/cli.ts': 'const { env } = process; export const home = env;' },
    ],
    [
      'environment',
      'the process outside the entries',
      { 'packages/market-data/src/a.ts': 'export const a = process.cwd();' },
    ],
    [
      'environment',
      'the process imported',
      { 'apps/server/src/bin/cli.ts': "import { env } from 'node:process'; export const home = env;" },
    ],
    [
      'catalogs',
      'a plugin that is not registered',
      { 'packages/indicators/src/indicators/ema.ts': 'export const ema = 1;' },
    ],
    [
      'catalogs',
      'a plugin registered only as a type',
      { 'packages/indicators/src/catalog.ts': "import type { sma } from './indicators/sma.ts';" },
    ],
    [
      'catalogs',
      'a plugin that knows the catalog',
      inSma("import { catalog } from '../catalog.ts'; export const sma = catalog;"),
    ],
    [
      'catalogs',
      'a contract that knows a plugin',
      { 'packages/indicators/src/define-indicator.ts': "import { sma } from './indicators/sma.ts';" },
    ],
    ['type holes', 'any', inDomain('export const x: any = 1;')],
    [
      'type holes',
      'a cast to approved',
      { 'packages/engine/src/a.ts': 'export const f = (o: Order) => o as unknown as ApprovedOrder;' },
    ],
    [
      'type holes',
      'a cast of many to approved',
      { 'packages/engine/src/a.test.ts': 'export const f = (o: Order[]) => o as readonly ApprovedOrder[];' },
    ],
    [
      'type holes',
      'a guard to approved',
      { 'packages/engine/src/a.ts': 'export const f = (o: Order): o is ApprovedOrder => true;' },
    ],
    [
      'type holes',
      'a room that reads back orders it does not keep',
      { 'packages/risk/src/a.ts': "export { SavedOrder } from '@candor/domain/saved-order';" },
    ],
    ['manifests', 'an undeclared package', inSma("import { z } from 'zod'; export const sma = z;")],
    [
      'manifests',
      'an undeclared room in a test',
      { 'packages/domain/src/a.test.ts': "import { catalog } from '@candor/indicators/catalog';" },
    ],
    [
      'manifests',
      'a declared package that no stylesheet draws in',
      { 'apps/web/app/globals.css': 'body { margin: 0 }' },
    ],
    [
      'manifests',
      'a declared package that nothing imports',
      { 'packages/indicators/src/define-indicator.ts': 'export type Push = () => void;' },
    ],
  ])('%s: finds %s', (check, _what, planted) => {
    expect(violationsWith(check, planted)).not.toEqual([]);
  });

  it.each<[string, string]>([
    ['an instant given as an argument', 'export const iso = (at: number) => new Date(at).toISOString();'],
    ['a calendar date in UTC', 'export const day = (y: number) => Date.UTC(y, 0, 1) + new Date(y).getUTCDay();'],
    [
      'a property that is called like a global',
      'export const f = (rng: { fetch(): number; process: number }) => rng.fetch() + rng.process;',
    ],
    ['arithmetic', 'export const f = (x: number) => Math.sqrt(x);'],
    ['a type of Date', 'export const f = (x: Date | number) => (x instanceof Date ? x.getTime() : x);'],
  ])('purity: lets %s pass', (_what, text) => {
    expect(violationsWith('purity', inDomain(text))).toEqual([]);
  });

  it('report a file that cannot be parsed instead of skipping it', () => {
    expect(() => sourceTree({ 'packages/domain/src/broken.ts': 'export const = ;' })).toThrow(
      /broken\.ts cannot be parsed/,
    );
  });
});
