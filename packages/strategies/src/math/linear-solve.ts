import { badInput } from './math-error.ts';

/**
 * Returns X with A X = B for a square A (rows of numbers) and right-hand sides in the columns of B, by elimination with partial pivoting.
 * The arguments are left as they are. Throws `strategies.bad-input` when A has no inverse.
 */
export function linearSolve(a: readonly (readonly number[])[], b: readonly (readonly number[])[]): number[][] {
  const size = a.length;
  const rows = a.map((row, i) => [...row, ...b[i]!]);
  const width = rows[0]?.length ?? 0;
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let i = column + 1; i < size; i++) {
      if (Math.abs(rows[i]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = i;
    }
    const pivotRow = rows[pivot]!;
    if (!(Math.abs(pivotRow[column]!) > 0)) throw badInput('The system of equations has no single solution.');
    rows[pivot] = rows[column]!;
    rows[column] = pivotRow;
    for (let i = column + 1; i < size; i++) {
      const row = rows[i]!;
      const factor = row[column]! / pivotRow[column]!;
      if (factor === 0) continue;
      for (let j = column; j < width; j++) row[j] = row[j]! - factor * pivotRow[j]!;
    }
  }
  for (let i = size - 1; i >= 0; i--) {
    const row = rows[i]!;
    for (let j = size; j < width; j++) {
      let value = row[j]!;
      for (let k = i + 1; k < size; k++) value -= row[k]! * rows[k]![j]!;
      row[j] = value / row[i]!;
    }
  }
  return rows.map((row) => row.slice(size));
}
