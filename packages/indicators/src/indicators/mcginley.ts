import { CandorError } from '@candor/domain/candor-error';
import type { Json } from '@candor/domain/json';
import type { ColumnKernel } from '@candor/domain/ports/indicator';
import { z } from 'zod';
import { defineIndicator } from '../define-indicator.ts';
import { periodParam, requirePeriod } from '../period.ts';
import { jsonNumber, restoreState } from '../restore-state.ts';

export const mcginley = defineIndicator({
  id: 'mcginley',
  title: 'McGinley dynamic',
  summary: 'Average that quickens when price falls away from it and slows when price runs ahead.',
  source: 'McGinley, Journal of Technical Analysis (1991); Stock.Indicators',
  inputs: ['close'],
  params: z.strictObject({ period: periodParam(14), factor: z.number().positive().max(100).default(0.6) }),
  outputs: [
    {
      name: 'value',
      title: 'McGinley',
      unit: 'price',
      pane: 'price',
      mayBeMissing: 'no step towards or from a price of zero, after which the line starts anew',
    },
  ],
  warmup: () => [1],
  create: ({ period, factor }, out) => {
    const average = createMcginley(period, factor);
    return {
      parts: { average },
      push: (view) => {
        out[0] = average.next(view.close);
      },
      fold: (series, [value]) => average.fold(series.close, value!),
    };
  },
});

/**
 * Returns the kernel of the McGinley dynamic m += (x - m) / (factor × period × (x/m)⁴), period 1 to 5000, factor above 0 and at most 100,
 * in the unit of its values. It starts at the first value, which it does not give: available from index 1. Throws `indicators.bad-param`.
 */
export function createMcginley(period: number, factor = 0.6): ColumnKernel {
  requirePeriod(period);
  if (factor > 0 && factor <= 100) return new McginleyKernel(period, factor);
  throw new CandorError('indicators.bad-param', {
    kind: 'invalid',
    message: `Parameter "factor" must be a number above 0 and at most 100, but is ${factor}.`,
  });
}

class McginleyKernel implements ColumnKernel {
  readonly #slowness: number;
  #line = Number.NaN;
  #ready = false;

  constructor(period: number, factor: number) {
    this.#slowness = factor * period;
  }

  get ready(): boolean {
    return this.#ready;
  }

  next(value: number): number {
    const stepped = follow(this.#line, value, this.#slowness);
    this.#ready = !Number.isNaN(stepped);
    this.#line = this.#ready ? stepped : value;
    return stepped;
  }

  fold(values: Float64Array, out: Float64Array): void {
    const slowness = this.#slowness;
    let line = this.#line;
    for (let i = 0; i < values.length; i++) {
      const value = values[i]!;
      const stepped = follow(line, value, slowness);
      out[i] = stepped;
      line = Number.isNaN(stepped) ? value : stepped;
    }
    this.#line = line;
    if (values.length > 0) this.#ready = !Number.isNaN(out[values.length - 1]!);
  }

  snapshot(): Json {
    return { line: jsonNumber(this.#line), ready: this.#ready };
  }

  restore(state: Json): void {
    const { line, ready } = restoreState('a McGinley dynamic', McginleyState, state);
    this.#line = line ?? Number.NaN;
    this.#ready = ready;
  }
}

const McginleyState = z.strictObject({ line: z.number().nullable(), ready: z.boolean() });

// NaN where there is no line to step from, or no finite step. What does not depend on the line is divided first: nobody waits for it.
function follow(line: number, value: number, slowness: number): number {
  const square = value * value;
  const pace = 1 / (slowness * square * square);
  const lineSquare = line * line;
  const stepped = line + (value - line) * (lineSquare * lineSquare * pace);
  return line !== 0 && Math.abs(stepped) < Number.POSITIVE_INFINITY ? stepped : Number.NaN;
}
