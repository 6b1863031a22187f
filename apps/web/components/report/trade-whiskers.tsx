import { percentChange } from '@/lib/format';

const WIDTH = 124;
const HEIGHT = 20;

/** How far a trade went against and for its holder, and where it ended: on one scale for all trades. */
export function TradeWhiskers({
  worst,
  best,
  result,
  range,
}: {
  readonly worst: number;
  readonly best: number;
  /** Undefined while the trade is open. */
  readonly result: number | undefined;
  readonly range: { readonly low: number; readonly high: number };
}) {
  const x = (fraction: number) => 5 + ((fraction - range.low) / (range.high - range.low)) * (WIDTH - 10);
  const words = `worst ${percentChange(worst)}, ${result === undefined ? 'still open' : `result ${percentChange(result)}`}, best ${percentChange(best)}`;
  const color =
    result === undefined ? 'var(--text-2)' : result > 0 ? 'var(--up)' : result < 0 ? 'var(--down)' : 'var(--flat)';
  return (
    <span title={words}>
      <span className="sr-only">{words}</span>
      <svg aria-hidden width={WIDTH} height={HEIGHT} className="inline-block align-middle">
        <path d={`M${x(0)} 3V17`} stroke="var(--line-strong)" />
        <path
          d={`M${x(worst)} 6V14M${x(worst)} 10H${x(best)}M${x(best)} 6V14`}
          stroke="var(--text-3)"
          strokeWidth="1.2"
          fill="none"
        />
        {result !== undefined && (
          <rect
            x={x(result) - 3.5}
            y={6.5}
            width={7}
            height={7}
            fill={result > 0 ? 'var(--panel)' : color}
            stroke={color}
            strokeWidth="1.5"
          />
        )}
      </svg>
    </span>
  );
}
