import { badInput } from './math-error.ts';

const SQRT_TWO_PI = 2.5066282746310002;
const INVERSE_SQRT_TWO_PI = 0.3989422804014327;

/** Returns the density of the standard normal law at `x`. */
export function normalPdf(x: number): number {
  return Math.exp(-0.5 * x * x) / SQRT_TWO_PI;
}

/**
 * Returns P(Z <= x) for a standard normal Z, to about 1e-15 relative also far out in both tails; NaN for NaN.
 * Source: Cody 1969, Rational Chebyshev approximations for the error function, Math. Comp. 23, 631-637.
 */
export function normalCdf(x: number): number {
  const y = Math.abs(x);
  if (y <= CENTRAL_LIMIT) {
    const square = y * y;
    return 0.5 + (x * polynomial(CENTRAL_TOP, square)) / polynomial(CENTRAL_BOTTOM, square);
  }
  if (Number.isNaN(y)) return Number.NaN;
  const tail = y <= TAIL_LIMIT ? middleTail(y) : y < VANISHING ? farTail(y) : 0;
  return x > 0 ? 1 - tail : tail;
}

/**
 * Returns the x at which P(Z <= x) = p for a standard normal Z, to about 1e-15 relative; -Infinity at 0 and Infinity at 1.
 * Throws `strategies.bad-input` when p is outside [0,1].
 * Source: Wichura 1988, Algorithm AS 241 (PPND16), Applied Statistics 37, 477-484.
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) {
    throw badInput(`A probability must lie in [0,1]; the normal quantile was asked for p = ${p}.`);
  }
  const offset = p - 0.5;
  if (Math.abs(offset) <= 0.425) {
    const r = 0.180625 - offset * offset;
    return (offset * polynomial(QUANTILE_A, r)) / polynomial(QUANTILE_B, r);
  }
  const smaller = offset < 0 ? p : 1 - p;
  if (smaller === 0) return offset < 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  const r = Math.sqrt(-Math.log(smaller));
  const x =
    r <= 5
      ? polynomial(QUANTILE_C, r - 1.6) / polynomial(QUANTILE_D, r - 1.6)
      : polynomial(QUANTILE_E, r - 5) / polynomial(QUANTILE_F, r - 5);
  return offset < 0 ? -x : x;
}

const CENTRAL_LIMIT = 0.67448975;
const TAIL_LIMIT = 5.656854249492381;
// From here on the tail is below the smallest double.
const VANISHING = 39;

function middleTail(y: number): number {
  return (halfSquareExponential(y) * polynomial(MIDDLE_TOP, y)) / polynomial(MIDDLE_BOTTOM, y);
}

function farTail(y: number): number {
  const r = 1 / (y * y);
  const correction = (r * polynomial(FAR_TOP, r)) / polynomial(FAR_BOTTOM, r);
  return (halfSquareExponential(y) * (INVERSE_SQRT_TWO_PI - correction)) / y;
}

// exp(-y*y/2) with y*y split in two, so that the rounding of a large square does not grow into the result.
function halfSquareExponential(y: number): number {
  const coarse = Math.trunc(y * 16) / 16;
  return Math.exp(-0.5 * coarse * coarse) * Math.exp(-0.5 * (y - coarse) * (y + coarse));
}

// Horner; coefficients from the constant upwards.
function polynomial(coefficients: readonly number[], x: number): number {
  let value = 0;
  for (let degree = coefficients.length - 1; degree >= 0; degree--) value = value * x + coefficients[degree]!;
  return value;
}

const CENTRAL_TOP = [
  18154.98125334356, 1067.6894854603709, 161.02823106855587, 2.2352520354606837, 0.06568233791820745,
];
const CENTRAL_BOTTOM = [45507.78933502673, 10260.932208618979, 976.0985517377767, 47.202581904688245, 1];
const MIDDLE_TOP = [
  9842.714838383978, 11602.65143764735, 6848.190450536283, 2494.5375852903726, 597.2702763948002, 93.50665613217785,
  8.883149794388377, 0.39894151208813466, 1.0765576773720192e-8,
];
const MIDDLE_BOTTOM = [
  19685.429676859992, 38912.00328609327, 34900.95272114598, 18615.571640885097, 6485.558298266761, 1519.3775994075547,
  235.387901782625, 22.266688044328117, 1,
];
const FAR_TOP = [
  2.9112874951168793e-5, 0.0014216191932278934, 0.022235277870649807, 0.12740116116024736, 0.215898534057957,
  0.023073441764940174,
];
const FAR_BOTTOM = [
  7.297515550839662e-5, 0.0037823963320275824, 0.06598813786892856, 0.4682382124808651, 1.284260096144911, 1,
];

const QUANTILE_A = [
  3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987, 67265.7709270087,
  33430.57558358813, 2509.0809287301227,
];
const QUANTILE_B = [
  1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271, 28729.085735721943,
  5226.495278852854,
];
const QUANTILE_C = [
  1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684, 0.2417807251774506,
  0.022723844989269184, 0.0007745450142783414,
];
const QUANTILE_D = [
  1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
  0.0005475938084995345, 1.0507500716444169e-9,
];
const QUANTILE_E = [
  6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
  0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7,
];
const QUANTILE_F = [
  1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133, 1.8463183175100548e-5,
  1.421511758316446e-7, 2.0442631033899397e-15,
];
