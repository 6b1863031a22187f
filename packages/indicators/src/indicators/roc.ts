import type { Json } from '@candor/domain/json';
import type { Kernel } from '@candor/domain/ports/indicator';
import { z } from 'zod';
import { defineIndicator } from '../define-indicator.ts';
import { DelayLine } from '../delay-line.ts';
import { periodParam, requirePeriod } from '../period.ts';
import { restoreState } from '../restore-state.ts';

/** 100 (x / x[n] - 1), 0 where x[n] is 0. */
export const roc = defineIndicator({
  id: 'roc',
  title: 'Rate of change',
  summary: 'Change of the close over n bars, in percent.',
  source: 'TA-Lib ROC',
  inputs: ['close'],
  params: z.strictObject({ period: periodParam(10) }),
  outputs: [{ name: 'value', title: 'ROC', unit: 'percent', pane: 'own' }],
  warmup: ({ period }) => [period],
  create: ({ period }, out) => {
    const change = createRoc(period);
    return {
      parts: { change },
      push: ({ close }) => {
        out[0] = change.next(close);
      },
      fold: ({ close }, [value]) => {
        value!.fill(Number.NaN, 0, period);
        for (let i = period; i < close.length; i++) value![i] = rateOfChange(close[i]!, close[i - period]!);
      },
    };
  },
});

/** Returns the kernel of the change over `period` values (1 to 5000), in percent; available from index `period`. Throws `indicators.bad-param`. */
export function createRoc(period: number): Kernel {
  return new RocKernel(requirePeriod(period));
}

class RocKernel implements Kernel {
  readonly #past: DelayLine;
  #ready = false;

  constructor(period: number) {
    this.#past = new DelayLine(period);
  }

  get ready(): boolean {
    return this.#ready;
  }

  next(value: number): number {
    this.#ready = this.#past.ready;
    return rateOfChange(value, this.#past.next(value));
  }

  snapshot(): Json {
    return { past: this.#past.snapshot(), ready: this.#ready };
  }

  restore(state: Json): void {
    const { past, ready } = restoreState('a rate of change', RocState, state);
    this.#past.restore(past);
    this.#ready = ready;
  }
}

const RocState = z.strictObject({ past: z.json(), ready: z.boolean() });

/** Returns the change from `before` to `value` in percent of `before`, 0 where that is 0 (as TA-Lib), NaN where it is missing. */
export function rateOfChange(value: number, before: number): number {
  return before === 0 ? 0 : 100 * (value / before - 1);
}
