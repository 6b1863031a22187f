import { count, counted, decimal, money, moneyChange, percent, percentChange, probability, ratio } from '@/lib/format';
import type { Metric } from './run-document';

/** What the text of a figure depends on. */
type Figure = Pick<Metric, 'id' | 'unit'>;

const CHANGES: ReadonlySet<string> = new Set([
  'totalReturn',
  'cagr',
  'bestDay',
  'worstDay',
  'maxDrawdown',
  'profit',
  'expectancy',
  'averageWin',
  'averageLoss',
  'doubledCostReturn',
  'benchmarkReturn',
  'excessReturn',
  'alpha',
]);
const PROBABILITIES: ReadonlySet<string> = new Set(['luckShare', 'psr', 'dsr']);

/** Returns a figure of a run with its unit: a sign on what is a change, none on what is a level, and no certainty of 0 or 100%. */
export function metricText({ id, unit }: Figure, value: number): string {
  if (PROBABILITIES.has(id)) return probability(value);
  const isChange = CHANGES.has(id);
  switch (unit) {
    case 'fraction':
      return isChange ? percentChange(value) : percent(value);
    case 'usd':
      return isChange ? moneyChange(value) : money(value);
    case 'count':
      return count(value);
    case 'years':
      return `${decimal(value, 1)} years`;
    case 'bars':
      return `${decimal(value, 1)} bars`;
    case 'sessions':
      return counted(value, 'session');
    case 'ratio':
      return ratio(value);
    default:
      return decimal(value);
  }
}

/** Returns whether a figure is a change, which is coloured; a level is not. */
export function isChange({ id }: Pick<Metric, 'id'>): boolean {
  return CHANGES.has(id);
}
