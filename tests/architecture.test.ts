import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { arrowViolations } from './architecture/arrows.ts';
import { barrelViolations } from './architecture/barrels.ts';
import { catalogViolations } from './architecture/catalogs.ts';
import { circleViolations } from './architecture/circles.ts';
import { environmentViolations } from './architecture/environment.ts';
import { ARROWS, FEWEST_MODULES } from './architecture/house.ts';
import { manifestViolations } from './architecture/manifests.ts';
import { purityViolations } from './architecture/purity.ts';
import { readSourceTree } from './architecture/source-tree.ts';
import { typeHoleViolations } from './architecture/type-holes.ts';

const tree = readSourceTree(join(import.meta.dirname, '..'));

describe('the house', () => {
  it.each(Object.keys(ARROWS))('is seen: %s has no fewer modules than it is known to have', (room) => {
    const modules = [...tree.modules.values()].filter((module) => module.room === room && !module.isTest);
    expect(modules.length).toBeGreaterThanOrEqual(FEWEST_MODULES[room]!);
  });

  it('is seen: imports between rooms are found', () => {
    const crossings = [...tree.modules.values()].flatMap(({ imports }) =>
      imports.filter(({ specifier }) => specifier.startsWith('@candor/')),
    );
    expect(crossings.length).toBeGreaterThan(100);
  });

  it('has a manifest for every room of the arrow table, and no other', () => {
    expect(tree.manifests.map(({ room }) => room).toSorted()).toEqual(Object.keys(ARROWS).toSorted());
  });

  it('has no arrow up, and none between strangers', () => expect(arrowViolations(tree)).toEqual([]));

  it('has no circle', () => expect(circleViolations(tree)).toEqual([]));

  it('has no barrel', () => expect(barrelViolations(tree)).toEqual([]));

  it('keeps its pure rooms pure', () => expect(purityViolations(tree)).toEqual([]));

  it('has one reader of the environment', () => expect(environmentViolations(tree)).toEqual([]));

  it('has every plugin in its catalog', () => expect(catalogViolations(tree)).toEqual([]));

  it('has one maker of approved orders, and no any', () => expect(typeHoleViolations(tree)).toEqual([]));

  it('declares in each manifest exactly the packages that are imported', () =>
    expect(manifestViolations(tree)).toEqual([]));
});
