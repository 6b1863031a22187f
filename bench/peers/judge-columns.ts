import type { BarSeries } from '@candor/domain/bar';
import type { IndicatorDefinition } from '@candor/domain/ports/indicator';
import type { PeerVerdict } from '../bench.ts';
import { KNOWN_DIFFERENCES } from './known-differences.ts';

// Of the largest value of the line: room for the rounding of running sums, none for another formula.
const SAME = 1e-7;

/** Compares a library's columns with ours, from our first value on; lines that it does not have are empty. Throws where they differ and nobody has said why. */
export function judgeColumns(
  library: string,
  definition: IndicatorDefinition,
  sameAs: Readonly<Record<string, unknown>> | undefined,
  series: BarSeries,
  theirs: readonly Float64Array[],
): PeerVerdict {
  const params = definition.parse(sameAs ?? {});
  const ours = definition.compute(series, params);
  const lines = definition.outputs.flatMap(({ name }, slot) => {
    if (theirs[slot]!.every(Number.isNaN)) return [];
    const differences = relativeDifferences(ours[slot]!, theirs[slot]!);
    return [{ name, whole: largest(differences, 0), later: largest(differences, series.length >> 1) }];
  });
  const asWhat = sameAs ? ` as ${Object.entries(sameAs).map(([name, value]) => `${name} ${value}`)}` : '';
  const some = lines.length < ours.length ? ` on ${lines.map(({ name }) => name).join(', ')}` : '';
  if (lines.length > 0 && lines.every(({ whole }) => whole <= SAME)) {
    return { counts: true, values: `agrees${asWhat}${some}` };
  }
  if (lines.length > 0 && lines.every(({ later }) => later <= SAME)) {
    return { counts: true, values: `agrees${asWhat}${some} once its own start has faded` };
  }
  const known = KNOWN_DIFFERENCES[definition.id]?.[library];
  if (known !== undefined) return known;
  const found = lines.map(
    ({ name, whole, later }) => `${name} ${whole.toExponential(1)}, later ${later.toExponential(1)}`,
  );
  throw new Error(`${library} ${definition.id} is not ours${asWhat} and nobody has said why: ${found.join('; ')}.`);
}

/** A value that one has and the other lacks is a difference of infinity; before both have begun there is none. */
function relativeDifferences(ours: Float64Array, theirs: Float64Array): Float64Array {
  const scale = ours.reduce((most, value) => (Math.abs(value) > most ? Math.abs(value) : most), 0);
  const begin = Math.max(firstValue(ours), firstValue(theirs));
  return ours.map((value, i) => {
    const other = theirs[i]!;
    if (i < begin || (Number.isNaN(value) && Number.isNaN(other))) return 0;
    const difference = Math.abs(value - other) / scale;
    return Number.isNaN(difference) ? Number.POSITIVE_INFINITY : difference;
  });
}

function firstValue(column: Float64Array): number {
  const first = column.findIndex((value) => !Number.isNaN(value));
  return first < 0 ? column.length : first;
}

function largest(differences: Float64Array, from: number): number {
  let most = 0;
  for (let i = from; i < differences.length; i++) if (differences[i]! > most) most = differences[i]!;
  return most;
}
