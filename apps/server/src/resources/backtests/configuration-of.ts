import { fingerprintJson } from '../fingerprint.ts';
import type { Manifest } from './manifest-schema.ts';

/** Returns the name of the bars a run was tried on, whatever its range. */
export function datasetOf({ data }: Manifest): string {
  return `${data.provenance.provider}:${data.symbol}:${data.timeframe}`;
}

/** Returns the SHA-256, in hex, of everything that was chosen for a run; two runs that share it are one try. */
export function configurationOf({ strategy, sizing, limits, costs, execution }: Manifest): string {
  const { id, sourceSha256, params } = strategy;
  return fingerprintJson({ strategy: { id, sourceSha256, params }, sizing, limits, costs, execution });
}
