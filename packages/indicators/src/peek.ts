import type { BarView } from '@candor/domain/bar';
import type { Indicator, IndicatorDefinition } from '@candor/domain/ports/indicator';

/**
 * Returns the outputs that the forming bar would give if it closed as it stands: one slot per output, NaN where not available. Works on a
 * copy of the state, so the indicator itself goes on as if nobody had looked. For screens; a session never calls it.
 */
export function peekIndicator<Params>(
  definition: IndicatorDefinition<Params>,
  params: Params,
  indicator: Indicator,
  forming: BarView,
): Float64Array {
  const copy = definition.create(params);
  copy.restore(indicator.snapshot());
  copy.push(forming);
  return copy.out;
}
