import { toUsd } from '@candor/domain/money';
import type { EquityPoint } from '@candor/domain/ports/repositories';
import { isoFromInstant } from '@candor/domain/time';
import { z } from 'zod';
import { WireInstant } from './wire-values.ts';

/** The account at the close of an instant. */
export const WireEquityPoint = z.object({
  /** Market time. */
  at: WireInstant,
  equityUsd: z.number(),
  cashUsd: z.number(),
});

export type WireEquityPoint = z.infer<typeof WireEquityPoint>;

/** Returns a point of the equity curve; its instant names it. */
export function wireEquityPoint(point: EquityPoint): WireEquityPoint {
  return {
    at: isoFromInstant(point.at),
    equityUsd: toUsd(point.equityMicros),
    cashUsd: toUsd(point.cashMicros),
  };
}
