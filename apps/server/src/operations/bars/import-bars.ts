import { basename, extname } from 'node:path';
import { z } from 'zod';
import { createImport } from '../imports/create-import.ts';
import { CsvFindings, CsvTerms, checkCsv, showFindings } from '../imports/csv-check.ts';
import { defineOperation } from '../operation.ts';

const FIRST_FAULTS = 20;

export const importBars = defineOperation({
  id: 'bars.import',
  summary: 'Check a CSV of bars, say row by row what is wrong with it, and store what can be used.',
  input: z.object({
    file: z
      .string()
      .min(1)
      .describe('A CSV with a header line: date or time, open, high, low, close, and volume if there is one.'),
    symbol: z.string().min(1).max(20).optional().describe('What the bars are of; the name of the file otherwise.'),
    ...CsvTerms,
    check: z.boolean().default(false).describe('Only check: nothing is stored.'),
    all: z.boolean().default(false).describe(`List every faulty row, not only the first ${FIRST_FAULTS}.`),
  }),
  output: z.object({
    ...CsvFindings.shape,
    /** What became of the bars; null where they were only checked. */
    stored: z.object({ datasetId: z.string(), added: z.int(), unchanged: z.int(), conflicting: z.int() }).nullable(),
  }),
  scope: 'market-data:write',
  needs: ['files'],
  cli: {
    command: 'import',
    positionals: ['file'],
    examples: [
      { line: 'candor import prices.csv', shows: 'daily bars of a New York stock, stored' },
      {
        line: 'candor import btc.csv --exchange ALWAYS --zone UTC --check --all',
        shows: 'a market that never closes, every fault listed and nothing stored',
      },
    ],
  },
  run: async ({ files }, { file, symbol: named, check, all, ...terms }, caller) => {
    const bytes = await files.read(file);
    const symbol = named ?? basename(file, extname(file)).toUpperCase();
    const findings = showFindings(checkCsv(bytes, { symbol, ...terms }), all ? Number.POSITIVE_INFINITY : FIRST_FAULTS);
    if (check || findings.bars === 0) return { ...findings, stored: null };
    const csv = new TextDecoder().decode(bytes);
    const { datasetId, added, unchanged, conflicting } = await caller.call(createImport, {
      csv,
      symbol,
      fileName: basename(file),
      ...terms,
    });
    return { ...findings, stored: { datasetId, added, unchanged, conflicting } };
  },
});
