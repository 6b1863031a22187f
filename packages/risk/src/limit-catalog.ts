import { CandorError } from '@candor/domain/candor-error';
import { didYouMean } from '@candor/domain/nearest';
import type { Limit, LimitDefinition } from './define-limit.ts';
import { buyingPower } from './limits/buying-power.ts';
import { dailyLoss } from './limits/daily-loss.ts';
import { duplicateOrder } from './limits/duplicate-order.ts';
import { finiteInputs } from './limits/finite-inputs.ts';
import { haltEntries } from './limits/halt-entries.ts';
import { killSwitch } from './limits/kill-switch.ts';
import { knownPrice } from './limits/known-price.ts';
import { maxAdv } from './limits/max-adv.ts';
import { maxCluster } from './limits/max-cluster.ts';
import { maxDrawdown } from './limits/max-drawdown.ts';
import { maxGross } from './limits/max-gross.ts';
import { maxNet } from './limits/max-net.ts';
import { maxNotional } from './limits/max-notional.ts';
import { maxPosition } from './limits/max-position.ts';
import { maxSector } from './limits/max-sector.ts';
import { orderPrices } from './limits/order-prices.ts';
import { orderQuantity } from './limits/order-quantity.ts';
import { orderRate } from './limits/order-rate.ts';
import { patternDayTrader } from './limits/pattern-day-trader.ts';
import { priceCollar } from './limits/price-collar.ts';
import { tradableInstrument } from './limits/tradable-instrument.ts';
import type { LimitsConfig } from './limits-config.ts';
import { parseParams } from './parse-params.ts';

/** Every limit, in the order in which they are checked and their denials are listed (specification 10.3). */
export const LIMITS: readonly LimitDefinition[] = [
  killSwitch,
  haltEntries,
  knownPrice,
  orderQuantity,
  finiteInputs,
  tradableInstrument,
  orderPrices,
  orderRate,
  duplicateOrder,
  priceCollar,
  maxNotional,
  maxAdv,
  dailyLoss,
  maxDrawdown,
  maxPosition,
  maxGross,
  maxNet,
  maxSector,
  maxCluster,
  buyingPower,
  patternDayTrader,
];

/** Returns the definition of a limit. Throws `risk.unknown-limit`, offering the nearest, for an id that is none. */
export function findLimit(id: string): LimitDefinition {
  const found = LIMITS.find((definition) => definition.id === id);
  if (found) return found;
  const known = LIMITS.map((definition) => definition.id);
  throw new CandorError('risk.unknown-limit', {
    kind: 'not-found',
    message: `There is no limit "${id}". ${didYouMean(id, known)}`,
  });
}

/**
 * Returns the limits of an account in the order of the catalog: those that are always there, and those of the config. Throws
 * `risk.unknown-limit`, `risk.bad-param`, and `risk.missing-limit` where the config leaves out one that no account may be without.
 */
export function createLimits(config: LimitsConfig): readonly Limit[] {
  for (const id of Object.keys(config)) findLimit(id);
  const limits: Limit[] = [];
  for (const definition of LIMITS) {
    const params = Object.hasOwn(config, definition.id) ? config[definition.id] : undefined;
    if (params === undefined && definition.presence === 'required') {
      throw new CandorError('risk.missing-limit', {
        kind: 'invalid',
        message: `The limit "${definition.id}" is missing, and an account without it is refused. ${definition.summary}`,
      });
    }
    if (params === undefined && definition.presence === 'optional') continue;
    limits.push(definition.create(parseParams(definition.params, params ?? {}, `Limit "${definition.id}"`)));
  }
  return limits;
}
