import { CandorError } from '@candor/domain/candor-error';
import { floorToLot } from '@candor/domain/instrument';
import { type Micros, toMicros, toUsd } from '@candor/domain/money';
import { z } from 'zod';

const money = z.number().min(0).max(1_000_000);

export const CommissionParams = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('per-share'),
    feePerShareUsd: money.describe('Fee per share, USD'),
    minimumUsd: money.default(0).describe('Least fee of one fill, USD'),
    maxFraction: z
      .number()
      .min(0)
      .max(1)
      .default(1)
      .describe('Most the fee may be of the value; wins over the minimum'),
  }),
  z.strictObject({
    kind: z.literal('bps'),
    bps: z.number().min(0).max(1_000).describe('Fee in hundredths of a percent of the value'),
  }),
]);

export type CommissionParams = z.infer<typeof CommissionParams>;

/** Returns the fee of one fill in micro-dollars: min(max(minimum, per share x quantity), max fraction x value), or bps of the value. */
export function commissionMicros(params: CommissionParams, quantity: number, price: number): Micros {
  const value = quantity * price;
  if (params.kind === 'bps') return toMicros((value * params.bps) / 10_000);
  const fee = Math.max(params.minimumUsd, params.feePerShareUsd * quantity);
  return toMicros(Math.min(fee, params.maxFraction * value));
}

/** Returns the largest quantity, a whole number of lots, whose value and commission the cash pays for; 0 when none does. */
export function affordableQuantity(
  params: CommissionParams,
  cashMicros: Micros,
  price: number,
  lotSize: number,
): number {
  if (!(price > 0)) {
    throw new CandorError('brokers.bad-input', {
      kind: 'invalid',
      message: `A fill price must be above 0; ${price} is not.`,
    });
  }
  const quantityOf = (lots: number): number => floorToLot((lots + 0.5) * lotSize, lotSize);
  const costs = (quantity: number): number => toMicros(quantity * price) + commissionMicros(params, quantity, price);
  // Value plus fee grows with the quantity, though in steps: halve the interval instead of solving for it.
  let affordable = 0;
  let tooMany = Math.floor(toUsd(cashMicros) / price / lotSize) + 2;
  while (tooMany - affordable > 1) {
    const lots = Math.floor((affordable + tooMany) / 2);
    if (costs(quantityOf(lots)) <= cashMicros) affordable = lots;
    else tooMany = lots;
  }
  return affordable === 0 ? 0 : quantityOf(affordable);
}
