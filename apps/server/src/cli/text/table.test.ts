import { expect, it } from 'vitest';
import { createStyle } from './style.ts';
import { renderTable, wrap } from './table.ts';

const terminal = (columns: number, isColoured = false) => ({ columns, style: createStyle(isColoured) });

it('aligns columns under their titles, numbers to the right', () => {
  const columns = [{ title: 'Name' }, { title: 'Shares', align: 'right' }] as const;
  expect(
    renderTable(
      [
        ['AAPL', '5'],
        ['B', '1,000'],
      ],
      columns,
      terminal(80),
    ).split('\n'),
  ).toEqual(['  Name  Shares', '  AAPL       5', '  B      1,000']);
});

it('counts what is seen, not the codes of colours', () => {
  const { style } = terminal(80, true);
  const lines = renderTable(
    [
      [style.bad('x'), 'a'],
      ['yy', 'b'],
    ],
    [{}, {}],
    terminal(80),
  ).split('\n');
  expect(lines).toEqual([`  ${style.bad('x')}   a`, '  yy  b']);
});

it('breaks the text of the column that gives way, and keeps every word', () => {
  const text = 'the quick brown fox jumps over the lazy dog';
  const table = renderTable([['key', text]], [{}, { wraps: true }], terminal(30));
  expect(table.split('\n').every((line) => line.length <= 30)).toBe(true);
  expect(table.replace(/\s+/g, ' ')).toBe(` key ${text}`);
});

it('gives a word that is too long a line of its own', () => {
  expect(wrap('a extraordinarily b', 5)).toEqual(['a', 'extraordinarily', 'b']);
});
