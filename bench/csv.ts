import { createHash } from 'node:crypto';
import { calendarOf } from '@candor/domain/calendar/calendar-catalog';
import type { Instrument } from '@candor/domain/instrument';
import { createRng } from '@candor/domain/rng';
import { dayFromIso, isoFromInstant, MS_PER_MINUTE } from '@candor/domain/time';
import { checkBarCsv } from '@candor/market-data/csv/check-bar-csv';
import type { Bench } from './bench.ts';

const ROWS = 1_000_000;

const INSTRUMENT: Instrument = {
  symbol: 'SYN',
  name: 'Generated for the bench',
  kind: 'synthetic',
  exchange: 'XNYS',
  currency: 'USD',
  tickSize: 0.01,
  lotSize: 1,
  fractional: false,
  tradable: true,
};

let file: Uint8Array | undefined;

export const csvBenches: readonly Bench[] = [
  {
    id: 'csv.million-rows',
    unit: 's',
    work: '1,000,000 rows of one-minute bars as CSV text to validated columns, one thread',
    run: () => {
      file ??= minuteCsv();
      const startedAt = performance.now();
      const { series, quarantined } = checkBarCsv(file, { instrument: INSTRUMENT });
      const value = (performance.now() - startedAt) / 1000;
      if (series.length !== ROWS || quarantined.length > 0) {
        throw new Error(`${series.length} of ${ROWS} bars passed: the bench measures something else.`);
      }
      const hash = createHash('sha256');
      for (const name of ['time', 'open', 'high', 'low', 'close', 'volume', 'session'] as const)
        hash.update(series[name]);
      return { value, fingerprint: hash.digest('hex').slice(0, 16) };
    },
  },
];

function minuteCsv(): Uint8Array {
  const rng = createRng(11);
  const calendar = calendarOf('XNYS');
  const lines = ['date,open,high,low,close,volume'];
  let cents = 10_000;
  const price = (value: number) => (value / 100).toFixed(2);
  for (
    let session = calendar.next(dayFromIso('2010-01-01'));
    lines.length <= ROWS;
    session = calendar.next(session.day)
  ) {
    for (let at = session.openAt; at < session.closeAt && lines.length <= ROWS; at += MS_PER_MINUTE) {
      const open = cents;
      cents = Math.max(1000, cents + rng.index(11) - 5);
      const high = Math.max(open, cents) + rng.index(4);
      const low = Math.min(open, cents) - rng.index(4);
      const when = isoFromInstant(at).replace('.000Z', 'Z');
      lines.push(`${when},${price(open)},${price(high)},${price(low)},${price(cents)},${1000 + rng.index(100_000)}`);
    }
  }
  return new TextEncoder().encode(lines.join('\n'));
}
