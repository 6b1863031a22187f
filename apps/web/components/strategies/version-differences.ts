import type { Configuration, Sizing, Strategy } from '@/lib/catalog/use-catalog';
import { differences, type Parameter } from '@/lib/params/parameter';

export type Terms = Pick<Configuration, 'name' | 'strategy' | 'params' | 'sizing' | 'allowShort'>;

/** Returns what is different between two versions, in words; empty where nothing is. */
export function versionDifferences(
  before: Terms,
  after: Terms,
  { strategies, sizings }: { readonly strategies: readonly Strategy[]; readonly sizings: readonly Sizing[] },
): readonly string[] {
  const found: string[] = [];
  if (before.name !== after.name) found.push(`renamed from “${before.name}” to “${after.name}”`);
  if (before.strategy === after.strategy) {
    const params: readonly Parameter[] = strategies.find(({ name }) => name === after.strategy)?.params ?? [];
    found.push(...differences(params, before.params, after.params));
  } else {
    found.push(`strategy ${before.strategy} to ${after.strategy}`);
  }
  const titleOf = (id: string) => sizings.find((sizing) => sizing.id === id)?.title.toLowerCase() ?? id;
  if (before.sizing.id === after.sizing.id) {
    const params: readonly Parameter[] = sizings.find(({ id }) => id === after.sizing.id)?.params ?? [];
    found.push(...differences(params, before.sizing.params, after.sizing.params));
  } else {
    found.push(`size ${titleOf(before.sizing.id)} to ${titleOf(after.sizing.id)}`);
  }
  if (before.allowShort !== after.allowShort) {
    found.push(`may sell short switched ${after.allowShort ? 'on' : 'off'}`);
  }
  return found;
}
