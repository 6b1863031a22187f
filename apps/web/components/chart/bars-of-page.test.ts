import { describe, expect, it } from 'vitest';
import type { ChartBar } from '../charts/price-chart/chart-bar';
import { joinLive, newestBars, weeksOf } from './bars-of-page';

const day = (session: string, close: number): ChartBar => ({
  time: Date.parse(`${session}T13:30:00Z`) / 1000,
  session,
  open: close - 1,
  high: close + 1,
  low: close - 2,
  close,
  volume: 10,
});
const live = (symbol: string, session: string) => ({
  symbol,
  openedAt: `${session}T13:30:00.000Z`,
  session,
  open: 1,
  high: 2,
  low: 1,
  close: 2,
  volume: null,
});

describe('bars as a session sees them', () => {
  const known = [day('2017-08-30', 10), day('2017-08-31', 11)];

  it('grow by what is newer, of their own symbol alone', () => {
    const told = [live('A', '2017-08-31'), live('B', '2017-09-01'), live('A', '2017-09-01')];
    const { bars, hasHole } = joinLive(known, told, 'A');
    expect(bars.map(({ session }) => session)).toEqual(['2017-08-30', '2017-08-31', '2017-09-01']);
    expect(hasHole).toBe(false);
  });

  it('stay the same object when nothing is new, so that nothing is drawn', () => {
    expect(joinLive(known, [live('A', '2017-08-31')], 'A').bars).toBe(known);
  });

  it('tell of a hole when what is told begins after what is known', () => {
    expect(joinLive(known, [live('A', '2017-09-05')], 'A').hasHole).toBe(true);
  });
});

describe('the newest bars', () => {
  const bars = ['2017-08-30', '2017-08-31', '2017-08-31', '2017-08-31', '2017-09-01'].map(day);

  it.each([
    [1, 4],
    [2, 1],
    [4, 1],
    [5, 0],
    [9, 0],
  ])('%i of them begin with a whole session', (atLeast, start) => {
    expect(newestBars(bars, atLeast)).toEqual(bars.slice(start));
  });

  it('are the same object when they are all', () => {
    expect(newestBars(bars, 5)).toBe(bars);
  });
});

describe('weeks', () => {
  const days = ['2017-08-30', '2017-08-31', '2017-09-01', '2017-09-05'].map((session, place) =>
    day(session, 10 + place),
  );

  it('begin on Mondays, whatever their first session is', () => {
    const weeks = weeksOf(days);
    expect(weeks.map(({ session, through }) => [session, through])).toEqual([
      ['2017-08-30', '2017-09-01'],
      ['2017-09-05', '2017-09-05'],
    ]);
  });

  it('hold the open of the first, the extremes, the close of the last, and all the volume', () => {
    expect(weeksOf(days)[0]).toMatchObject({ open: 9, high: 13, low: 8, close: 12, volume: 30 });
  });

  it('have no volume where a day has none', () => {
    expect(weeksOf([day('2017-08-30', 1), { ...day('2017-08-31', 1), volume: null }])[0]?.volume).toBeNull();
  });

  it('of more days begin as those of fewer: only the last may change', () => {
    expect(weeksOf(days).slice(0, 1)).toEqual(weeksOf(days.slice(0, 3)));
  });
});
