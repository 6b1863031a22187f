import type { SessionEvent } from '@candor/domain/events';
import { createRng } from '@candor/domain/rng';
import { MS_PER_DAY } from '@candor/domain/time';
import { createSizing } from '@candor/risk/sizing-catalog';
import { strategyCatalog } from '@candor/strategies/catalog';
import { practiceBars } from '@candor/strategies/laws/practice-bars';
import { scrambleAfter } from '@candor/strategies/laws/scrambled-series';
import { describe, expect, it } from 'vitest';
import { scriptedRun } from './scripted-run.ts';

const BARS = 1_200;

/** What was decided and ordered up to the close of a bar, to the last bit. Fills of its next open are of the future. */
function decidedUpTo(events: readonly SessionEvent[], closeAt: number): string {
  return JSON.stringify(
    events.filter(
      ({ type, at }) => at <= closeAt && /^(decision|order-approved|order-refused|no-order|annotation)$/.test(type),
    ),
  );
}

describe('bars that are still to come', () => {
  it.each(strategyCatalog.map(({ id }) => id))('change nothing that %s has decided and the session ordered', (id) => {
    const definition = strategyCatalog.find((one) => one.id === id)!;
    const params = definition.parse({});
    const series = practiceBars(BARS, 5);
    const rng = createRng(17);
    const run = () =>
      scriptedRun({
        series: [series],
        createStrategy: () => definition.create(params),
        sizing: createSizing('fixed-fraction', {}),
        allowShort: true,
        slippageBps: 5,
        feePerShareUsd: 0.005,
      }).events;
    const whole = run();
    expect(whole.filter(({ type }) => type === 'decision').length, 'or the law says nothing').toBeGreaterThan(3);
    for (const t0 of [300, 555, 820, 1_150]) {
      const closeAt = series.time[t0]! + MS_PER_DAY;
      scrambleAfter(series, t0 + 1, rng, () => {
        const other = run();
        expect(JSON.stringify(other), 'another future, another story').not.toBe(JSON.stringify(whole));
        expect(decidedUpTo(other, closeAt)).toBe(decidedUpTo(whole, closeAt));
      });
    }
  });
});
