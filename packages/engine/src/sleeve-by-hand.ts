import { BY_HAND, type SleeveConfig } from './session-config.ts';

/** Returns the sleeve of a person's own orders: its strategy says nothing, and its orders bring their quantities with them. */
export function sleeveByHand(symbols: readonly string[], allowShort: boolean): SleeveConfig {
  return {
    id: BY_HAND,
    createStrategy: () => ({ onBar: () => undefined, snapshot: () => null, restore: () => {} }),
    symbols,
    sizing: {
      id: BY_HAND,
      needs: { stop: false, volatility: false },
      quantity: () => ({ quantity: 0, allIn: false, code: 'NO_ROOM', reason: 'An order by hand is not sized.' }),
    },
    capitalShare: 0,
    allowShort,
  };
}
