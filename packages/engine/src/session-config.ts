import type { AccountType } from '@candor/domain/account';
import type { Instrument } from '@candor/domain/instrument';
import type { Strategy } from '@candor/domain/ports/strategy';
import type { Sizing } from '@candor/risk/define-sizing';
import type { RiskManager } from '@candor/risk/risk-manager';

/** A strategy, the instruments it trades, how it is sized, and its share of the capital. */
export interface SleeveConfig {
  readonly id: string;
  /** Makes one fresh machine for each instrument. */
  readonly createStrategy: () => Strategy;
  readonly symbols: readonly string[];
  readonly sizing: Sizing;
  /** Part of the account's equity it sizes by, in (0,1]; all sleeves together at most 1. */
  readonly capitalShare: number;
  readonly allowShort: boolean;
}

export interface SessionConfig {
  /** Prefix of every order id, so that ids are unique in the account. */
  readonly id: string;
  readonly accountType: AccountType;
  readonly startCashUsd: number;
  readonly instruments: readonly Instrument[];
  /** Decide in this order. */
  readonly sleeves: readonly SleeveConfig[];
  readonly risk: RiskManager;
  /** Part of the price kept back when an entry is sized to the buying power, since it fills at the next open and not at this close. */
  readonly entryReserve: number;
}
