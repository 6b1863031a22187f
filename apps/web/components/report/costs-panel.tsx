import { Check } from 'lucide-react';
import { Missing } from '@/components/parts/delta';
import { Panel } from '@/components/parts/panel';
import { basisPoints, counted, money, percent, wholeMoney } from '@/lib/format';
import { metricText } from './metric-text';
import type { RunDocument } from './run-document';

/** What trading cost, of what, and how much of the earnings it took. */
export function CostsPanel({ document }: { readonly document: RunDocument }) {
  const { costs, manifest, assessment } = document;
  const told = (id: string) => assessment.metrics.find((metric) => metric.id === id);
  const share = told('costShare');
  const total = told('costs')?.value ?? undefined;
  const parts = costs.commissionUsd + costs.slippageUsd;
  const ties = total !== undefined && Math.abs(total - parts) < 0.005;
  const { commission, slippageBps } = manifest.costs;
  return (
    <Panel
      title="Costs"
      receipt={
        <>
          <span>
            {basisPoints(slippageBps)} slippage,{' '}
            {commission.kind === 'bps'
              ? `${basisPoints(commission.bps)} commission`
              : `$${commission.feePerShareUsd} a share, at least ${money(commission.minimumUsd)} a fill`}
          </span>
          {ties && (
            <span className="inline-flex items-center gap-1">
              <Check aria-hidden className="size-3.5 text-up" /> commission + slippage = costs
            </span>
          )}
        </>
      }
    >
      <dl className="grid grid-cols-[1fr_auto] gap-y-1.5">
        <Row name="Commission">{money(costs.commissionUsd)}</Row>
        <Row name="Slippage">{money(costs.slippageUsd)}</Row>
        {total !== undefined && !ties && <Row name="Borrowing">{money(total - parts)}</Row>}
        <Row name="Together" strong>
          {total === undefined ? <Missing because={told('costs')?.missingBecause ?? ''} /> : money(total)}
        </Row>
        <Row name="Share of the earnings before costs">
          {share === undefined || share.value === null ? (
            <Missing because={share?.missingBecause ?? 'It is not defined for this run.'} />
          ) : (
            percent(share.value)
          )}
        </Row>
        {['turnover', 'doubledCostReturn'].map((id) => {
          const metric = told(id);
          if (metric === undefined || metric.value === null) return null;
          return (
            <Row key={id} name={metric.label}>
              {metricText(metric, metric.value)}
            </Row>
          );
        })}
      </dl>
      <p className="mt-2 text-micro text-text-2">
        {counted(costs.fills, 'fill')} of {wholeMoney(costs.tradedUsd)} in all.
      </p>
    </Panel>
  );
}

function Row({
  name,
  strong = false,
  children,
}: {
  readonly name: string;
  readonly strong?: boolean;
  readonly children: React.ReactNode;
}) {
  return (
    <>
      <dt className={strong ? 'border-line border-t pt-1.5 font-semibold' : 'text-text-2'}>{name}</dt>
      <dd className={strong ? 'border-line border-t pt-1.5 text-right font-semibold' : 'text-right'}>{children}</dd>
    </>
  );
}
