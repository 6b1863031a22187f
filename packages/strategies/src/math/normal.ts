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
  const tail = y <= TAIL_LIMIT ? middleTail(y) : farTail(y);
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

const CENTRAL_TOP = [18154.981253343561249, 1067.6894854603709582, 161.02823106855587881, 2.2352520354606839287, 0.065682337918207449113];
const CENTRAL_BOTTOM = [45507.789335026729956, 10260.932208618978205, 976.09855173777669322, 47.20258190468824187, 1];
const MIDDLE_TOP = [
  9842.7148383839780218, 11602.651437647350124, 6848.1904505362823326, 2494.5375852903726711, 597.27027639480026226,
  93.506656132177855979, 8.8831497943883759412, 0.39894151208813466764, 1.0765576773720192317e-8,
];
const MIDDLE_BOTTOM = [
  19685.429676859990727, 38912.003286093271411, 34900.952721145977266, 18615.571640885098091, 6485.558298266760755,
  1519.377599407554805, 235.38790178262499861, 22.266688044328115691, 1,
];
const FAR_TOP = [
  2.9112874951168792e-5, 0.001421619193227893466, 0.022235277870649807, 0.1274011611602473639, 0.21589853405795699,
  0.02307344176494017303,
];
const FAR_BOTTOM = [
  7.29751555083966205e-5, 0.00378239633202758244, 0.0659881378689285515, 0.468238212480865118, 1.28426009614491121, 1,
];

const QUANTILE_A = [
  3.387132872796366608, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125, 45921.953931549871457,
  67265.770927008700853, 33430.575583588128105, 2509.0809287301226727,
];
const QUANTILE_B = [
  1, 42.313330701600911252, 687.1870074920579083, 5394.1960214247511077, 21213.794301586595867, 39307.89580009271061,
  28729.085735721942674, 5226.495278852854561,
];
const QUANTILE_C = [
  1.42343711074968357734, 4.6303378461565452959, 5.7694972214606914055, 3.64784832476320460504, 1.27045825245236838258,
  0.24178072517745061177, 0.0227238449892691845833, 7.7454501427834140764e-4,
];
const QUANTILE_D = [
  1, 2.05319162663775882187, 1.6763848301838038494, 0.68976733498510000455, 0.14810397642748007459,
  0.0151986665636164571966, 5.475938084995344946e-4, 1.05075007164441684324e-9,
];
const QUANTILE_E = [
  6.6579046435011037772, 5.4637849111641143699, 1.7848265399172913358, 0.29656057182850489123, 0.026532189526576123093,
  0.0012426609473880784386, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
];
const QUANTILE_F = [
  1, 0.59983220655588793769, 0.13692988092273580531, 0.0148753612908506148525, 7.868691311456132591e-4,
  1.8463183175100546818e-5, 1.4215117583164458887e-7, 2.04426310338993978564e-15,
];
