import { CostParams } from '@candor/brokers/paper/costs';
import type { RunManifest } from '@candor/domain/run-manifest';
import { TIMEFRAMES } from '@candor/domain/timeframe';
import { z } from 'zod';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in hex');
const Params = z.record(z.string(), z.json());

/** A manifest as it comes back from a file. */
export const ManifestSchema = z.object({
  schema: z.literal('candor-run/1'),
  codeVersion: z.string(),
  data: z.object({
    symbol: z.string(),
    file: z.string().nullable(),
    timeframe: z.enum(TIMEFRAMES),
    from: z.iso.date(),
    to: z.iso.date(),
    bars: z.int().min(1),
    sha256: Sha256,
    provenance: z.object({
      provider: z.string(),
      source: z.string(),
      adjustment: z.enum(['raw', 'splits', 'splits-and-dividends', 'none-needed']),
      synthetic: z.boolean(),
      note: z.string().optional(),
    }),
  }),
  strategy: z.object({
    id: z.string(),
    file: z.string().nullable(),
    sourceSha256: Sha256.nullable(),
    params: Params,
  }),
  account: z.object({ type: z.enum(['cash', 'margin']), startCashUsd: z.number().positive().max(1e9) }),
  sizing: z.object({ id: z.string(), params: Params }),
  limits: z.record(z.string(), Params),
  costs: CostParams,
  execution: z.object({
    allowShort: z.boolean(),
    fillOnTouch: z.boolean(),
    maxVolumeShare: z.number().positive().max(1).nullable(),
    entryReserve: z.number().min(0).max(0.5),
  }),
  seed: z.int().min(0).max(0xffff_ffff),
  trials: z.int().min(1).nullable(),
}) satisfies z.ZodType<RunManifest>;

export type Manifest = z.infer<typeof ManifestSchema>;
