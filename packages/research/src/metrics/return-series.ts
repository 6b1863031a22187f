import { CandorError } from '@candor/domain/candor-error';

/**
 * Returns the simple returns of an equity curve, one fewer than its points. Throws `research.insufficient-data` for fewer than two
 * points and `research.bad-input` for a point that is not finite or, but for the last, not above 0, since no return starts from nothing.
 */
export function returnsFromEquity(equity: ArrayLike<number>): Float64Array {
  if (equity.length < 2) {
    throw new CandorError('research.insufficient-data', {
      kind: 'invalid',
      message: `Returns need an equity curve of at least 2 points; it has ${equity.length}.`,
    });
  }
  const returns = new Float64Array(equity.length - 1);
  for (let t = 1; t < equity.length; t++) {
    const before = equity[t - 1]!;
    const after = equity[t]!;
    if (!(before > 0) || !Number.isFinite(before) || !Number.isFinite(after)) {
      throw new CandorError('research.bad-input', {
        kind: 'invalid',
        message: `Equity must be finite and above 0 before each return; from point ${t - 1} to ${t} it goes from ${before} to ${after}.`,
      });
    }
    returns[t - 1] = after / before - 1;
  }
  return returns;
}

/** Returns the equity curve that starts at 1 and grows by the returns: one point more than there are returns. */
export function equityFromReturns(returns: ArrayLike<number>): Float64Array {
  const equity = new Float64Array(returns.length + 1);
  equity[0] = 1;
  for (let t = 0; t < returns.length; t++) equity[t + 1] = equity[t]! * (1 + returns[t]!);
  return equity;
}

/** Checks a return series. Throws `research.insufficient-data` for an empty one and `research.bad-input` for a value that is not finite. */
export function requireReturns(returns: ArrayLike<number>, name = 'returns'): void {
  if (returns.length === 0) {
    throw new CandorError('research.insufficient-data', { kind: 'invalid', message: `"${name}" is empty.` });
  }
  for (let t = 0; t < returns.length; t++) {
    if (!Number.isFinite(returns[t])) {
      throw new CandorError('research.bad-input', {
        kind: 'invalid',
        message: `"${name}" must be finite numbers; the one at ${t} is ${returns[t]}.`,
      });
    }
  }
}
