import type { Schemas } from '@/lib/api/client';
import { count, decimal, money, percent, quantity } from '@/lib/format';
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

/** Returns the room left: points for a share, so that it is not taken for a share of the room. */
export function roomText(value: number, unit: string): string {
  return unit === 'fraction' ? `${decimal(value * 100, 1)} points` : amountText(value, unit);
}

/** Returns an amount of a limit in its unit. */
export function amountText(value: number, unit: string): string {
  if (unit === 'usd') return money(value);
  if (unit === 'fraction') return percent(value);
  if (unit === 'shares') return quantity(value);
  return unit === 'ms' ? age(value) : `${count(value)} ${unit}`;
}

/** What a limit is a fraction of, where it is not the equity. */
const FRACTION_OF: Readonly<Record<string, string>> = {
  'daily-loss': 'of equity in a session',
  'max-drawdown': 'below the peak',
  'max-adv': 'of the daily volume',
  'price-collar': 'around the last price',
};

/** Returns the setting of a limit in words: at most 100.0% of equity. */
export function settingText(limit: Limit, setting: Readonly<Record<string, unknown>>): string {
  const words = limit.params
    .filter(({ name }) => setting[name] !== undefined && setting[name] !== null)
    .flatMap(({ name, title, unit }) => {
      const value = setting[name];
      if (name === 'fraction' && typeof value === 'number')
        return [`${percent(value)} ${FRACTION_OF[limit.id] ?? 'of equity'}`];
      if (typeof value === 'boolean') return value ? [title.toLowerCase()] : [];
      return [`${title.toLowerCase()} ${typeof value === 'number' ? valueText(value, unit) : String(value)}`];
    })
    .join(', ');
  return words === '' ? 'no setting' : `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

function valueText(value: number, unit: string | null): string {
  if (unit === 'fraction') return percent(value);
  if (unit === 'ms') return age(value).replace(/ 0 (h|min|s)$/, '');
  if (unit === 'usd' || unit === 'USD') return money(value);
  return unit === null ? count(value) : `${count(value)} ${unit}`;
}
