import type { CandleWindow } from './candle-window.ts';

/** Returns whether a star above a long white body is followed by a black body that closes deep inside the first; what the star looks like is not asked. */
export function isEveningStar(candles: CandleWindow, penetration: number): boolean {
  if (!candles.isWhite(2) || candles.isWhite(0) || !candles.hasLongBody(2) || !candles.hasLongBody(0)) return false;
  return (
    candles.bodyGapsUp(1, 2) && candles.exceeds(candles.close(2) - penetration * candles.body(2), candles.close(0))
  );
}

/** Returns whether a star below a long black body is followed by a white body that closes deep inside the first; what the star looks like is not asked. */
export function isMorningStar(candles: CandleWindow, penetration: number): boolean {
  if (candles.isWhite(2) || !candles.isWhite(0) || !candles.hasLongBody(2) || !candles.hasLongBody(0)) return false;
  return (
    candles.bodyGapsDown(1, 2) && candles.exceeds(candles.close(0), candles.close(2) + penetration * candles.body(2))
  );
}
