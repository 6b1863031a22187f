import { describe, expect, it } from 'vitest';
import type { ChartBar } from '../charts/price-chart/chart-bar';
import { isSeen } from './is-seen';

const at = (hour: string, session = '2018-01-03'): ChartBar => ({
  time: Date.parse(`${session}T${hour}:00Z`) / 1000,
  session,
  open: 1,
  high: 1,
  low: 1,
  close: 1,
  volume: 1,
});
const until = { time: Date.parse('2018-01-03T15:00:00Z') / 1000, session: '2018-01-03' };

describe('what a session has seen', () => {
  it('of its own span ends with its newest bar', () => {
    expect(isSeen(at('15:00'), '5m', until, '5m')).toBe(true);
    expect(isSeen(at('15:05'), '5m', until, '5m')).toBe(false);
  });

  it('of longer bars holds only those that were over', () => {
    expect(isSeen(at('14:30'), '30m', until, '5m'), 'ends at 15:00').toBe(true);
    expect(isSeen(at('15:00'), '30m', until, '5m'), 'ends at 15:30').toBe(false);
    expect(isSeen(at('14:30'), '1d', until, '5m'), 'the day goes on').toBe(false);
    expect(isSeen(at('14:30', '2018-01-02'), '1d', until, '5m')).toBe(true);
  });

  it('of shorter bars holds all of its days', () => {
    expect(isSeen(at('20:59'), '1m', until, '1d')).toBe(true);
    expect(isSeen(at('14:30', '2018-01-04'), '1m', until, '1d')).toBe(false);
  });
});
