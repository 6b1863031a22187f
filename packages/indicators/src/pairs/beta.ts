import { CandorError } from '@candor/domain/candor-error';
import type { Json } from '@candor/domain/json';
import { z } from 'zod';
import type { PairKernel } from '../pair-kernel.ts';
import { requirePeriod } from '../period.ts';
import { jsonNumber, restoreState } from '../restore-state.ts';
import { WindowComoments } from '../window-comoments.ts';

/**
 * Returns the kernel of beta: the slope of the asset's last `period` simple returns (2 to 5000) on the market's. `next` takes the price of
 * the asset, then of the market (TA-Lib BETA takes the market first); available from index `period`, and NaN where the market's returns do
 * not vary. Throws `indicators.bad-param`, and `indicators.bad-input` when a price that a return would start from is zero.
 */
export function createBeta(period: number): PairKernel {
  return new BetaKernel(requirePeriod(period, { min: 2 }));
}

class BetaKernel implements PairKernel {
  readonly #moments: WindowComoments;
  #assetBefore = Number.NaN;
  #marketBefore = Number.NaN;

  constructor(period: number) {
    this.#moments = new WindowComoments(period);
  }

  get ready(): boolean {
    return this.#moments.ready;
  }

  next(asset: number, market: number): number {
    const assetBefore = this.#assetBefore;
    const marketBefore = this.#marketBefore;
    if (assetBefore === 0 || marketBefore === 0) throw zeroPrice(assetBefore === 0 ? 'asset' : 'market');
    this.#assetBefore = asset;
    this.#marketBefore = market;
    if (Number.isNaN(assetBefore)) return Number.NaN;
    this.#moments.add(market / marketBefore - 1, asset / assetBefore - 1);
    const { squaresX, products } = this.#moments;
    return squaresX === 0 ? Number.NaN : products / squaresX;
  }

  snapshot(): Json {
    return {
      assetBefore: jsonNumber(this.#assetBefore),
      marketBefore: jsonNumber(this.#marketBefore),
      moments: this.#moments.snapshot(),
    };
  }

  restore(state: Json): void {
    const { assetBefore, marketBefore, moments } = restoreState('a beta', BetaState, state);
    this.#assetBefore = assetBefore ?? Number.NaN;
    this.#marketBefore = marketBefore ?? Number.NaN;
    this.#moments.restore(moments);
  }
}

const BetaState = z.strictObject({
  assetBefore: z.number().nullable(),
  marketBefore: z.number().nullable(),
  moments: z.json(),
});

function zeroPrice(which: string): CandorError {
  return new CandorError('indicators.bad-input', {
    kind: 'invalid',
    message: `The price of the ${which} is 0; a return needs a price to start from.`,
  });
}
