import { cn } from '@/lib/cn';
import { moneyChange, percentChange } from '@/lib/format';
import { Triangle } from './marks';

/** Returns the colour of a change. A level has none. */
export function changeColor(value: number): string {
  if (value > 0) return 'text-up';
  return value < 0 ? 'text-down' : 'text-flat';
}

/** A change: triangle, sign and value. */
export function Delta({
  value,
  text,
  className,
}: {
  readonly value: number;
  readonly text: string;
  readonly className?: string;
}) {
  return (
    <span className={cn('inline-flex items-center gap-1 whitespace-nowrap', changeColor(value), className)}>
      <Triangle of={value} />
      {text}
    </span>
  );
}

export function MoneyDelta({ usd, className }: { readonly usd: number; readonly className?: string }) {
  return <Delta value={usd} text={moneyChange(usd)} {...(className === undefined ? {} : { className })} />;
}

export function PercentDelta({ fraction, className }: { readonly fraction: number; readonly className?: string }) {
  return <Delta value={fraction} text={percentChange(fraction)} {...(className === undefined ? {} : { className })} />;
}

/** What is not there, in its word and greyed; the reason is in reach. */
export function Missing({ word = 'missing', because }: { readonly word?: string; readonly because?: string }) {
  return (
    <span className="text-text-3" title={because}>
      {word}
    </span>
  );
}
