import { CandorError } from '@candor/domain/candor-error';
import type { Clock } from '@candor/domain/ports/clock';
import type { MarketDataProvider } from '@candor/domain/ports/market-data-provider';
import { z } from 'zod';

/** Shared things that a provider may be built on. Most need none of them. */
export interface ProviderResources {
  readonly clock: Clock;
  /** Where recorded history comes from, for a provider that hands it out again. */
  readonly recorded: MarketDataProvider;
}

/** A provider described once: its settings make forms, config keys and docs, and its catalog line puts it through the laws. */
export interface ProviderDefinition<Settings = unknown> {
  readonly id: string;
  readonly title: string;
  /** One honest sentence on what comes out. */
  readonly summary: string;
  readonly settings: z.ZodType<Settings>;
  /** Returns the provider for settings that have been checked. */
  create(settings: Settings, resources: Partial<ProviderResources>): MarketDataProvider;
  /** Returns the provider for settings as they came. Throws `market-data.bad-param` naming field and rule. */
  open(settings?: unknown, resources?: Partial<ProviderResources>): MarketDataProvider;
}

/** Returns the definition with the checked way in, `open`, added to it. */
export function defineProvider<Settings>(
  definition: Omit<ProviderDefinition<Settings>, 'open'>,
): ProviderDefinition<Settings> {
  return {
    ...definition,
    open: (settings = {}, resources = {}) => {
      const parsed = definition.settings.safeParse(settings);
      if (parsed.success) return definition.create(parsed.data, resources);
      throw new CandorError('market-data.bad-param', {
        kind: 'invalid',
        message: `Settings of the provider "${definition.id}": ${z.prettifyError(parsed.error)}`,
      });
    },
  };
}
