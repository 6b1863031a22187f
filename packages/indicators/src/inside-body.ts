import type { CandleWindow } from './candle-window.ts';
import type { PatternSign } from './define-candlestick.ts';

/** Returns the sign of a reversal, against the colour of the bar before, where the body just closed lies within its body; an end may be level. */
export function signOfInside(candles: CandleWindow): PatternSign {
  const inside = candles.bodyTop(0) <= candles.bodyTop(1) && candles.bodyBottom(0) >= candles.bodyBottom(1);
  if (!inside) return 0;
  return candles.isWhite(1) ? -1 : 1;
}
