import type { BarSeries } from '@candor/domain/bar';
import type { Answer } from './strategy-walk.ts';

// A wish that is right on two bars of three, and so steadily that chance would need a lifetime of markets.
const IMPLAUSIBLE_HIT_RATE = 0.65;
const IMPLAUSIBLE_T = 6;
const FEWEST_BARS = 100;

/**
 * Returns in words that the wishes know the next bar too well, or undefined. This is how bars that reached the strategy by another way
 * (a file, a list in the module) are found: no law on what it is shown can see them.
 */
export function foresightOf(series: BarSeries, answers: readonly Answer[]): string | undefined {
  const wishes: number[] = [];
  const moves: number[] = [];
  let wish: number | undefined;
  for (let t = 0; t + 1 < series.length; t++) {
    const want = /"want":"(long|short|flat)"/.exec(answers[t] ?? '')?.[1];
    if (want) wish = want === 'long' ? 1 : want === 'short' ? -1 : 0;
    if (wish === undefined) continue;
    wishes.push(wish);
    moves.push(series.close[t + 1]! / series.close[t]! - 1);
  }
  if (wishes.length < FEWEST_BARS) return undefined;
  const meanWish = mean(wishes);
  const meanMove = mean(moves);
  let hits = 0;
  let counted = 0;
  let product = 0;
  let wishSquare = 0;
  let moveSquare = 0;
  for (const [i, value] of wishes.entries()) {
    const a = value - meanWish;
    const b = moves[i]! - meanMove;
    product += a * b;
    wishSquare += a * a;
    moveSquare += b * b;
    if (a !== 0 && b !== 0) {
      counted++;
      if (a > 0 === b > 0) hits++;
    }
  }
  const correlation = product / Math.sqrt(wishSquare * moveSquare);
  const t = correlation * Math.sqrt((wishes.length - 2) / Math.max(1e-12, 1 - correlation * correlation));
  if (!(t > IMPLAUSIBLE_T && hits / counted > IMPLAUSIBLE_HIT_RATE)) return undefined;
  return `Its wishes were on the side of the next bar on ${hits} of ${counted} bars. No rule that sees only closed bars does that: it has prices of the future from somewhere, such as a file or a list that it reads by the bar's index.`;
}

function mean(values: readonly number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}
