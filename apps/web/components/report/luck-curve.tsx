'use client';

import { useId } from 'react';
import { useWidth } from '@/components/charts/use-width';
import { counted, decimal, ratio } from '@/lib/format';
import { luckDensity, luckQuantile } from './luck-density';
import { oddsInWords } from './odds-in-words';
import { type Assessment, present } from './run-document';

type Luck = NonNullable<ReturnType<typeof luckOf>>;

/** Returns the luck in a run; undefined where it is not known. */
export function luckOf({ luck }: Assessment) {
  return present(luck);
}

const HEIGHT = 244;
const BASE = 178;
const TOP = 44;
const TAG = { width: 146, height: 36 };
/** Below this width the words stand under the curve. */
const ROOMY = 460;

/** What luck alone finds in so many tries, and where this run stands in it. */
export function LuckCurve({
  luck,
  interval,
}: {
  readonly luck: Luck;
  readonly interval: Assessment['sharpeInterval'];
}) {
  const [box, width] = useWidth();
  const tries = counted(luck.trials ?? 1, 'try', 'tries');
  const caption = captionOf(luck);
  return (
    <figure ref={box} className="min-w-0">
      <div style={{ height: HEIGHT }}>
        {width > 0 && <Curve luck={luck} interval={interval} width={width} tries={tries} />}
      </div>
      <figcaption className="mt-1 text-micro text-text-2">
        {width < ROOMY && (
          <>
            The curve is the best that {tries} without any skill {luck.trials === 1 ? 'finds' : 'find'}. The post is
            this run, {ratio(luck.sharpePerYear)}; the dashed line is what rules luck out,{' '}
            {ratio(luck.sharpeToRuleOutLuckPerYear)}.{' '}
          </>
        )}
        {caption}
      </figcaption>
    </figure>
  );
}

