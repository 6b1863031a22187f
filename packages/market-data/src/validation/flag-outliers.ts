import type { BarSeries } from '@candor/domain/bar';
import type { Flagged } from '@candor/domain/quarantine';
import { isoFromDay } from '@candor/domain/time';

const WINDOW = 63;
const FEWEST_RETURNS = 20;
const MOST_DEVIATIONS = 10;
const LARGEST_MOVE = 0.5;
// Smaller moves are never worth a person's time, however still the bars before them were.
const SMALLEST_LOG_RETURN = 0.01;
// Makes the median absolute deviation of a normal law its standard deviation.
const MAD_TO_SD = 1.4826;
// Rarer ratios such as 5-for-4 are left out: ordinary bad news makes the same move.
const SPLIT_RATIOS = [3 / 2, 2, 3, 4, 5, 6, 7, 8, 10, 15, 20, 25, 50];
const SPLIT_SLACK = 0.03;

/**
 * Returns the bars that deserve a look: a log return beyond 10 robust standard deviations of the 63 before it, a move of more than half, or
 * an opening that looks like a split nobody adjusted for. Only earlier bars decide, and no price is changed.
 */
export function flagOutliers(series: BarSeries): Flagged[] {
  const { timeframe, close, open, time, session, length } = series;
  const flagged: Flagged[] = [];
  const window = new Float64Array(WINDOW);
  for (let i = 1; i < length; i++) {
    const ratio = close[i]! / close[i - 1]!;
    const gap = open[i]! / close[i - 1]!;
    const quiet = 1 - SMALLEST_LOG_RETURN;
    if (ratio > quiet && ratio < 1 / quiet && gap > quiet && gap < 1 / quiet) continue;
    const flag = (code: string, reason: string) =>
      flagged.push({ index: i, time: time[i]!, code, reason: `${isoFromDay(session[i]!)}: ${reason}` });

    const split = splitRatioOf(gap, ratio);
    if (split) {
      flag('SUSPECTED_SPLIT', `the price opens at ${percent(gap)} of the last close, as after a ${split} split.`);
    }
    // A night is not a minute: the first bar of a session has no usual step to be held against.
    const isComparable = timeframe === '1d' || session[i] === session[i - 1];
    const deviations = isComparable ? deviationsOf(series, i, window) : undefined;
    if (Math.abs(ratio - 1) > LARGEST_MOVE) {
      flag('LARGE_MOVE', `the close is ${percent(ratio)} of the one before, from ${close[i - 1]} to ${close[i]}.`);
    } else if (deviations !== undefined && deviations > MOST_DEVIATIONS) {
      flag(
        'OUTLIER',
        `the close moves from ${close[i - 1]} to ${close[i]}, ${Number.isFinite(deviations) ? `${deviations.toFixed(1)} times its usual step` : 'after bars that did not move'}.`,
      );
    }
  }
  return flagged;
}

// How many robust standard deviations the return into bar `i` is from the median of those before it; undefined while there are too few.
function deviationsOf({ close }: BarSeries, i: number, window: Float64Array): number | undefined {
  const count = Math.min(WINDOW, i - 1);
  if (count < FEWEST_RETURNS) return undefined;
  const logReturn = Math.log(close[i]! / close[i - 1]!);
  if (Math.abs(logReturn) < SMALLEST_LOG_RETURN) return undefined;
  const returns = window.subarray(0, count);
  for (let k = 0; k < count; k++) returns[k] = Math.log(close[i - 1 - k]! / close[i - 2 - k]!);
  const centre = median(returns);
  for (let k = 0; k < count; k++) returns[k] = Math.abs(returns[k]! - centre);
  return Math.abs(logReturn - centre) / (MAD_TO_SD * median(returns));
}

function median(values: Float64Array): number {
  values.sort();
  const middle = values.length >> 1;
  return values.length % 2 === 1 ? values[middle]! : (values[middle - 1]! + values[middle]!) / 2;
}

function splitRatioOf(gap: number, ratio: number): string | undefined {
  // A split stays: a price that is back by the close was something else.
  if (Math.abs(Math.log(gap / ratio)) > 0.15) return undefined;
  for (const shares of SPLIT_RATIOS) {
    const [more, fewer] = wholeNumbers(shares);
    if (Math.abs(gap * shares - 1) < SPLIT_SLACK) return `${more}-for-${fewer}`;
    if (Math.abs(gap / shares - 1) < SPLIT_SLACK) return `${fewer}-for-${more}`;
  }
  return undefined;
}

function wholeNumbers(ratio: number): [number, number] {
  for (let below = 1; ; below++)
    if (Math.abs(ratio * below - Math.round(ratio * below)) < 1e-9) return [Math.round(ratio * below), below];
}

function percent(ratio: number): string {
  return `${(ratio * 100).toFixed(1)}%`;
}
