/** A line of a few dozen points without axes; the last one is dotted. The words beside it say what it shows. */
export function Sparkline({
  values,
  reference,
  width = 68,
  height = 24,
}: {
  readonly values: readonly number[];
  /** A dotted line across, the entry price for instance. */
  readonly reference?: number;
  readonly width?: number;
  readonly height?: number;
}) {
  if (values.length < 2) return null;
  const all = reference === undefined ? values : [...values, reference];
  const low = Math.min(...all);
  const span = Math.max(...all) - low || 1;
  const x = (index: number) => 2 + (index / (values.length - 1)) * (width - 6);
  const y = (value: number) => 3 + (1 - (value - low) / span) * (height - 6);
  const last = values.length - 1;
  return (
    <svg
      aria-hidden
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      className="inline-block align-middle"
    >
      {reference !== undefined && (
        <path d={`M2 ${y(reference)}H${width - 4}`} stroke="var(--text-3)" strokeWidth="1" strokeDasharray="1.5 2.5" />
      )}
      <path
        d={values
          .map((value, index) => `${index === 0 ? 'M' : 'L'}${x(index).toFixed(1)} ${y(value).toFixed(1)}`)
          .join('')}
        fill="none"
        stroke="var(--text-2)"
        strokeWidth="1.3"
        strokeLinejoin="round"
      />
      <circle cx={x(last)} cy={y(values[last] ?? 0)} r="2" fill="var(--text-2)" />
    </svg>
  );
}
