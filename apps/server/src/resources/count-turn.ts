import type { Turn } from '@candor/engine/turn';
import type { Metrics } from './metrics.ts';

/** Adds a written turn to the figures of the process. */
export function countTurn(metrics: Metrics, turn: Turn, tookMs: number): void {
  metrics.turns.observe(tookMs / 1000);
  metrics.bars.inc(turn.bars.length);
  metrics.fills.inc(turn.fills.length);
  for (const { state } of turn.orders) metrics.orders.inc({ status: state.status });
  for (const event of turn.events) {
    if (event.type === 'decision') metrics.decisions.inc({ want: event.signal.want });
    if (event.type !== 'order-refused') continue;
    for (const { code } of event.refusal.denials) metrics.riskDenials.inc({ code });
  }
}
