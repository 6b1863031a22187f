import { CandorError } from '@candor/domain/candor-error';
import { didYouMean } from '@candor/domain/nearest';
import type { ProviderDefinition } from './define-provider.ts';
import { bundled } from './providers/bundled.ts';
import { csvFile } from './providers/csv-file.ts';
import { generator } from './providers/generator.ts';
import { replay } from './providers/replay.ts';

/** Every provider there is. To be in this list is to be tested by the laws. */
export const providerCatalog: readonly ProviderDefinition[] = [
  bundled, //
  csvFile,
  generator,
  replay,
];

/** Returns the definition of a provider. Throws `market-data.unknown-provider` (not-found) with the nearest one. */
export function providerOf(id: string): ProviderDefinition {
  const found = providerCatalog.find((definition) => definition.id === id);
  if (found) return found;
  const ids = providerCatalog.map((definition) => definition.id);
  throw new CandorError('market-data.unknown-provider', {
    kind: 'not-found',
    message: `There is no provider "${id}". ${didYouMean(id, ids)}`,
  });
}
