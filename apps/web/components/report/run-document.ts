import type { Schemas } from '@/lib/api/client';

/** A stored run as the server keeps it: what went in, what came out, and how to check it. */
export type StoredRun = Schemas['Backtest'];
export type RunDocument = StoredRun['document'];
export type Assessment = RunDocument['assessment'];
export type Metric = Assessment['metrics'][number];
export type Trade = RunDocument['trades'][number];
export type Decision = RunDocument['decisions'][number];
export type NotPlaced = RunDocument['notPlaced'][number];
export type VerdictId = Assessment['verdict']['id'];

interface Absent {
  readonly missingBecause: string;
}

/** Returns a part that came out whole; undefined where the run is older than it, or where it could not be made. */
export function present<T extends object>(part: T | undefined): Exclude<T, Absent> | undefined {
  return part === undefined || 'missingBecause' in part ? undefined : (part as Exclude<T, Absent>);
}

/** Returns why a part is not there: the run's own words, or that it was kept before there was such a part. */
export function absence(part: object | undefined, what: string): string {
  if (part !== undefined && 'missingBecause' in part && typeof part.missingBecause === 'string')
    return part.missingBecause;
  return `This run was kept by an earlier version, which did not work out ${what}. Run it again to have it.`;
}

/** Returns a figure by its name; undefined where the run has none of that name or it is not defined. */
export function figure(document: RunDocument, id: string): number | undefined {
  return document.assessment.metrics.find((metric) => metric.id === id)?.value ?? undefined;
}

/** Returns what people call the strategy of a run. */
export function strategyName({ strategy }: RunDocument['manifest']): string {
  return strategy.file ?? strategy.id;
}

/** Returns the parameters as a person would say them: fast 20, slow 50. */
export function paramsInWords(params: Readonly<Record<string, unknown>>): string {
  return Object.entries(params)
    .map(([name, value]) => `${name} ${valueInWords(value)}`)
    .join(', ');
}

/** Returns the parameters in a line: of each thing in a list its name alone. */
export function paramsInBrief(params: Readonly<Record<string, unknown>>): string {
  return Object.entries(params)
    .map(
      ([name, value]) => `${name} ${Array.isArray(value) ? value.map(nameOfEntry).join(' + ') : valueInWords(value)}`,
    )
    .join(', ');
}

/** What names a thing comes first in it. */
function nameOfEntry(entry: unknown): string {
  return typeof entry === 'object' && entry !== null ? nameOfEntry(Object.values(entry)[0]) : valueInWords(entry);
}

function valueInWords(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(valueInWords).join(', ');
  if (typeof value !== 'object' || value === null) return value === null ? 'none' : String(value);
  return `(${paramsInWords(value as Readonly<Record<string, unknown>>)})`;
}
