import type { ChartBar } from '@/components/charts/price-chart/chart-bar';
import type { Schemas } from '@/lib/api/client';
import type { LiveBar } from '@/lib/live/topics';
import { addDays } from './timeframes';

/** Returns the bars of a page of columns. */
export function barsOfPage(page: Schemas['BarsListOutput']): ChartBar[] {
  const flags = new Map(page.flagged.map(({ at, code, reason }) => [at, { code, reason }]));
  return page.openedAt.flatMap((openedAt, place) => {
    const [open, high, low, close] = [page.open[place], page.high[place], page.low[place], page.close[place]];
    const session = page.session[place];
    if (open === undefined || high === undefined || low === undefined || close === undefined || session === undefined) {
      return [];
    }
    const flag = flags.get(openedAt);
    return [
      {
        time: Date.parse(openedAt) / 1000,
        session,
        open,
        high,
        low,
        close,
        volume: page.volume[place] ?? null,
        ...(flag === undefined ? {} : { flag }),
      },
    ];
  });
}

export interface Joined {
  readonly bars: readonly ChartBar[];
  /** Between the bars known and the oldest live one some are missing: they have to be asked for again. */
  readonly hasHole: boolean;
}

/** Returns the bars known with those that a session has seen since, however often it is told of them. */
export function joinLive(known: readonly ChartBar[], live: readonly LiveBar[], symbol: string): Joined {
  const last = known.at(-1)?.time ?? Number.NEGATIVE_INFINITY;
  const fresh: ChartBar[] = [];
  let meets = false;
  for (let place = live.length - 1; place >= 0; place--) {
    const bar = live[place];
    if (bar === undefined || bar.symbol !== symbol) continue;
    const time = Date.parse(bar.openedAt) / 1000;
    if (time <= last) {
      meets = true;
      break;
    }
    const { session, open, high, low, close, volume } = bar;
    fresh.push({ time, session, open, high, low, close, volume });
  }
  if (fresh.length === 0) return { bars: known, hasHole: false };
  return { bars: [...known, ...fresh.reverse()], hasHole: known.length > 0 && !meets };
}

/** Returns the newest bars: at least so many where there are, from the first of a session on. */
export function newestBars(bars: readonly ChartBar[], atLeast: number): readonly ChartBar[] {
  let start = Math.max(0, bars.length - atLeast);
  while (start > 0 && bars[start]?.session === bars[start - 1]?.session) start--;
  return start === 0 ? bars : bars.slice(start);
}

/** Returns weeks made of days, each from Monday on. The last may not be over. */
export function weeksOf(days: readonly ChartBar[]): ChartBar[] {
  const weeks: ChartBar[] = [];
  let monday = '';
  for (const day of days) {
    const its = mondayOf(day.session);
    const week = weeks.at(-1);
    if (week === undefined || its !== monday) {
      monday = its;
      weeks.push({ ...day, through: day.session });
      continue;
    }
    weeks[weeks.length - 1] = {
      ...week,
      through: day.session,
      high: Math.max(week.high, day.high),
      low: Math.min(week.low, day.low),
      close: day.close,
      volume: week.volume === null || day.volume === null ? null : week.volume + day.volume,
      ...(week.flag === undefined && day.flag !== undefined ? { flag: day.flag } : {}),
    };
  }
  return weeks;
}

function mondayOf(session: string): string {
  const weekday = new Date(`${session}T00:00:00Z`).getUTCDay();
  return addDays(session, -((weekday + 6) % 7));
}
