import type { MarketDataProvider } from '@candor/domain/ports/market-data-provider';
import { bundled } from '@candor/market-data/providers/bundled';
import { generator } from '@candor/market-data/providers/generator';

/** Returns the providers that need nothing but the installation, so that any thread can ask them. They stand first in every chain. */
export function openLocalProviders(): readonly MarketDataProvider[] {
  return [bundled.open(), generator.open()];
}
