import { badInput, badParam } from './math-error.ts';

/**
 * Returns P(X >= x) for a chi-square X with `df` degrees of freedom, to about 1e-12 relative also where it is tiny.
 * With 0 degrees of freedom all the mass is at 0. Throws `strategies.bad-param` for a negative `df`, `strategies.bad-input` for a negative x.
 * Source: regularised incomplete gamma function by series and by continued fraction (DLMF 8.7.1, 8.9.2).
 */
export function chiSquareSurvival(x: number, df: number): number {
  if (!(df >= 0 && Number.isFinite(df))) throw badParam(`"df" must be a number from 0 up; it is ${df}.`);
  if (!(x >= 0)) throw badInput(`A chi-square statistic is never below 0; it is ${x}.`);
  if (x === 0) return 1;
  if (df === 0 || x === Number.POSITIVE_INFINITY) return 0;
  const shape = df / 2;
  const half = x / 2;
  return half < shape + 1 ? 1 - lowerBySeries(shape, half) : upperByFraction(shape, half);
}

const ITERATIONS = 100_000;
const EPSILON = 2 ** -53;
const TINY = 1e-300;

function lowerBySeries(shape: number, x: number): number {
  let term = 1 / shape;
  let sum = term;
  for (let step = 1; step < ITERATIONS; step++) {
    term *= x / (shape + step);
    sum += term;
    if (term < sum * EPSILON) break;
  }
  return sum * Math.exp(shape * Math.log(x) - x - logGamma(shape));
}

// Lentz's method, with zero denominators moved to a tiny number.
function upperByFraction(shape: number, x: number): number {
  let b = x + 1 - shape;
  let c = 1 / TINY;
  let d = 1 / b;
  let fraction = d;
  for (let step = 1; step < ITERATIONS; step++) {
    const a = -step * (step - shape);
    b += 2;
    d = a * d + b;
    if (Math.abs(d) < TINY) d = TINY;
    c = b + a / c;
    if (Math.abs(c) < TINY) c = TINY;
    d = 1 / d;
    const change = c * d;
    fraction *= change;
    if (Math.abs(change - 1) <= 2 * EPSILON) break;
  }
  return fraction * Math.exp(shape * Math.log(x) - x - logGamma(shape));
}

// Lanczos 1964 with g = 7 and nine terms, about 1e-15 relative; the argument is above 0.
function logGamma(z: number): number {
  if (z < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * z)) - logGamma(1 - z);
  const shifted = z - 1;
  let sum = LANCZOS[0]!;
  for (let term = 1; term < LANCZOS.length; term++) sum += LANCZOS[term]! / (shifted + term);
  const t = shifted + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(t) - t + Math.log(sum);
}

const LANCZOS = [
  0.9999999999998099, 676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
];
