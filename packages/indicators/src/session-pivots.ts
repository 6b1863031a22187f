import type { IndicatorOutput } from '@candor/domain/ports/indicator';
import type { IndicatorMachine } from './define-indicator.ts';
import { FloatState } from './float-state.ts';
import { PIVOT_LEVELS, type PivotConvention, pivotLevels } from './pivot-levels.ts';

const BEFORE_SECOND_SESSION = 'no levels before the first session has ended';

/** Returns the outputs of an indicator that draws these levels. */
export function pivotOutputs(convention: PivotConvention): readonly [IndicatorOutput, ...IndicatorOutput[]] {
  const [first, ...rest] = PIVOT_LEVELS[convention].map((name) => ({
    name,
    title: name.toUpperCase(),
    unit: 'price' as const,
    pane: 'price' as const,
    mayBeMissing: BEFORE_SECOND_SESSION,
  }));
  return [first!, ...rest];
}

/**
 * Returns the machine that writes the levels of the session before into `out`: known with the first bar of a session, the same until it
 * ends. On daily and longer bars every bar is a session. A series that begins within a session takes it from there on.
 */
export function sessionPivotsMachine(convention: PivotConvention, out: Float64Array): IndicatorMachine {
  const memory = new FloatState('session pivots', [Number.NaN, 0, 0, 0, 0]);
  // Session, and its open, high, low and close so far.
  const { slots } = memory;
  const period = { open: 0, high: 0, low: 0, close: 0, nextOpen: 0 };
  const step = (open: number, high: number, low: number, close: number, session: number): void => {
    if (session === slots[0]) {
      slots[2] = Math.max(slots[2]!, high);
      slots[3] = Math.min(slots[3]!, low);
      slots[4] = close;
      return;
    }
    if (!Number.isNaN(slots[0]!)) {
      period.open = slots[1]!;
      period.high = slots[2]!;
      period.low = slots[3]!;
      period.close = slots[4]!;
      period.nextOpen = open;
      pivotLevels(convention, period, out);
    }
    slots[0] = session;
    slots[1] = open;
    slots[2] = high;
    slots[3] = low;
    slots[4] = close;
  };
  return {
    parts: { memory },
    push: ({ open, high, low, close, session }) => step(open, high, low, close, session),
    fold: ({ open, high, low, close, session, length }, columns) => {
      for (let i = 0; i < length; i++) {
        step(open[i]!, high[i]!, low[i]!, close[i]!, session[i]!);
        for (let slot = 0; slot < columns.length; slot++) columns[slot]![i] = out[slot]!;
      }
    },
  };
}
