import { CandorError } from '@candor/domain/candor-error';
import { MS_PER_DAY, MS_PER_MINUTE } from '@candor/domain/time';
import { intradayMs, TIMEFRAMES, type Timeframe } from '@candor/domain/timeframe';

// A weekend with holidays on both sides is the longest usual step between daily bars.
const LONGEST_DAILY_STEP_MS = 5 * MS_PER_DAY;
const SHORTEST_DAILY_STEP_MS = 20 * 60 * MS_PER_MINUTE;

/**
 * Returns the timeframe of bars from the step between neighbours that occurs most often; order does not matter. `datesOnly` says that the
 * bars carry no time of day. Throws `market-data.unsupported-timeframe` for steps that are no timeframe, and for a single bar with a time.
 */
export function detectTimeframe(time: Float64Array, datesOnly: boolean): Timeframe {
  const counts = new Map<number, number>();
  // Equal steps come in long runs; a run is entered once.
  let run = 0;
  for (let i = 1; i < time.length; i++) {
    const step = Math.abs(time[i]! - time[i - 1]!);
    run++;
    if (i + 1 < time.length && Math.abs(time[i + 1]! - time[i]!) === step) continue;
    if (step > 0) counts.set(step, (counts.get(step) ?? 0) + run);
    run = 0;
  }
  let usual: number | undefined;
  for (const [step, count] of counts) {
    const best = usual === undefined ? 0 : counts.get(usual)!;
    if (count > best || (count === best && step < usual!)) usual = step;
  }
  if (usual === undefined && datesOnly) return '1d';
  if (usual !== undefined && usual >= SHORTEST_DAILY_STEP_MS && usual <= LONGEST_DAILY_STEP_MS) return '1d';
  const found = usual === undefined ? undefined : TIMEFRAMES.find((timeframe) => intradayMs(timeframe) === usual);
  if (found) return found;
  throw new CandorError('market-data.unsupported-timeframe', {
    kind: 'invalid',
    message:
      usual === undefined
        ? `The timeframe cannot be told from a single moment in time. Name it: ${TIMEFRAMES.join(', ')}.`
        : `The bars are ${spanInWords(usual)} apart, which is no timeframe. Known: ${TIMEFRAMES.join(', ')}.`,
  });
}

function spanInWords(ms: number): string {
  if (ms >= MS_PER_DAY) return `${Math.round(ms / MS_PER_DAY)} days`;
  return ms >= MS_PER_MINUTE ? `${Math.round(ms / MS_PER_MINUTE)} minutes` : `${ms / 1000} seconds`;
}
