import { CandorError } from '@candor/domain/candor-error';

export interface SessionCloses {
  /** The starting equity, then the equity at the last bar of each session. */
  readonly equity: Float64Array;
  /** Day number of each session; the close of session i is point i + 1 of the curve. */
  readonly sessions: Int32Array;
  /** Row of the last bar of each session. */
  readonly rows: Int32Array;
}

/**
 * Returns an equity curve of one point a session, so that statistics of intraday bars are annualised by sessions like those of daily
 * bars. Throws `research.length-mismatch` when the columns differ in length, `research.insufficient-data` when they are empty.
 */
export function atSessionCloses(startUsd: number, equityUsd: Float64Array, session: Int32Array): SessionCloses {
  const bars = equityUsd.length;
  if (session.length !== bars) {
    throw new CandorError('research.length-mismatch', {
      kind: 'invalid',
      message: `"session" has ${session.length} rows and the equity column ${bars}; every bar needs both.`,
    });
  }
  if (bars === 0) {
    throw new CandorError('research.insufficient-data', { kind: 'invalid', message: 'The equity column has no bars.' });
  }
  let count = 0;
  for (let t = 0; t < bars; t++) if (t + 1 === bars || session[t + 1] !== session[t]) count++;
  const equity = new Float64Array(count + 1);
  const sessions = new Int32Array(count);
  const rows = new Int32Array(count);
  equity[0] = startUsd;
  let point = 0;
  for (let t = 0; t < bars; t++) {
    if (t + 1 < bars && session[t + 1] === session[t]) continue;
    sessions[point] = session[t]!;
    rows[point] = t;
    equity[++point] = equityUsd[t]!;
  }
  return { equity, sessions, rows };
}

/** Returns the curve up to its first point at or below 0: no return starts from nothing, so after it there are none. */
export function untilRuin(equity: Float64Array): Float64Array {
  const ruin = equity.findIndex((value) => value <= 0);
  return ruin > 0 ? equity.subarray(0, ruin + 1) : equity;
}
