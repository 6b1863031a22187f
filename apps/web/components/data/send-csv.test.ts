import { describe, expect, it } from 'vitest';
import { faultsByField, fileFault, symbolFault, symbolOfFile } from './send-csv';

const problem = (code: string, errors?: readonly { field: string; rule: string; message: string }[]) => ({
  type: `urn:candor:problem:${code}`,
  title: 'The request does not fit',
  status: 422,
  detail: `The sentence of ${code}.`,
  instance: '/api/imports',
  code,
  requestId: 'r-1',
  ...(errors === undefined ? {} : { errors: [...errors] }),
});

describe('an import', () => {
  it('suggests a symbol that passes its own rule, whatever the file is called', () => {
    for (const name of ['acme.csv', 'acme daily 2024.csv', '_BRK.B.txt', 'ééé prices.csv', `${'x'.repeat(60)}.csv`]) {
      expect(symbolFault(symbolOfFile(name)), name).toBeUndefined();
    }
    expect(symbolOfFile('acme daily.csv')).toBe('ACME-DAILY');
    expect(symbolOfFile('---.csv'), 'where nothing is left, nothing is suggested').toBe('');
  });

  it('tells each refusal at the field it is about', () => {
    expect(faultsByField(problem('imports.symbol-taken'))).toEqual({ symbol: 'The sentence of imports.symbol-taken.' });
    expect(faultsByField(problem('market-data.bad-header'))).toHaveProperty('file');
    expect(
      faultsByField(
        problem('operations.bad-input', [
          { field: 'symbol', rule: 'pattern', message: 'is odd' },
          { field: 'csv', rule: 'too_small', message: 'is empty' },
        ]),
      ),
    ).toEqual({ symbol: 'is odd', file: 'is empty' });
    expect(faultsByField(problem('storage.unavailable')), 'nobody typed that').toBeUndefined();
  });

  it('refuses an empty or missing file before it is sent', () => {
    expect(fileFault(undefined)).toBe('No file is chosen.');
    expect(fileFault(new File([], 'acme.csv'))).toBe('acme.csv is empty.');
    expect(fileFault(new File(['date,open'], 'acme.csv'))).toBeUndefined();
  });
});
