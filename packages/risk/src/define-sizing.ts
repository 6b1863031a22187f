import { floorToLot } from '@candor/domain/instrument';
import type { Side } from '@candor/domain/order';
import type { z } from 'zod';

export interface SizingInput {
  readonly side: Side;
  /** Capital of the sleeve. */
  readonly equityUsd: number;
  /** Price at the decision. */
  readonly price: number;
  /** Price at which the position would be given up. */
  readonly stop: number | undefined;
  /** Expected volatility of returns as a fraction a year. */
  readonly annualVolatility: number | undefined;
  readonly lotSize: number;
  /** Of the signal, in [0,1]. */
  readonly confidence: number;
  /** What limits and cash leave room for, in shares or units; may be Infinity. */
  readonly maxQuantity: number;
}

export interface SizingResult {
  /** Whole lots of shares or units, at most the largest allowed; 0 when there is nothing to order. */
  readonly quantity: number;
  /** The quantity is an estimate: the fill decides what the cash buys. */
  readonly allIn: boolean;
  /** Why the quantity is 0, in capitals and stable: the code of the session's `no-order` event. */
  readonly code: SizingCode | undefined;
  /** The same in words. */
  readonly reason: string | undefined;
}

export type SizingCode =
  | 'BAD_INPUT'
  | 'NON_POSITIVE_EQUITY'
  | 'NO_STOP'
  | 'BAD_STOP'
  | 'NO_VOLATILITY'
  | 'NO_ROOM'
  | 'BELOW_ONE_LOT';

/** Says how much. It refuses with a code and a reason, never by throwing: what a strategy's data does must not end a session. */
export interface Sizing {
  readonly id: string;
  readonly needs: SizingNeeds;
  quantity(input: SizingInput): SizingResult;
}

/** What the session has to find out for a rule. Without it the rule sizes to 0. */
export interface SizingNeeds {
  readonly stop: boolean;
  readonly volatility: boolean;
}

/** A sizing rule described once; config, forms, docs and the contract tests are derived from it. */
export interface SizingDefinition<Params = unknown> {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly params: z.ZodType<Params>;
  readonly needs: SizingNeeds;
  create(params: Params): Sizing;
}

/**
 * The quantity before lots and caps, at least 0. Everything the rule needs is there, finite and on the right side: `stopDistance` is
 * |price - stop| and `volatility` a fraction a year, each NaN for a rule that needs none and is given none.
 */
export type SizingRule = (input: SizingInput, stopDistance: number, volatility: number) => number;

interface SizingSpecification<Params> {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly params: z.ZodType<Params>;
  readonly needs: SizingNeeds;
  /** The fill decides the quantity. */
  readonly allIn?: boolean;
  create(params: Params): SizingRule;
}

/** Returns the definition of a sizing rule. Around the rule stand, once for all: bad input, missing stop or volatility, whole lots, the cap. */
export function defineSizing<Params>(specification: SizingSpecification<Params>): SizingDefinition<Params> {
  const { id, title, summary, params, needs, allIn = false } = specification;
  return {
    id,
    title,
    summary,
    params,
    needs,
    create(parsed) {
      const rule = specification.create(parsed);
      return {
        id,
        needs,
        quantity(input) {
          const refused = refusal(input, needs);
          if (refused !== undefined) return refused;
          const { price, stop, annualVolatility } = input;
          const stopDistance = stop === undefined ? Number.NaN : Math.abs(price - stop);
          const wanted = rule(input, stopDistance, annualVolatility ?? Number.NaN);
          return settle(wanted, input, allIn);
        },
      };
    },
  };
}

function settle(wanted: number, { lotSize, maxQuantity }: SizingInput, allIn: boolean): SizingResult {
  const quantity = floorToLot(Math.min(wanted, maxQuantity), lotSize);
  // The slack of a lot must not lift a quantity over its cap.
  const capped = quantity > maxQuantity ? floorToLot(quantity - lotSize, lotSize) : quantity;
  if (capped > 0) return { quantity: capped, allIn, code: undefined, reason: undefined };
  if (maxQuantity < lotSize) return refuse('NO_ROOM', 'Cash and limits leave no room for one lot.');
  return refuse('BELOW_ONE_LOT', `The rule asks for ${wanted.toPrecision(3)}, less than one lot of ${lotSize}.`);
}

function refusal(input: SizingInput, needs: SizingNeeds): SizingResult | undefined {
  const { side, equityUsd, price, stop, annualVolatility, lotSize, confidence, maxQuantity } = input;
  if (!isPositive(price)) return refuse('BAD_INPUT', `The price must be a finite number above 0, not ${price}.`);
  if (!isPositive(lotSize)) return refuse('BAD_INPUT', `The lot must be a finite number above 0, not ${lotSize}.`);
  if (!(confidence >= 0 && confidence <= 1)) {
    return refuse('BAD_INPUT', `The confidence must be from 0 to 1, not ${confidence}.`);
  }
  if (!(maxQuantity >= 0)) return refuse('BAD_INPUT', `The largest quantity must be at least 0, not ${maxQuantity}.`);
  if (!Number.isFinite(equityUsd)) return refuse('BAD_INPUT', `The capital must be a finite number, not ${equityUsd}.`);
  if (equityUsd <= 0) return refuse('NON_POSITIVE_EQUITY', `There is no capital to size with: ${equityUsd} USD.`);
  if (needs.stop) {
    if (stop === undefined)
      return refuse('NO_STOP', 'The rule sizes by the distance to the stop, and there is no stop.');
    if (!isPositive(stop) || (side === 'buy' ? stop >= price : stop <= price)) {
      const rule = side === 'buy' ? 'below' : 'above';
      return refuse('BAD_STOP', `The stop of a ${side} must be a price ${rule} ${price}, not ${stop}.`);
    }
  }
  if (
    needs.volatility &&
    !(annualVolatility !== undefined && annualVolatility >= 0 && Number.isFinite(annualVolatility))
  ) {
    return refuse('NO_VOLATILITY', 'The rule sizes by volatility, and it is not known yet.');
  }
  return undefined;
}

function isPositive(value: number): boolean {
  return value > 0 && value < Number.POSITIVE_INFINITY;
}

function refuse(code: SizingCode, reason: string): SizingResult {
  return { quantity: 0, allIn: false, code, reason };
}
