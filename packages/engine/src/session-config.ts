import type { AccountType } from '@candor/domain/account';
import { CandorError } from '@candor/domain/candor-error';
import type { Instrument } from '@candor/domain/instrument';
import type { Strategy } from '@candor/domain/ports/strategy';
import type { Sizing } from '@candor/risk/define-sizing';
import type { RiskManager } from '@candor/risk/risk-manager';

/** Id of the sleeve that a person's own orders belong to. The session makes it. */
export const BY_HAND = 'by-hand';

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
  /** Whether a person may place orders of their own beside the sleeves, in the sleeve `by-hand`. A session without any other sleeve needs it. */
  readonly allowsHandOrders?: boolean;
  /** Part of the price kept back when an entry is sized to the buying power, since it fills at the next open and not at this close. */
  readonly entryReserve: number;
}

/** Throws `engine.bad-config`, naming field and rule, for a configuration that no session can run on. */
export function checkSessionConfig({
  accountType,
  allowsHandOrders,
  sleeves,
  instruments,
  startCashUsd,
  entryReserve,
}: SessionConfig): void {
  const wrong = (message: string): never => {
    throw new CandorError('engine.bad-config', { kind: 'invalid', message });
  };
  if (!(startCashUsd > 0 && startCashUsd <= 1e9))
    wrong(`startCashUsd must be above 0 and at most 1e9; ${startCashUsd} is not.`);
  if (!(entryReserve >= 0 && entryReserve < 1)) wrong(`entryReserve must be in [0,1); ${entryReserve} is not.`);
  if (sleeves.length === 0 && !allowsHandOrders) wrong('A session needs at least one sleeve, or orders by hand.');
  if (sleeves.some(({ id }) => id === BY_HAND)) wrong(`The sleeve ${BY_HAND} is made by the session itself.`);
  if (new Set(sleeves.map(({ id }) => id)).size < sleeves.length) wrong('Every sleeve needs an id of its own.');
  const known = new Set(instruments.map(({ symbol }) => symbol));
  if (known.size < instruments.length) wrong('Every instrument may be named once.');
  for (const { id, symbols, capitalShare, allowShort } of sleeves) {
    if (allowShort && accountType === 'cash')
      wrong(`Sleeve ${id} may not short in a cash account: set allowShort to false, or accountType to margin.`);
    if (!(capitalShare > 0 && capitalShare <= 1))
      wrong(`capitalShare of sleeve ${id} must be in (0,1]; ${capitalShare} is not.`);
    if (symbols.length === 0) wrong(`Sleeve ${id} needs at least one symbol.`);
    for (const symbol of symbols) {
      if (!known.has(symbol)) wrong(`Sleeve ${id} names ${symbol}, which is not an instrument of the session.`);
      if (symbols.indexOf(symbol) !== symbols.lastIndexOf(symbol)) wrong(`Sleeve ${id} names ${symbol} twice.`);
    }
  }
  const total = sleeves.reduce((sum, { capitalShare }) => sum + capitalShare, 0);
  if (total > 1 + 1e-9) wrong(`The sleeves' capital shares add up to ${total}; at most 1 is allowed.`);
}
