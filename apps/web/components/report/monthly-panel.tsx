import { Panel } from '@/components/parts/panel';
import { Empty } from '@/components/parts/states';
import { fixed, percentChange } from '@/lib/format';
import type { Assessment } from './run-document';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
/** A month that moved this much has the full colour. */
const FULL_AT = 0.1;
const MOST_COLOR = 42;

/** What each month returned: the number in the cell, colour is help. */
export function MonthlyPanel({ years }: { readonly years: Assessment['monthlyReturns'] }) {
  return (
    <Panel
      title="Monthly returns, %"
      actions={<span className="text-micro text-text-2">after costs; 0 is no change</span>}
    >
      {years.length === 0 ? (
        <Empty title="No whole month">The run is too short for a month.</Empty>
      ) : (
        <>
          <table
            data-slot="table"
            aria-label="Monthly returns in percent"
            className="w-full table-fixed border-separate border-spacing-px text-center text-micro max-phone:hidden"
          >
            <thead>
              <tr className="h-7 text-text-2">
                <th scope="col" className="w-9 text-left font-[550]">
                  <span className="sr-only">Year</span>
                </th>
                {MONTHS.map((month) => (
                  <th key={month} scope="col" className="font-[550]" title={month}>
                    <span aria-hidden>{month.charAt(0)}</span>
                    <span className="sr-only">{month}</span>
                  </th>
                ))}
                <th scope="col" className="w-12 text-right font-[550]">
                  Year
                </th>
              </tr>
            </thead>
            <tbody>
              {years.map(({ year, months, total }) => (
                <tr key={year} className="h-[26px]">
                  <th scope="row" className="text-left font-[450] text-text-2">
                    {year}
                  </th>
                  {MONTHS.map((month, place) => (
                    <MonthCell key={month} value={months[place] ?? null} />
                  ))}
                  <td className="text-right font-semibold">{inPercent(total, true)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <ul aria-label="Monthly returns" className="flex flex-col gap-3 phone:hidden">
            {years.toReversed().map(({ year, months, total }) => (
              <li key={year}>
                <p className="flex justify-between border-line border-b pb-1 font-semibold">
                  <span>{year}</span>
                  <span>{percentChange(total)}</span>
                </p>
                <ul className="grid grid-cols-2 gap-x-6">
                  {MONTHS.map((month, place) => {
                    const value = months[place] ?? null;
                    return (
                      <li key={month} className="flex justify-between py-1 text-small">
                        <span className="text-text-2">{month}</span>
                        {value === null ? <span className="text-text-3">no prices</span> : percentChange(value)}
                      </li>
                    );
                  })}
                </ul>
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}

function MonthCell({ value }: { readonly value: number | null }) {
  if (value === null) {
    return (
      <td className="hatched rounded-[2px] opacity-40">
        <span className="sr-only">no prices</span>
      </td>
    );
  }
  const share = Math.round(Math.min(1, Math.abs(value) / FULL_AT) * MOST_COLOR);
  const color =
    value === 0
      ? 'var(--inset)'
      : `color-mix(in srgb, var(--${value > 0 ? 'up' : 'down'}) ${share + 6}%, var(--panel))`;
  return (
    <td className="rounded-[2px] tracking-[-0.02em] [print-color-adjust:exact]" style={{ background: color }}>
      {inPercent(value)}
    </td>
  );
}

function inPercent(fraction: number, isSigned = false): string {
  if (fraction === 0) return '0';
  // A loss too small to be written is no −0.0.
  const text = fixed(Math.round(fraction * 1_000) / 10 + 0, 1);
  return isSigned && fraction > 0 ? `+${text}` : text;
}
