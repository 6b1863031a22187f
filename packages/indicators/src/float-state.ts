import type { Json } from '@candor/domain/json';
import { z } from 'zod';
import { jsonNumber, restoreState } from './restore-state.ts';

/** The numbers that a machine remembers, in one column that saves and restores itself. NaN is a number not there yet. */
export class FloatState {
  readonly slots: Float64Array;
  readonly #machine: string;

  constructor(machine: string, initial: readonly number[]) {
    this.#machine = machine;
    this.slots = Float64Array.from(initial);
  }

  snapshot(): Json {
    return Array.from(this.slots, jsonNumber);
  }

  restore(state: Json): void {
    const shape = z.array(z.number().nullable()).length(this.slots.length);
    this.slots.set(restoreState(this.#machine, shape, state).map((value) => value ?? Number.NaN));
  }
}
