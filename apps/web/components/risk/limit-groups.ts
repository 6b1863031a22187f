import type { Schemas } from '@/lib/api/client';
import { count, money, percent, quantity } from '@/lib/format';
import { age } from '@/lib/time';

export type Limit = Schemas['RiskLimitsOutput']['limits'][number];
export type Use = Schemas['RiskHeadroomOutput']['limits'][number];
export type LimitGroup = 'Size' | 'Loss' | 'Conduct';

const LOSS: ReadonlySet<string> = new Set(['daily-loss', 'max-drawdown']);
const SIZE_UNITS: ReadonlySet<string> = new Set(['usd', 'shares']);
// Prices and quantities are limited in their form, not in their amount.
const FORM: ReadonlySet<string> = new Set(['order-prices', 'order-quantity', 'price-collar']);

/** Returns where a limit belongs on the screen. */
export function groupOf({ id, unit }: Pick<Limit, 'id' | 'unit'>): LimitGroup {
  if (LOSS.has(id)) return 'Loss';
  return SIZE_UNITS.has(unit) && !FORM.has(id) ? 'Size' : 'Conduct';
}

/** Returns an amount of a limit in its unit. */
export function amountText(value: number, unit: string): string {
  if (unit === 'usd') return money(value);
  if (unit === 'fraction') return percent(value);
  if (unit === 'shares') return quantity(value);
  return unit === 'ms' ? age(value) : `${count(value)} ${unit}`;
}

/** Returns the setting of a limit in words: fraction 5.0%, window 500 ms. */
export function settingText(limit: Limit, setting: Readonly<Record<string, unknown>>): string {
  const words = limit.params
    .filter(({ name }) => setting[name] !== undefined && setting[name] !== null)
    .map(({ name, title, unit }) => {
      const value = setting[name];
      const text =
        typeof value === 'number'
          ? valueText(value, unit)
          : value === true
            ? 'yes'
            : value === false
              ? 'no'
              : String(value);
      return `${title} ${text}`;
    });
  return words.length === 0 ? 'no setting' : words.join(', ');
}

function valueText(value: number, unit: string | null): string {
  if (unit === 'fraction') return percent(value);
  if (unit === 'ms') return age(value);
  if (unit === 'usd' || unit === 'USD') return money(value);
  return unit === null ? count(value) : `${count(value)} ${unit}`;
}
