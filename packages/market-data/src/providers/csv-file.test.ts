import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dayFromIso } from '@candor/domain/time';
import { afterAll, describe, expect, it } from 'vitest';
import { loadSeries } from '../load-series.ts';
import { csvFile } from './csv-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'candor-csv-'));
afterAll(() => rmSync(folder, { recursive: true }));
const write = (name: string, ...rows: string[]) => {
  const path = join(folder, name);
  writeFileSync(path, ['date,open,high,low,close,volume', ...rows].join('\n'));
  return path;
};
const good = ['2014-01-02,10,12,9,11,1', '2014-01-03,11,13,10,12,2', '2014-01-06,12,14,11,13,3'];

describe('csvFile', () => {
  it('takes its symbol from the file name and its timeframe from the bars', async () => {
    const [listed] = await csvFile.open({ path: write('acme.csv', ...good) }).list();
    expect(listed).toMatchObject({
      instrument: { symbol: 'ACME', kind: 'stock', tradable: true },
      timeframe: '1d',
      from: dayFromIso('2014-01-02'),
      to: dayFromIso('2014-01-06'),
      provenance: { provider: 'csv-file', source: 'file acme.csv', adjustment: 'raw', synthetic: false },
    });
  });

  it('brings lines that fail along with the bars, with their line numbers, whatever range is asked for', async () => {
    const provider = csvFile.open({
      path: write('bad.csv', good[0]!, 'x,1,1,1,1,1', good[1]!, '2014-01-06,12,1,11,13,3'),
    });
    const whole = await loadSeries(provider, { symbol: 'BAD', timeframe: '1d' });
    expect(whole.series.length).toBe(2);
    expect(whole.quarantined.map(({ row, unit, code }) => [row, unit, code])).toEqual([
      [3, 'line', 'BAD_TIME'],
      [5, 'line', 'HIGH_BELOW_LOW'],
    ]);
    const part = await loadSeries(provider, { symbol: 'BAD', timeframe: '1d', from: dayFromIso('2014-01-03') });
    expect(part.series.length).toBe(1);
    expect(part.quarantined).toEqual(whole.quarantined);
  });

  it('says which file cannot be read, and fails its probe with the same sentence', async () => {
    const provider = csvFile.open({ path: join(folder, 'none.csv') });
    await expect(provider.list()).rejects.toThrow(/none\.csv cannot be read/);
    expect(await provider.probe()).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/none\.csv cannot be read/),
    });
  });

  it('refuses settings that it does not know, naming them', () => {
    expect(() => csvFile.open({})).toThrow(/csv-file.*path/s);
    expect(() => csvFile.open({ path: 'a.csv', zone: 'CET' })).toThrow(/zone/);
    expect(() => csvFile.open({ path: 'a.csv', colour: 'red' })).toThrow(/colour/);
  });
});
