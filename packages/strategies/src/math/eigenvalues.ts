import { badInput } from './math-error.ts';

export interface Eigenvalue {
  readonly re: number;
  readonly im: number;
}

/**
 * Returns the eigenvalues of a general real square matrix (rows of numbers), in no particular order; complex ones come in conjugate pairs.
 * Throws `strategies.bad-input` when the iteration does not settle, which finite matrices do not do in practice.
 * Source: reduction to Hessenberg form by elimination and the shifted QR iteration of Martin, Peters & Wilkinson 1970 (EISPACK elmhes, hqr).
 */
export function eigenvalues(matrix: readonly (readonly number[])[]): Eigenvalue[] {
  const h = matrix.map((row) => [...row]);
  reduceToHessenberg(h);
  return hessenbergEigenvalues(h);
}

function reduceToHessenberg(h: number[][]): void {
  const n = h.length;
  for (let m = 1; m < n - 1; m++) {
    let pivot = m;
    for (let i = m + 1; i < n; i++) if (Math.abs(h[i]![m - 1]!) > Math.abs(h[pivot]![m - 1]!)) pivot = i;
    if (h[pivot]![m - 1]! === 0) continue;
    if (pivot !== m) {
      [h[pivot], h[m]] = [h[m]!, h[pivot]!];
      for (const row of h) [row[pivot], row[m]] = [row[m]!, row[pivot]!];
    }
    for (let i = m + 1; i < n; i++) {
      const factor = h[i]![m - 1]! / h[m]![m - 1]!;
      if (factor === 0) continue;
      for (let j = m - 1; j < n; j++) h[i]![j] = h[i]![j]! - factor * h[m]![j]!;
      for (const row of h) row[m] = row[m]! + factor * row[i]!;
      h[i]![m - 1] = 0;
    }
  }
}

function hessenbergEigenvalues(h: number[][]): Eigenvalue[] {
  const found: Eigenvalue[] = [];
  let norm = 0;
  for (const row of h) for (const value of row) norm += Math.abs(value);
  let end = h.length - 1;
  let shift = 0;
  let iteration = 0;
  while (end >= 0) {
    const start = smallSubdiagonal(h, end, norm);
    const x = h[end]![end]!;
    if (start === end) {
      found.push({ re: x + shift, im: 0 });
      end -= 1;
      iteration = 0;
      continue;
    }
    const y = h[end - 1]![end - 1]!;
    const w = h[end]![end - 1]! * h[end - 1]![end]!;
    if (start === end - 1) {
      found.push(...pairOf(x, y, w, shift));
      end -= 2;
      iteration = 0;
      continue;
    }
    if (++iteration > 60 || !Number.isFinite(norm)) throw badInput('The eigenvalues of the matrix do not settle.');
    if (iteration % 10 === 0) {
      // An exceptional shift breaks the rare cycles of the iteration.
      shift += x;
      for (let i = 0; i <= end; i++) h[i]![i] = h[i]![i]! - x;
      const s = Math.abs(h[end]![end - 1]!) + Math.abs(h[end - 1]![end - 2]!);
      doubleStep(h, start, end, 0.75 * s, 0.75 * s, -0.4375 * s * s);
    } else {
      doubleStep(h, start, end, x, y, w);
    }
  }
  return found;
}

function smallSubdiagonal(h: number[][], end: number, norm: number): number {
  for (let l = end; l > 0; l--) {
    const scale = Math.abs(h[l - 1]![l - 1]!) + Math.abs(h[l]![l]!) || norm;
    if (Math.abs(h[l]![l - 1]!) <= Number.EPSILON * scale) {
      h[l]![l - 1] = 0;
      return l;
    }
  }
  return 0;
}

function pairOf(x: number, y: number, w: number, shift: number): Eigenvalue[] {
  const p = 0.5 * (y - x);
  const q = p * p + w;
  const root = Math.sqrt(Math.abs(q));
  if (q < 0) {
    return [
      { re: x + p + shift, im: root },
      { re: x + p + shift, im: -root },
    ];
  }
  const z = p + (p >= 0 ? root : -root);
  const first = x + z + shift;
  return [
    { re: first, im: 0 },
    { re: z === 0 ? first : x - w / z + shift, im: 0 },
  ];
}

function doubleStep(h: number[][], start: number, end: number, x: number, y: number, w: number): void {
  let p = 0;
  let q = 0;
  let r = 0;
  let m = end - 2;
  for (; m >= start; m--) {
    const z = h[m]![m]!;
    p = ((x - z) * (y - z) - w) / h[m + 1]![m]! + h[m]![m + 1]!;
    q = h[m + 1]![m + 1]! - z - (x - z) - (y - z);
    r = h[m + 2]![m + 1]!;
    const scale = Math.abs(p) + Math.abs(q) + Math.abs(r);
    p /= scale;
    q /= scale;
    r /= scale;
    if (m === start) break;
    const left = Math.abs(h[m]![m - 1]!) * (Math.abs(q) + Math.abs(r));
    const right = Math.abs(p) * (Math.abs(h[m - 1]![m - 1]!) + Math.abs(z) + Math.abs(h[m + 1]![m + 1]!));
    if (left <= Number.EPSILON * right) break;
  }
  for (let i = m + 2; i <= end; i++) {
    h[i]![i - 2] = 0;
    if (i > m + 2) h[i]![i - 3] = 0;
  }
  for (let k = m; k < end; k++) {
    const last = k === end - 1;
    let scale = 1;
    if (k !== m) {
      p = h[k]![k - 1]!;
      q = h[k + 1]![k - 1]!;
      r = last ? 0 : h[k + 2]![k - 1]!;
      scale = Math.abs(p) + Math.abs(q) + Math.abs(r);
      if (scale === 0) continue;
      p /= scale;
      q /= scale;
      r /= scale;
    }
    const length = Math.sqrt(p * p + q * q + r * r);
    const s = p < 0 ? -length : length;
    if (k !== m) h[k]![k - 1] = -s * scale;
    else if (start !== m) h[k]![k - 1] = -h[k]![k - 1]!;
    p += s;
    const u = p / s;
    const v = q / s;
    const z = r / s;
    q /= p;
    r /= p;
    for (let j = k; j <= end; j++) {
      let sum = h[k]![j]! + q * h[k + 1]![j]!;
      if (!last) {
        sum += r * h[k + 2]![j]!;
        h[k + 2]![j] = h[k + 2]![j]! - sum * z;
      }
      h[k + 1]![j] = h[k + 1]![j]! - sum * v;
      h[k]![j] = h[k]![j]! - sum * u;
    }
    const bottom = Math.min(end, k + 3);
    for (let i = start; i <= bottom; i++) {
      const row = h[i]!;
      let sum = u * row[k]! + v * row[k + 1]!;
      if (!last) {
        sum += z * row[k + 2]!;
        row[k + 2] = row[k + 2]! - sum * r;
      }
      row[k + 1] = row[k + 1]! - sum * q;
      row[k] = row[k]! - sum;
    }
  }
}
