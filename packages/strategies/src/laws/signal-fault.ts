import type { DirectionalSignal, Signal } from '@candor/domain/signal';

/** Returns what is wrong with a signal given at this close, to follow "the signal", or undefined for a sound one. */
export function faultOfSignal(signal: Signal, close: number): string | undefined {
  if (!['long', 'short', 'flat', 'abstain'].includes(signal.want)) {
    return `wants "${String(signal.want)}"; it may want long, short, flat or abstain`;
  }
  return (
    faultOfReasons(signal.reasons) ??
    faultOfFeatures(signal.features) ??
    (signal.want === 'abstain' ? faultOfCode(signal.code) : faultOfOpinion(signal, close))
  );
}

function faultOfReasons(reasons: unknown): string | undefined {
  if (!Array.isArray(reasons) || reasons.length === 0) return 'gives no reason';
  return reasons.every((reason) => typeof reason === 'string' && reason.trim() !== '')
    ? undefined
    : 'gives an empty reason';
}

function faultOfFeatures(features: Signal['features']): string | undefined {
  for (const [name, value] of Object.entries(features ?? {})) {
    if (!Number.isFinite(value)) return `has ${String(value)} as its feature "${name}"; leave out what is not known`;
  }
  return undefined;
}

function faultOfCode(code: unknown): string | undefined {
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]*$/.test(code)
    ? undefined
    : `abstains with the code ${JSON.stringify(code)}; a code is in CAPITALS`;
}

function faultOfOpinion(signal: DirectionalSignal, close: number): string | undefined {
  const { want, confidence, probabilityUp, horizonBars, stop, targets, invalidation } = signal;
  if (!isShare(confidence)) return `has a confidence of ${confidence}, which is not in [0,1]`;
  if (probabilityUp !== undefined && !isShare(probabilityUp)) {
    return `has a probabilityUp of ${probabilityUp}, which is not in [0,1]`;
  }
  if (horizonBars !== undefined && !(Number.isInteger(horizonBars) && horizonBars >= 1)) {
    return `has a horizon of ${horizonBars} bars; it must be a whole number from 1 up`;
  }
  if (targets !== undefined && !Array.isArray(targets)) return 'has targets that are no list';
  const side = want === 'long' ? 1 : want === 'short' ? -1 : 0;
  return (
    faultOfLevel('stop', stop, close, -side) ??
    faultOfLevel('invalidation', invalidation, close, -side) ??
    faultOfTargets(targets ?? [], close, side)
  );
}

function faultOfTargets(targets: readonly number[], close: number, side: number): string | undefined {
  for (const [i, target] of targets.entries()) {
    const fault = faultOfLevel('target', target, close, side);
    if (fault) return fault;
    if (i > 0 && (target - targets[i - 1]!) * side < 0) return 'has targets that are not in order, nearest first';
  }
  return undefined;
}

/** `side` is 1 where the level must stand above the close, -1 below, 0 anywhere. */
function faultOfLevel(name: string, level: number | undefined, close: number, side: number): string | undefined {
  if (level === undefined) return undefined;
  if (!(Number.isFinite(level) && level > 0)) return `has a ${name} of ${level}, which is no price`;
  if ((level - close) * side > 0 || side === 0) return undefined;
  return `has a ${name} of ${level} on the wrong side of the close ${close}`;
}

function isShare(value: number): boolean {
  return value >= 0 && value <= 1;
}