function Curve({
  luck,
  interval,
  width,
  tries,
}: {
  readonly luck: Luck;
  readonly interval: Assessment['sharpeInterval'];
  readonly width: number;
  readonly tries: string;
}) {
  const id = useId();
  const shape = { standardError: luck.standardErrorPerYear, tries: Math.max(1, luck.effectiveTrials) };
  const { sharpePerYear: run, sharpeToRuleOutLuckPerYear: hurdle } = luck;
  const marks = [run, hurdle, interval?.low ?? run, interval?.high ?? run];
  const edges = [luckQuantile(shape, 0.0005), luckQuantile(shape, 0.9995), ...marks];
  const span = Math.max(...edges) - Math.min(...edges);
  const low = Math.min(...edges) - span * 0.06;
  const high = Math.max(...edges) + span * 0.1;
  const x = (sharpe: number) => ((sharpe - low) / (high - low)) * width;
  const sharpeAt = (px: number) => low + (px / width) * (high - low);
  const points = Array.from({ length: Math.ceil(width / 2) + 1 }, (_, i) => {
    const px = Math.min(width, i * 2);
    return [px, luckDensity(shape, sharpeAt(px))] as const;
  });
  const peak = Math.max(...points.map(([, density]) => density));
  const y = (density: number) => BASE - (density / peak) * (BASE - TOP - 8);
  const draw = (some: readonly (readonly [number, number])[]) =>
    some.map(([px, density], i) => `${i === 0 ? 'M' : 'L'}${px} ${y(density).toFixed(1)}`).join('');
  const beyond: (readonly [number, number])[] = [
    [x(run), luckDensity(shape, run)],
    ...points.filter(([px]) => px > x(run)),
  ];
  const isRoomy = width >= ROOMY;
  const tagAt = Math.max(0, Math.min(width - TAG.width, x(run) - TAG.width - 6));
  const shareText = `${casesInWords(luck.luckShare)} skill-less searches land here`;
  const isShareRight = x(run) + 12 + shareText.length * 6.4 < width;
  const isHurdleRight = x(hurdle) + 172 < width;
  const bulkFrom = x(luckQuantile(shape, 0.02));
  return (
    <svg
      role="img"
      aria-label={`${luck.sentence} This run has ${ratio(run)}; ${ratio(hurdle)} would rule luck out.`}
      width={width}
      height={HEIGHT}
      className="block text-micro"
    >
      <defs>
        <pattern id={`${id}-hatch`} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0V5" stroke="var(--warn-fill)" strokeWidth="1.5" strokeOpacity="0.55" />
        </pattern>
      </defs>
      <path d={`${draw(points)}V${BASE}H0Z`} fill="var(--raised)" />
      {beyond.length > 1 && <path d={`${draw(beyond)}V${BASE}H${x(run).toFixed(1)}Z`} fill={`url(#${id}-hatch)`} />}
      <path d={draw(points)} fill="none" stroke="var(--text-2)" strokeWidth="1.4" />
      <path d={`M0 ${BASE}H${width}`} stroke="var(--line-strong)" />
      {ticksBetween(low, high, width).map((tick) => (
        <g key={tick}>
          <path d={`M${x(tick).toFixed(1)} ${BASE}v4`} stroke="var(--line-strong)" />
          <text x={x(tick)} y={BASE + 17} textAnchor="middle" fill="var(--text-2)">
            {decimal(tick, 1)}
          </text>
        </g>
      ))}
      <path d={`M${x(hurdle).toFixed(1)} 62V${BASE}`} stroke="var(--up)" strokeWidth="1.5" strokeDasharray="4 3" />
      <path d={`M${x(run).toFixed(1)} 16V${BASE}`} stroke="var(--text)" strokeWidth="2" />
      {isRoomy && (
        <>
          <text
            x={x(hurdle) + (isHurdleRight ? 7 : -7)}
            y={72}
            textAnchor={isHurdleRight ? 'start' : 'end'}
            fill="var(--up)"
            fontWeight="600"
            {...plate}
          >
            needed to rule out luck: {ratio(hurdle)}
          </text>
          <text
            x={isShareRight ? x(run) + 10 : tagAt - 10}
            y={26}
            textAnchor={isShareRight ? 'start' : 'end'}
            fill="var(--warn)"
            fontWeight="600"
            {...plate}
          >
            {shareText}
          </text>
          {bulkFrom > 116 && tagAt > 116 && (
            <text x={4} y={BASE - 42} fill="var(--text-2)">
              <tspan x={4}>
                What {tries} {luck.trials === 1 ? 'finds' : 'find'}
              </tspan>
              <tspan x={4} dy="15">
                with no skill at all
              </tspan>
            </text>
          )}
          <rect x={tagAt} y={0} width={TAG.width} height={TAG.height} rx="4" fill="var(--text)" />
          <text x={tagAt + 9} y={15} fill="var(--panel)" fontWeight="650">
            This run: Sharpe {ratio(run)}
          </text>
          <text x={tagAt + 9} y={29} fill="var(--panel)">
            {(luck.trials ?? 1) > 1 ? `${tries} on these bars` : 'the only try counted'}
          </text>
        </>
      )}
      {interval !== null && (
        <g stroke="var(--accent)" strokeWidth="1.6" fill="none">
          <path
            d={`M${x(interval.low)} 208V218M${x(interval.low)} 213H${x(interval.high)}M${x(interval.high)} 208V218`}
          />
          <circle cx={x(run)} cy={213} r="3.5" fill="var(--text)" stroke="var(--panel)" />
          <text x={Math.min(x(interval.low), width - 150)} y={237} fill="var(--text-2)" stroke="none">
            {oddsInWords(interval.level)}: {ratio(interval.low)} to {ratio(interval.high)}
          </text>
        </g>
      )}
    </svg>
  );
}

/** Keeps words readable where a line passes behind them. */
const plate = { stroke: 'var(--panel)', strokeWidth: 3, strokeOpacity: 0.88, paintOrder: 'stroke' } as const;

function captionOf({ trials, effectiveTrials }: Luck): string {
  const count = trials ?? 1;
  const worth =
    count > 1 && Math.abs(effectiveTrials - count) > 0.05
      ? ` The ${count} tries overlap, so they count as ${decimal(effectiveTrials, 1)} independent ones.`
      : '';
  const uncounted = trials === null ? ' Nobody counted the tries, so this is judged as one.' : '';
  return `Sharpe ratio per year.${worth}${uncounted}`;
}

/** Returns a share as cases: 64 of 100, and never 0 or 100 of 100. */
function casesInWords(share: number): string {
  if (share > 0.99) return 'over 99 of 100';
  if (share < 0.01) return 'under 1 of 100';
  return `${Math.round(share * 100)} of 100`;
}

function ticksBetween(low: number, high: number, width: number): readonly number[] {
  const most = Math.max(3, Math.floor(width / 70));
  const step = [0.1, 0.2, 0.5, 1, 2, 5, 10].find((each) => (high - low) / each <= most) ?? 20;
  const first = Math.ceil((low + (high - low) * 0.03) / step);
  const last = Math.floor((high - (high - low) * 0.03) / step);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => Math.round((first + i) * step * 10) / 10);
}
