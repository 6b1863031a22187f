'use client';

import { GitMerge } from 'lucide-react';
import { Button } from '@/components/ui/button';
import type { Configuration, Sizing, Strategy } from '@/lib/catalog/use-catalog';
import { dayAndHour } from '@/lib/time';
import type { Draft } from './use-draft';
import { versionDifferences } from './version-differences';

/** Somebody saved while something was typed here: what they changed, what is typed, and how to go on. */
export function ConflictNotice({
  base,
  theirs,
  mine,
  strategies,
  sizings,
  onKeepMine,
  onTakeTheirs,
  onDone,
}: {
  readonly base: Configuration | undefined;
  readonly theirs: Configuration | undefined;
  readonly mine: Draft;
  readonly strategies: readonly Strategy[];
  readonly sizings: readonly Sizing[];
  readonly onKeepMine: (version: Configuration) => void;
  readonly onTakeTheirs: (version: Configuration) => void;
  readonly onDone: () => void;
}) {
  if (base === undefined || theirs === undefined) return null;
  const catalog = { strategies, sizings };
  const choose = (choice: (version: Configuration) => void) => {
    choice(theirs);
    onDone();
  };
  return (
    <section role="alert" className="m-3.5 flex flex-col gap-2.5 rounded-control border border-warn-fill/60 p-3">
      <p className="flex gap-2 font-semibold">
        <GitMerge aria-hidden className="mt-0.5 size-4 shrink-0 text-warn" />
        Somebody saved version {theirs.version} while you changed version {base.version}
      </p>
      <p className="text-small text-text-2">Saved {dayAndHour(theirs.createdAt)}. Nothing of yours is lost yet.</p>
      <Changes title="They changed" changes={versionDifferences(base, theirs, catalog)} />
      <Changes title="You changed" changes={versionDifferences(base, mine, catalog)} />
      <div className="flex flex-wrap gap-2">
        <Button size="small" onClick={() => choose(onKeepMine)}>
          Keep mine, as version {theirs.version + 1}
        </Button>
        <Button size="small" onClick={() => choose(onTakeTheirs)}>
          Take version {theirs.version}
        </Button>
      </div>
      <p className="text-micro text-text-3">
        Keeping yours takes effect with the next save; version {theirs.version} stays in the list.
      </p>
    </section>
  );
}

function Changes({ title, changes }: { readonly title: string; readonly changes: readonly string[] }) {
  return (
    <div className="text-small">
      <p className="text-text-3">{title}</p>
      {changes.length === 0 ? (
        <p className="text-text-2">nothing</p>
      ) : (
        <ul className="list-inside list-disc text-text">
          {changes.map((change) => (
            <li key={change}>{change}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
