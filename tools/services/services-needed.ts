import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** What test files ask for. `own` is a server that the test itself may kill. */
export type ServiceNeed = 'postgres' | 'redis' | 'own' | 'chromium';

const SIGNS: Readonly<Record<ServiceNeed, RegExp>> = {
  postgres: /inject\('postgresUrl'\)/,
  redis: /inject\('redisUrl'\)/,
  own: /inject\('servicesRoot'\)/,
  chromium: /inject\('chromiumPath'\)/,
};

/** Returns what the test files need, by what they and the files they import by path inject: nothing is started or installed for the rest. */
export function servicesNeeded(testFiles: readonly string[]): ReadonlySet<ServiceNeed> {
  const needed = new Set<ServiceNeed>();
  const seen = new Set<string>(testFiles);
  for (const path of seen) {
    const source = existsSync(path) ? readFileSync(path, 'utf8') : '';
    for (const need of Object.keys(SIGNS) as ServiceNeed[]) if (SIGNS[need].test(source)) needed.add(need);
    for (const [, specifier] of source.matchAll(/(?:from|import) '(\.{1,2}\/[^']+\.ts)'/g)) {
      seen.add(resolve(dirname(path), specifier!));
    }
  }
  return needed;
}
