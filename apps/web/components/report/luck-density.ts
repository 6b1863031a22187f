/** What the best of some tries without any skill looks like. Ratios are a year. */
export interface LuckShape {
  /** Of the Sharpe ratio of a single try without any skill. */
  readonly standardError: number;
  /** Independent tries, at least 1; need not be whole. */
  readonly tries: number;
}

/** Returns the density of the best Sharpe ratio of the tries: N Phi(x/e)^(N-1) phi(x/e)/e. */
export function luckDensity({ standardError, tries }: LuckShape, sharpe: number): number {
  const z = sharpe / standardError;
  return (tries * normalCdf(z) ** (tries - 1) * normalDensity(z)) / standardError;
}

/** Returns the Sharpe ratio that the best of the tries stays below with this probability, found by halving. */
export function luckQuantile({ standardError, tries }: LuckShape, probability: number): number {
  let low = -12;
  let high = 12;
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (normalCdf(middle) ** tries < probability) low = middle;
    else high = middle;
  }
  return ((low + high) / 2) * standardError;
}

function normalDensity(z: number): number {
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
}

/** Abramowitz and Stegun 7.1.26; its error of 1.5e-7 is far below a pixel. */
function normalCdf(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const series = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  const beyond = (series * Math.exp(-x * x)) / 2;
  return z < 0 ? beyond : 1 - beyond;
}
