/** A result from the middle: a loss to the left, solid, a gain to the right, hollow; `share` is of the largest, −1 to 1. */
export function ResultBar({ share }: { readonly share: number }) {
  const width = Math.min(1, Math.abs(share)) * 50;
  return (
    <div aria-hidden className="relative h-3 min-w-16">
      <div className="absolute inset-y-0 left-1/2 w-px bg-line-strong" />
      <div
        className={
          share < 0
            ? 'absolute inset-y-0.5 rounded-mark border border-down bg-down'
            : 'absolute inset-y-0.5 rounded-mark border border-up'
        }
        style={{ left: share < 0 ? `${50 - width}%` : '50%', width: `${width}%` }}
      />
    </div>
  );
}
