import type { CandleWindow } from './candle-window.ts';

/** Returns whether the bar just closed is a short body over a long lower shadow, with hardly an upper one. */
export function isUmbrella(candles: CandleWindow): boolean {
  const shadows = candles.exceeds(candles.lowerShadow(0), candles.body(0)) && candles.lacksUpperShadow(0);
  return candles.hasShortBody(0) && shadows;
}

/** Returns whether the bar just closed is a short body under a long upper shadow, with hardly a lower one. */
export function isInvertedUmbrella(candles: CandleWindow): boolean {
  const shadows = candles.exceeds(candles.upperShadow(0), candles.body(0)) && candles.lacksLowerShadow(0);
  return candles.hasShortBody(0) && shadows;
}
