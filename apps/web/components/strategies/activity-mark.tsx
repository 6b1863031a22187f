import { type Condition, ConditionMark } from '@/components/parts/marks';
import { cn } from '@/lib/cn';
import type { Activity } from './strategy-rows';

const shown: Readonly<Record<Activity, { readonly word: string; readonly mark: Condition; readonly color: string }>> = {
  running: { word: 'On', mark: 'ok', color: 'text-up' },
  halted: { word: 'On, halted', mark: 'down', color: 'text-halt' },
  paused: { word: 'On, paused', mark: 'slow', color: 'text-warn' },
  created: { word: 'Ready', mark: 'off', color: 'text-text-2' },
  off: { word: 'Off', mark: 'off', color: 'text-text-3' },
};

/** Returns the word for how far something trades. */
export function activityWord(activity: Activity): string {
  return shown[activity].word;
}

/** How far something trades: shape and word. */
export function ActivityMark({ activity }: { readonly activity: Activity }) {
  const { word, mark, color } = shown[activity];
  return (
    <span className={cn('inline-flex items-center gap-1.5 whitespace-nowrap', color)}>
      {activity !== 'off' && <ConditionMark of={mark} word="State" />}
      {word}
    </span>
  );
}
