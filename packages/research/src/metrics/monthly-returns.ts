import { isoFromDay } from '@candor/domain/time';
import type { SessionCloses } from '../session-closes.ts';

/** The returns of one calendar year, January first; null for a month without a session. */
export interface MonthlyReturns {
  readonly year: number;
  readonly months: readonly (number | null)[];
  readonly total: number;
}

/** Returns the return of each month and year, from last close to last close; the first and last may be partial. Months compound to the total. */
export function monthlyReturns({ equity, sessions }: Pick<SessionCloses, 'equity' | 'sessions'>): MonthlyReturns[] {
  const years: { year: number; months: (number | null)[]; start: number; end: number }[] = [];
  let monthStart = equity[0]!;
  for (let i = 0; i < sessions.length; i++) {
    const month = isoFromDay(sessions[i]!).slice(0, 7);
    const next = i + 1 < sessions.length ? isoFromDay(sessions[i + 1]!).slice(0, 7) : undefined;
    if (month === next) continue;
    const year = Number(month.slice(0, 4));
    const end = equity[i + 1]!;
    let row = years.at(-1);
    if (row?.year !== year) {
      row = { year, months: Array.from({ length: 12 }, () => null), start: monthStart, end };
      years.push(row);
    }
    row.months[Number(month.slice(5)) - 1] = end / monthStart - 1;
    row.end = end;
    monthStart = end;
  }
  return years.map(({ year, months, start, end }) => ({ year, months, total: end / start - 1 }));
}
