import { type Figure, type MissingReason, missing } from './figure.ts';

export type MetricUnit = 'fraction' | 'ratio' | 'usd' | 'count' | 'years' | 'bars' | 'sessions';
export type MetricGroup = 'return' | 'risk' | 'ratio' | 'trades' | 'costs' | 'benchmark' | 'significance';

/** A number of the report, or why it is not there, with what it means. Survives JSON. */
export interface Metric {
  readonly id: string;
  readonly label: string;
  readonly group: MetricGroup;
  readonly unit: MetricUnit;
  readonly value: number | null;
  readonly reason?: MissingReason;
  /** The reason as a sentence. */
  readonly missingBecause?: string;
  /** What the number says, in one sentence. */
  readonly explanation: string;
}

/** Returns a metric of a figure. An infinite figure has no number in JSON, so it becomes a missing one that says so. */
export function metric(
  group: MetricGroup,
  id: string,
  label: string,
  unit: MetricUnit,
  figure: Figure | number,
  explanation: string,
): Metric {
  const given: Figure = typeof figure === 'number' ? { value: figure + 0 } : figure;
  const finite = given.value !== null && !Number.isFinite(given.value) ? missing('UNBOUNDED') : given;
  if (finite.value !== null) return { id, label, group, unit, value: finite.value, explanation };
  const { reason, sentence } = finite;
  return { id, label, group, unit, value: null, reason, missingBecause: sentence, explanation };
}
