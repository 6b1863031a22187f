import type { Schemas } from '@/lib/api/client';

export type CostTerms = Pick<
  Schemas['BacktestsRunBody'],
  'slippageBps' | 'feePerShareUsd' | 'minimumFeeUsd' | 'commissionBps'
>;

export type CostPresetId = 'none' | 'realistic' | 'harsh' | 'custom';

export interface CostPreset {
  readonly id: Exclude<CostPresetId, 'custom'>;
  readonly title: string;
  readonly terms: CostTerms;
  /** What it charges, in a sentence. */
  readonly says: string;
}

/** The costs one click away. Harsh is four times realistic, the last step of the cost sensitivity in a report. */
export const costPresets: readonly CostPreset[] = [
  {
    id: 'none',
    title: 'None',
    terms: { slippageBps: 0, commissionBps: 0 },
    says: 'No slippage and no commission. Real trading has both, so the verdict counts this against the run.',
  },
  {
    id: 'realistic',
    title: 'Realistic',
    terms: { slippageBps: 5, feePerShareUsd: 0.005, minimumFeeUsd: 1 },
    says: '5 bp slippage, $0.005 a share, at least $1 a fill. Fills at the next open.',
  },
  {
    id: 'harsh',
    title: 'Harsh',
    terms: { slippageBps: 20, feePerShareUsd: 0.02, minimumFeeUsd: 4 },
    says: '20 bp slippage, $0.02 a share, at least $4 a fill: four times realistic. Fills at the next open.',
  },
];

/** Returns the preset that charges exactly this, or "custom". */
export function presetOf(terms: CostTerms): CostPresetId {
  const same = (one: CostTerms) =>
    one.slippageBps === terms.slippageBps &&
    one.commissionBps === terms.commissionBps &&
    (one.commissionBps !== undefined ||
      (one.feePerShareUsd === terms.feePerShareUsd && one.minimumFeeUsd === terms.minimumFeeUsd));
  return costPresets.find((preset) => same(preset.terms))?.id ?? 'custom';
}
