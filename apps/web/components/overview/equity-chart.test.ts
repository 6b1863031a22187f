import { describe, expect, it } from 'vitest';
import { equityChart } from './equity-chart';

const DAY_MS = 86_400_000;
const startMs = Date.parse('2014-07-28T20:00:00.000Z');
const points = (equities: readonly number[]) =>
  equities.map((equityUsd, at) => ({ at: new Date(startMs + at * DAY_MS).toISOString(), equityUsd }));
const held = {
  id: 'hold AAPL',
  label: 'AAPL held',
  color: 'text-3' as const,
  style: 'dotted' as const,
  closes: { firstOpenedAtMs: startMs - 1, firstOpen: 49, closedAtMs: [startMs, startMs + DAY_MS], close: [50, 60] },
};
const base = { name: 'Demo', startAt: points([1])[0]?.at, startUsd: 100, benchmarks: [held] };

describe('equityChart', () => {
  it('begins account and benchmark at the same money', () => {
    const { series } = equityChart({ ...base, points: points([100, 90, 120]) });
    expect(series.map(({ values }) => values[0])).toEqual([100, 100]);
    expect(series[1]?.values).toEqual([100, 120, 120]);
  });

  it('says in a sentence what there is to see', () => {
    const { summary } = equityChart({ ...base, points: points([100, 90, 120]) });
    expect(summary).toBe(
      'Equity of Demo went from $100.00 on 28 Jul 2014 to $120.00 on 30 Jul 2014, +20.0%. Its deepest drawdown was −10.0%, on 29 Jul 2014. With AAPL held instead it would be $120.00, before costs.',
    );
  });

  it('says which line is missing instead of drawing nothing', () => {
    const late = {
      ...held,
      closes: { ...held.closes, firstOpenedAtMs: startMs + DAY_MS, closedAtMs: [startMs + DAY_MS], close: [60] },
    };
    const { series, missing } = equityChart({ ...base, benchmarks: [late], points: points([100, 90]) });
    expect(series).toHaveLength(1);
    expect(missing.map(({ label }) => label)).toEqual(['AAPL held']);
  });

  it('is linear over a short and narrow stretch, logarithmic over a year or twice the money', () => {
    expect(equityChart({ ...base, points: points([100, 110]) }).isLog).toBe(false);
    expect(equityChart({ ...base, points: points([100, 210]) }).isLog).toBe(true);
    expect(equityChart({ ...base, points: points(Array.from({ length: 400 }, () => 100)) }).isLog).toBe(true);
  });

  it('has a sentence for nothing, too', () => {
    expect(equityChart({ ...base, points: [] }).summary).toBe('Demo has no equity yet.');
  });
});
