import { Ban, Check, CircleDashed, type LucideIcon, OctagonX, TimerOff, X } from 'lucide-react';
import { cn } from '@/lib/cn';
import { type OrderLine, stateWords } from './order-line';

const icons: Record<OrderLine['state'], { readonly icon: LucideIcon; readonly color: string }> = {
  working: { icon: CircleDashed, color: 'text-accent' },
  'partially-filled': { icon: CircleDashed, color: 'text-accent' },
  filled: { icon: Check, color: 'text-text' },
  cancelled: { icon: X, color: 'text-text-2' },
  expired: { icon: TimerOff, color: 'text-text-2' },
  rejected: { icon: OctagonX, color: 'text-halt' },
  refused: { icon: Ban, color: 'text-halt' },
};

/** The state of an order as icon and word; with a question mark while the server cannot be asked. */
export function OrderState({
  state,
  isKnown = true,
}: {
  readonly state: OrderLine['state'];
  readonly isKnown?: boolean;
}) {
  const { icon: Icon, color } = icons[state];
  const isOpen = state === 'working' || state === 'partially-filled';
  return (
    <span className={cn('inline-flex items-center gap-1.5 whitespace-nowrap', color)}>
      <Icon aria-hidden className="size-3.5 shrink-0" />
      {stateWords[state]}
      {isOpen && !isKnown && '?'}
    </span>
  );
}
