import type { Json } from '@candor/domain/json';
import { copyState, restoreInPlace } from './machine-state.ts';

/**
 * How often the close has been higher a horizon later, over all that has been seen: (ups + 1) / (outcomes + 2), Laplace's rule, which
 * begins at one half and is never 0 or 1. Only outcomes that are known count.
 */
export class BaseRate {
  readonly #horizonBars: number;
  readonly #memory = { closes: [] as number[], oldest: 0, ups: 0, outcomes: 0 };

  constructor(horizonBars: number) {
    this.#horizonBars = horizonBars;
  }

  get value(): number {
    return (this.#memory.ups + 1) / (this.#memory.outcomes + 2);
  }

  push(close: number): void {
    const memory = this.#memory;
    if (memory.closes.length < this.#horizonBars) {
      memory.closes.push(close);
      return;
    }
    if (close > memory.closes[memory.oldest]!) memory.ups++;
    memory.outcomes++;
    memory.closes[memory.oldest] = close;
    memory.oldest = memory.oldest + 1 === this.#horizonBars ? 0 : memory.oldest + 1;
  }

  snapshot(): Json {
    return copyState(this.#memory, 'base rate');
  }

  restore(state: Json): void {
    restoreInPlace(this.#memory, state, 'base rate');
  }
}
