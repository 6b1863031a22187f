import { MS_PER_DAY } from '@candor/domain/time';
import type { LimitsConfig } from './limits-config.ts';

/**
 * What an account is held to when nobody says otherwise: no borrowing, prices of the same day, and no new positions on a day that has cost
 * 5% already. One position may be the whole account, because most backtests are of one instrument.
 */
export const DEFAULT_LIMITS = {
  'known-price': { maxStaleMs: MS_PER_DAY },
  'price-collar': { fraction: 0.1, exceptProtective: true },
  'daily-loss': { fraction: 0.05 },
  'max-position': { fraction: 1 },
  'max-gross': { fraction: 1 },
  'buying-power': {},
} as const satisfies LimitsConfig;
