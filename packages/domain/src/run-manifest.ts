import type { AccountType } from './account.ts';
import type { Json } from './json.ts';
import type { Provenance } from './ports/market-data-provider.ts';
import type { Timeframe } from './timeframe.ts';

/** Everything a run depends on. Two runs with equal manifests have equal results, bit for bit. */
export interface RunManifest {
  readonly schema: 'candor-run/1';
  readonly codeVersion: string;
  readonly data: {
    readonly symbol: string;
    /** The person's own file, where the bars are from one. */
    readonly file: string | null;
    readonly timeframe: Timeframe;
    /** First and last session, YYYY-MM-DD. */
    readonly from: string;
    readonly to: string;
    readonly bars: number;
    readonly sha256: string;
    readonly provenance: Provenance;
  };
  readonly strategy: {
    readonly id: string;
    /** The person's own file, where the strategy is from one, and its hash. */
    readonly file: string | null;
    readonly sourceSha256: string | null;
    readonly params: Readonly<Record<string, Json>>;
  };
  readonly account: { readonly type: AccountType; readonly startCashUsd: number };
  readonly sizing: { readonly id: string; readonly params: Readonly<Record<string, Json>> };
  readonly limits: Readonly<Record<string, Readonly<Record<string, Json>>>>;
  readonly costs: Json;
  readonly execution: {
    readonly allowShort: boolean;
    readonly fillOnTouch: boolean;
    /** Null switches the cap off. */
    readonly maxVolumeShare: number | null;
    readonly entryReserve: number;
  };
  readonly seed: number;
  /** Distinct configurations tried on this data, this one counted; null where nobody counted. */
  readonly trials: number | null;
}
