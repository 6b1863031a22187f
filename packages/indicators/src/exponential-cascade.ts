import type { Json } from '@candor/domain/json';
import { z } from 'zod';
import { ExponentialKernel, type ExponentialSeed } from './exponential-kernel.ts';
import { restoreState } from './restore-state.ts';

/**
 * Averages of averages with one weight of 2/(n+1): each takes what the one before gives, from its first value on. `outer` says
 * how the first is seeded, `inner` how the others are.
 */
export class ExponentialCascade {
  readonly weight: number;
  readonly #levels: readonly ExponentialKernel[];

  constructor(
    period: number,
    depth: number,
    { outer, inner }: { readonly outer: ExponentialSeed; readonly inner: ExponentialSeed },
  ) {
    this.weight = 2 / (period + 1);
    this.#levels = Array.from(
      { length: depth },
      (_, level) => new ExponentialKernel(period, this.weight, level === 0 ? outer : inner),
    );
  }

  /** Whether every level has a value. */
  get ready(): boolean {
    return this.#levels[this.#levels.length - 1]!.ready;
  }

  /** A level, 0 being the first: a kernel of fixed depth feeds them by name, which spares it the walk over the list at every value. */
  level(level: number): ExponentialKernel {
    return this.#levels[level]!;
  }

  /** The latest average of a level; meaningful once it is ready. */
  average(level: number): number {
    return this.#levels[level]!.average;
  }

  /** Puts back what a fused loop walked. */
  setAverage(level: number, average: number): void {
    this.#levels[level]!.average = average;
  }

  /** Takes a value and says whether every level has one. */
  add(value: number): boolean {
    let passed = value;
    for (let level = 0; level < this.#levels.length; level++) {
      const average = this.#levels[level]!;
      passed = average.next(passed);
      if (!average.ready) return false;
    }
    return true;
  }

  snapshot(): Json {
    return this.#levels.map((level) => level.snapshot());
  }

  restore(state: Json): void {
    const saved = restoreState('a cascade of averages', z.array(z.json()).length(this.#levels.length), state);
    this.#levels.forEach((level, at) => {
      level.restore(saved[at]!);
    });
  }
}
