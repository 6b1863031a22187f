'use client';

import { Flag, OctagonX, TriangleAlert } from 'lucide-react';
import { Chip } from '@/components/parts/chip';
import { Panel } from '@/components/parts/panel';
import { Link } from '@/components/ui/link';
import { useCurrent } from '@/lib/current';
import { counted } from '@/lib/format';
import type { Session } from '@/lib/live/topics';
import type { Need } from './needs';
import { useNeeds } from './use-needs';

const SHOWN = 3;
const ICONS = { halt: OctagonX, warn: TriangleAlert, plain: Flag } as const;
const COLORS = { halt: 'text-halt', warn: 'text-warn', plain: 'text-text-2' } as const;

/** What asks for a person now: a few sentences, each with what can be done. */
export function NeedsPanel({ session }: { readonly session: Session | undefined }) {
  const { href } = useCurrent();
  const needs = useNeeds(session);
  // The banner has it on every page, with the way out.
  const isHalted = session?.halts?.some(({ level }) => level === 'all') ?? false;
  const worst = needs[0]?.tone ?? 'plain';
  return (
    <Panel
      title="Needs you"
      tone={worst === 'plain' ? 'plain' : worst}
      actions={
        needs.length > 0 && (
          <Chip tone={worst}>
            <Mark of={worst} /> {needs.length}
          </Chip>
        )
      }
    >
      {needs.length === 0 ? (
        <p className="text-text-2">{isHalted ? 'Nothing but the halt needs you.' : 'Nothing needs you.'}</p>
      ) : (
        <ul className="flex flex-col gap-2.5">
          {needs.slice(0, SHOWN).map(({ id, tone, title, text, action }) => (
            <li key={id} className="flex gap-2.5 text-small">
              <span className="mt-0.5">
                <Mark of={tone} />
              </span>
              <p className="min-w-0">
                <strong className="font-semibold">{title}</strong> <span className="text-text-2">{text}</span>{' '}
                <Link
                  href={href(action.path, action.query)}
                  className="py-1 font-[550] text-accent underline-offset-4 hover:underline max-phone:py-3"
                >
                  {action.label}
                </Link>
              </p>
            </li>
          ))}
        </ul>
      )}
      {needs.length > SHOWN && (
        <p className="mt-2 text-micro text-text-2">and {counted(needs.length - SHOWN, 'thing')} more, less pressing</p>
      )}
    </Panel>
  );
}

function Mark({ of }: { readonly of: Need['tone'] }) {
  const Icon = ICONS[of];
  return <Icon aria-hidden className={`size-4 shrink-0 ${COLORS[of]}`} />;
}
