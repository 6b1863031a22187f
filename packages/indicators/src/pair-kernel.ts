import { CandorError } from '@candor/domain/candor-error';
import type { Json } from '@candor/domain/json';

/**
 * A machine over two series at once: two instruments, or two lines. There is no registered indicator of this kind, because an indicator is
 * computed over the bars of one instrument.
 */
export interface PairKernel {
  /** Takes the next pair and returns the new output; NaN means not available. Both must be finite. */
  next(x: number, y: number): number;
  /** Whether the window is full. */
  readonly ready: boolean;
  snapshot(): Json;
  restore(state: Json): void;
}

/**
 * Returns the output of a fresh kernel after each pair of two columns: the fold of `next`. Throws `indicators.length-mismatch` for columns
 * of different length and `indicators.bad-input` naming column and index where a value is NaN or infinite.
 */
export function computePair(kernel: PairKernel, x: Float64Array, y: Float64Array): Float64Array {
  if (x.length !== y.length) {
    throw new CandorError('indicators.length-mismatch', {
      kind: 'invalid',
      message: `Two series must be of one length to be compared, but have ${x.length} and ${y.length} values.`,
    });
  }
  const out = new Float64Array(x.length);
  for (let i = 0; i < x.length; i++) {
    requireFinite('first', x[i]!, i);
    requireFinite('second', y[i]!, i);
    out[i] = kernel.next(x[i]!, y[i]!);
  }
  return out;
}

function requireFinite(which: string, value: number, index: number): void {
  if (Number.isFinite(value)) return;
  throw new CandorError('indicators.bad-input', {
    kind: 'invalid',
    message: `The ${which} series holds ${value} at index ${index}; an indicator needs finite numbers.`,
  });
}
