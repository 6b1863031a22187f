'use client';

import { useWidth } from '@/components/charts/use-width';
import { Panel } from '@/components/parts/panel';
import { percentChange, ratio } from '@/lib/format';
import { absence, type RunDocument } from './run-document';

const HEIGHT = 132;
const BASE = 92;
const TOP = 26;

type CostRun = NonNullable<RunDocument['costSensitivity']>['runs'][number];

/** What is left of the Sharpe ratio when trading costs more. */
export function CostSensitivityPanel({ document }: { readonly document: RunDocument }) {
  const { costSensitivity } = document;
  const [box, width] = useWidth();
  const runs = costSensitivity?.runs ?? [];
  return (
    <Panel
      title="Sharpe when costs rise"
      receipt={costSensitivity === undefined ? undefined : <span>{costSensitivity.note}</span>}
    >
      {runs.length < 2 ? (
        <p className="text-small text-text-2">
          {costSensitivity?.missingBecause ?? absence(costSensitivity, 'the run at other costs')}
        </p>
      ) : (
        <div ref={box}>
          <div style={{ height: HEIGHT }}>{width > 0 && <Steps runs={runs} width={width} />}</div>
          {costSensitivity?.missingBecause !== null && (
            <p className="text-micro text-text-2">{costSensitivity?.missingBecause}</p>
          )}
        </div>
      )}
    </Panel>
  );
}

function Steps({ runs, width }: { readonly runs: readonly CostRun[]; readonly width: number }) {
  const known = runs.flatMap(({ sharpe }) => (sharpe === null ? [] : [sharpe]));
  const low = Math.min(0, ...known);
  const high = Math.max(0, ...known);
  const x = (place: number) => ((place + 0.5) / runs.length) * width;
  const y = (sharpe: number) =>
    high === low ? (TOP + BASE) / 2 : TOP + ((high - sharpe) / (high - low)) * (BASE - TOP - 8);
  const points = runs.flatMap(({ sharpe }, place) => (sharpe === null ? [] : [[x(place), y(sharpe)] as const]));
  const summary = runs
    .map(
      ({ multiple, sharpe, totalReturn }) =>
        `${nameOf(multiple)}: Sharpe ${sharpe === null ? 'missing' : ratio(sharpe)}, ${percentChange(totalReturn)}`,
    )
    .join('; ');
  return (
    <svg role="img" aria-label={summary} width={width} height={HEIGHT} className="block text-micro">
      <path d={`M0 ${BASE}H${width}`} stroke="var(--line-strong)" strokeOpacity="0.7" />
      {low < 0 && <path d={`M0 ${y(0)}H${width}`} stroke="var(--line-strong)" strokeDasharray="2 3" />}
      <path
        d={`M${points.map(([px, py]) => `${px} ${py}`).join('L')}`}
        fill="none"
        stroke="var(--text)"
        strokeWidth="1.4"
      />
      {runs.map(({ multiple, sharpe, totalReturn }, place) => (
        <g key={multiple}>
          {sharpe !== null && (
            <>
              <circle
                cx={x(place)}
                cy={y(sharpe)}
                r="3.5"
                fill={multiple === 1 ? 'var(--text)' : 'var(--panel)'}
                stroke="var(--text)"
                strokeWidth="1.4"
              />
              <text x={x(place)} y={y(sharpe) - 9} textAnchor="middle" fill="var(--text)" fontWeight="600">
                {ratio(sharpe)}
              </text>
            </>
          )}
          <text x={x(place)} y={BASE + 17} textAnchor="middle" fill="var(--text)">
            {nameOf(multiple)}
          </text>
          <text x={x(place)} y={BASE + 32} textAnchor="middle" fill="var(--text-2)">
            {percentChange(totalReturn)}
          </text>
        </g>
      ))}
    </svg>
  );
}

function nameOf(multiple: number): string {
  if (multiple === 0) return 'no costs';
  return multiple === 1 ? 'as run' : `×${multiple}`;
}
