import type { AccountType } from './account.ts';
import type { Json } from './json.ts';
import type { Provenance } from './ports/market-data-provider.ts';
import type { Timeframe } from './timeframe.ts';

/** Everything a run depends on. Two runs with equal manifests have equal results, bit for bit. */
export interface RunManifest {
  readonly schema: 'candor-run/1';
  readonly codeVersion: string;
  readonly data: readonly {
    readonly symbol: string;
    readonly timeframe: Timeframe;
    /** First and last session, YYYY-MM-DD. */
    readonly from: string;
    readonly to: string;
    readonly bars: number;
    readonly sha256: string;
    readonly provenance: Provenance;
  }[];
  readonly strategy: {
    readonly id: string;
    readonly params: Json;
    /** Of the file, for a strategy of the person's own. */
    readonly sourceSha256: string | undefined;
  };
  readonly account: { readonly type: AccountType; readonly startCashUsd: number };
  readonly sizing: { readonly id: string; readonly params: Json };
  readonly limits: Json;
  readonly costs: Json;
  readonly allowShort: boolean;
  readonly seed: number;
  /** Distinct configurations tried on this data up to and with this one, or null where nobody counts. */
  readonly trial: number | null;
}
