import { BadgeCheck, CircleSlash, Dices, Hourglass, type LucideIcon, Scale } from 'lucide-react';
import { Chip } from '@/components/parts/chip';
import type { VerdictId } from './run-document';

type Tone = 'plain' | 'up' | 'warn' | 'muted';

/** The rungs of the verdict in their order, each with its words and its sign. */
export const verdicts: Readonly<
  Record<VerdictId, { readonly title: string; readonly icon: LucideIcon; readonly tone: Tone }>
> = {
  'cannot-say': { title: 'Cannot say', icon: Hourglass, tone: 'plain' },
  'no-edge': { title: 'No edge', icon: CircleSlash, tone: 'plain' },
  'probably-luck': { title: 'Probably luck', icon: Dices, tone: 'warn' },
  'not-proven': { title: 'Not proven', icon: Scale, tone: 'plain' },
  'holds-up-so-far': { title: 'Holds up so far', icon: BadgeCheck, tone: 'up' },
};

/** Returns whether the server's word is a verdict we know. */
function isVerdict(id: string): id is VerdictId {
  return id in verdicts;
}

/** What a run came to, in two words and a sign. */
export function VerdictChip({ of }: { readonly of: string }) {
  if (!isVerdict(of)) return <Chip>{of}</Chip>;
  const { title, icon: Icon, tone } = verdicts[of];
  return (
    <Chip tone={tone}>
      <Icon aria-hidden /> {title}
    </Chip>
  );
}

/** Returns a verdict in two words. */
export function verdictTitle(id: string): string {
  return isVerdict(id) ? verdicts[id].title : id;
}
