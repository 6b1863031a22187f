import { createRng } from '@candor/domain/rng';
import { describe, expect, it } from 'vitest';
import { EwmaState, EwmaVolatility } from './ewma-volatility.ts';

/** Four closes a session, with returns of about a percent a session. */
function* closes(seed: number, sessions: number) {
  const rng = createRng(seed);
  let close = 100;
  for (let i = 0; i < 4 * sessions; i++) {
    close *= 1 + 0.005 * rng.normal();
    yield { session: Math.floor(i / 4), close };
  }
}

describe('the volatility of a sleeve', () => {
  it('is known from the twentieth return on, and is near what the returns were made with', () => {
    const volatility = new EwmaVolatility();
    for (const { session, close } of closes(1, 400)) {
      volatility.next(session, close);
      expect(volatility.annual === undefined).toBe(session < 20);
    }
    // Four steps of half a percent are one percent a session, which is 16% a year; the estimate wavers around it.
    expect(volatility.annual).toBeGreaterThan(0.1);
    expect(volatility.annual).toBeLessThan(0.24);
  });

  it('survives JSON at every bar, bit for bit', () => {
    const once = new EwmaVolatility();
    let again = new EwmaVolatility();
    for (const { session, close } of closes(2, 40)) {
      once.next(session, close);
      again.next(session, close);
      expect(again.annual).toBe(once.annual);
      const saved = EwmaState.parse(JSON.parse(JSON.stringify(again.snapshot())));
      again = new EwmaVolatility();
      again.restore(saved);
    }
  });
});
