import { CandorError } from '@candor/domain/candor-error';
import type { Instrument } from '@candor/domain/instrument';
import { z } from 'zod';
import { fingerprintText } from '../../resources/fingerprint.ts';
import { STORED_PROVIDER, storedDatasetId } from '../../resources/stored-bars.ts';
import { defineOperation } from '../operation.ts';
import { CsvFindings, CsvTerms, checkCsv, showFindings, withTickSize } from './csv-check.ts';

const MOST_LISTED = 1_000;
const MOST_BYTES = 64 * 1024 * 1024;

export const createImport = defineOperation({
  id: 'imports.create',
  summary: 'Check a CSV of bars and store those that can be used; every other row goes to quarantine with its reason.',
  input: z.object({
    csv: z
      .string()
      .min(1)
      .describe('The file: a header line with date or time, open, high, low, close, and volume if there is one.'),
    symbol: z
      .string()
      .regex(/^[A-Z0-9][A-Z0-9.^=-]{0,19}$/, 'must be 1 to 20 capitals, digits, dots or dashes')
      .describe('What the bars are of: a symbol that no provider has yet, or one you imported before.'),
    fileName: z.string().max(200).optional().describe('What the file is called, to be told as its source.'),
    ...CsvTerms,
  }),
  output: z.object({
    ...CsvFindings.shape,
    datasetId: z.string(),
    added: z.int(),
    /** Bars that were stored already, just so. */
    unchanged: z.int(),
    /** Bars that are stored with other numbers: the stored ones stay, these went to quarantine. */
    conflicting: z.int(),
  }),
  scope: 'market-data:write',
  needs: ['unitOfWork', 'marketData', 'clock'],
  http: {
    method: 'POST',
    path: '/imports',
    status: 201,
    rawBody: { field: 'csv', contentType: 'text/csv', maxBytes: MOST_BYTES },
    examples: [
      {
        summary: 'Two days of a stock of your own',
        input: {
          symbol: 'ACME',
          csv: 'date,open,high,low,close,volume\n2024-01-02,10,11,9.5,10.5,1000\n2024-01-03,10.5,12,10,11.5,1200\n',
        },
      },
    ],
    problems: [
      { code: 'imports.symbol-taken', kind: 'conflict', when: 'a provider has bars of that symbol' },
      { code: 'imports.other-exchange', kind: 'conflict', when: 'earlier files of the symbol had another calendar' },
      { code: 'imports.no-bars', kind: 'invalid', when: 'not one row can be used' },
      { code: 'market-data.bad-header', kind: 'invalid', when: 'the first line does not name the columns' },
      { code: 'market-data.not-text', kind: 'invalid', when: 'the file is no text' },
      { code: 'market-data.unsupported-timeframe', kind: 'invalid', when: 'the rows are spaced like no timeframe' },
    ],
  },
  run: async ({ unitOfWork, marketData, clock }, { csv, fileName, ...terms }) => {
    const listed = (await marketData.list()).filter(({ instrument }) => instrument.symbol === terms.symbol);
    const owner = listed.find(({ provenance }) => provenance.provider !== STORED_PROVIDER);
    if (owner !== undefined) {
      throw new CandorError('imports.symbol-taken', {
        kind: 'conflict',
        message: `"symbol": ${terms.symbol} is taken, it comes from ${owner.provenance.provider}. Import your file under another symbol, such as ${terms.symbol}-CSV.`,
      });
    }
    const [stored] = listed;
    if (stored !== undefined && stored.instrument.exchange !== terms.exchange) {
      throw new CandorError('imports.other-exchange', {
        kind: 'conflict',
        message: `"exchange" must be ${stored.instrument.exchange}, as in the files of ${terms.symbol} imported before: the bars of one symbol share a calendar.`,
      });
    }
    const told = checkCsv(new TextEncoder().encode(csv), terms);
    const ticks = terms.tickSize ?? finestOf(told.series.instrument, stored?.instrument);
    const checked = { ...told, series: withTickSize(told.series, ticks) };
    const findings = showFindings(checked, MOST_LISTED);
    const { series, quarantined } = checked;
    if (series.length === 0) {
      const [first] = quarantined;
      throw new CandorError('imports.no-bars', {
        kind: 'invalid',
        message: `Not one row can be used, and nothing was stored. ${first === undefined ? 'The file has no rows.' : `The first, ${first.unit} ${first.row}: ${first.reason}`}`,
      });
    }
    const { symbol } = series.instrument;
    const source = `${fileName === undefined ? 'an imported file' : `file ${fileName}`}, SHA-256 ${fingerprintText(csv).slice(0, 12)}`;
    const datasetId = storedDatasetId(symbol, series.timeframe);
    return unitOfWork.run(async ({ instruments, bars, quarantine }) => {
      await instruments.save(series.instrument);
      const { added, unchanged, conflicting } = await bars.ingest(datasetId, series, {
        provider: STORED_PROVIDER,
        source,
        adjustment: 'raw',
        synthetic: false,
        note: 'Taken as it came: nobody said whether it is adjusted for splits or dividends.',
      });
      await quarantine.add(
        datasetId,
        { symbol, timeframe: series.timeframe, source, recordedAt: clock.now() },
        quarantined,
      );
      return { ...findings, datasetId, added, unchanged, conflicting };
    });
  },
});

/** Returns the step in which the prices of both are written: bars that are stored already were not all in this file. */
function finestOf(told: Instrument, stored: Instrument | undefined): number {
  return Math.min(told.tickSize, stored?.tickSize ?? told.tickSize);
}
