import { z } from 'zod';
import { defineIndicator } from '../define-indicator.ts';
import { FloatState } from '../float-state.ts';
import { foldFrom } from '../fold-from.ts';
import { MirroredRing } from '../mirrored-ring.ts';
import { periodParam } from '../period.ts';
import { rankOfLast } from './percent-rank.ts';
import { createRsi } from './rsi.ts';

/**
 * Mean of RSI(close), RSI(streak) and the percent of the last `rank` one-bar returns strictly below the present one. The streak counts
 * the bars for which the close has risen (or, negative, fallen) in a row, and is 0 on the first bar and where the close stays.
 */
export const connorsRsi = defineIndicator({
  id: 'connors-rsi',
  title: 'Connors RSI',
  summary: 'Mean of a short RSI, the RSI of the streak of rises or falls, and the rank of the return, from 0 to 100.',
  source: 'Connors & Alvarez, An Introduction to ConnorsRSI (2012); Stock.Indicators ToConnorsRsi',
  inputs: ['close'],
  params: z.strictObject({ rsi: periodParam(3), streak: periodParam(2), rank: periodParam(100) }),
  outputs: [
    { name: 'rsi', title: 'RSI', unit: 'percent', pane: 'own' },
    { name: 'streak', title: 'Streak', unit: 'bars', pane: 'own' },
    { name: 'rsiStreak', title: 'RSI of the streak', unit: 'percent', pane: 'own' },
    { name: 'percentRank', title: 'Percent rank', unit: 'percent', pane: 'own' },
    { name: 'connors', title: 'Connors RSI', unit: 'percent', pane: 'own' },
  ],
  warmup: ({ rsi, streak, rank }) => [rsi, 0, streak, rank + 1, Math.max(rsi, streak, rank + 1)],
  create: ({ rsi, streak, rank }, out) => {
    const strength = createRsi(rsi);
    const streakStrength = createRsi(streak);
    const returns = new MirroredRing(rank + 1);
    // The close before, and its streak.
    const state = new FloatState('a Connors RSI', [Number.NaN, 0]);
    const { slots } = state;
    return {
      parts: { strength, streakStrength, returns, state },
      push: ({ close }) => {
        const before = slots[0]!;
        const run = streakAfter(slots[1]!, close, before);
        slots[0] = close;
        slots[1] = run;
        out[0] = strength.next(close);
        out[1] = run;
        out[2] = streakStrength.next(run);
        out[3] = Number.isNaN(before) ? before : rankOfLast(returns.slots, returns.add(returnOf(close, before)), rank);
        out[4] = (out[0] + out[2] + out[3]) / 3;
      },
      fold: ({ close, length }, [rsis, streaks, rsiStreaks, ranks, connors]) => {
        const changes = connors!;
        for (let i = 0; i < length; i++) {
          const before = i === 0 ? Number.NaN : close[i - 1]!;
          streaks![i] = streakAfter(i === 0 ? 0 : streaks![i - 1]!, close[i]!, before);
          changes[i] = returnOf(close[i]!, before);
        }
        strength.fold(close, rsis!);
        foldFrom(streakStrength, 0, streaks!, rsiStreaks!);
        ranks!.fill(Number.NaN, 0, Math.min(rank + 1, length));
        for (let i = rank + 1; i < length; i++) ranks![i] = rankOfLast(changes, i - rank, rank);
        for (let i = 0; i < length; i++) connors![i] = (rsis![i]! + rsiStreaks![i]! + ranks![i]!) / 3;
      },
    };
  },
});

function streakAfter(streak: number, close: number, before: number): number {
  if (close > before) return Math.max(streak, 0) + 1;
  return close < before ? Math.min(streak, 0) - 1 : 0;
}

// As a rate of change: 0 where there is nothing to be relative to.
function returnOf(close: number, before: number): number {
  return before === 0 ? 0 : close / before - 1;
}
