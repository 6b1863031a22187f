import type { Column } from '@/components/parts/data-table';
import { count } from '@/lib/format';

const MOST_PRINTED = 1_000;

/** All rows of a table at once: on the screen only those in sight are drawn, and paper has no sight. */
export function PrintedTable<Row>({
  label,
  columns,
  rows,
  rowKey,
}: {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
}) {
  return (
    <>
      <table data-slot="table" aria-label={label} className="w-full border-collapse text-micro">
        <thead>
          <tr>
            {columns.map(({ id, header, align, className }) => (
              <th
                key={id}
                scope="col"
                className={`px-1.5 ${align === 'right' ? 'text-right' : 'text-left'} ${className ?? ''}`}
              >
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MOST_PRINTED).map((row) => (
            <tr key={rowKey(row)} className="border-line border-t">
              {columns.map(({ id, align, cell, className }) => (
                <td
                  key={id}
                  className={`px-1.5 py-0.5 ${align === 'right' ? 'text-right' : 'text-left'} ${className ?? ''}`}
                >
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > MOST_PRINTED && (
        <p className="px-1.5 pt-1 text-micro">
          The first {count(MOST_PRINTED)} of {count(rows.length)}; the export has all.
        </p>
      )}
    </>
  );
}
