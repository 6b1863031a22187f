'use client';

import { ArrowLeft, Search } from 'lucide-react';
import { useMemo, useState } from 'react';
import { LoadingRows } from '@/components/parts/states';
import { Button } from '@/components/ui/button';
import { Dialog, DialogContent } from '@/components/ui/dialog';
import { Input } from '@/components/ui/input';
import { count } from '@/lib/format';
import { type IndicatorChoice, nextColor } from './indicator-choice';
import { IndicatorForm } from './indicator-form';
import { type Indicator, MOST_INDICATORS } from './use-indicators';

export interface IndicatorPickerProps {
  readonly onClose: () => void;
  readonly catalog: ReadonlyMap<string, Indicator> | undefined;
  readonly choices: readonly IndicatorChoice[];
  readonly onChoices: (choices: readonly IndicatorChoice[]) => void;
  /** Place of the choice that is changed; undefined adds one. */
  readonly place: number | undefined;
}

/** Finds an indicator, sets its parameters and its colour, and puts it on the chart. */
export function IndicatorPicker({ onClose, catalog, choices, onChoices, place }: IndicatorPickerProps) {
  const changed = place === undefined ? undefined : choices[place];
  const [picked, setPicked] = useState<string | undefined>(undefined);
  const id = changed?.id ?? picked;
  const indicator = id === undefined ? undefined : catalog?.get(id);
  const done = (choice: IndicatorChoice) => {
    onChoices(place === undefined ? [...choices, choice] : choices.map((one, at) => (at === place ? choice : one)));
    onClose();
  };
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogContent
        title={indicator?.title ?? 'Add an indicator'}
        description={
          indicator?.summary ??
          (catalog === undefined
            ? undefined
            : `${count(catalog.size)} indicators, computed by the server from the bars.`)
        }
        className="h-[76vh] w-[min(640px,calc(100vw-24px))]"
      >
        {indicator !== undefined ? (
          <>
            {changed === undefined && (
              <Button variant="link" size="small" onClick={() => setPicked(undefined)}>
                <ArrowLeft aria-hidden /> All indicators
              </Button>
            )}
            <IndicatorForm
              key={indicator.id}
              indicator={indicator}
              choice={changed ?? { id: indicator.id, params: {}, color: nextColor(choices), isHidden: false }}
              isNew={changed === undefined}
              onDone={done}
              onRemove={() => {
                onChoices(choices.filter((_, at) => at !== place));
                onClose();
              }}
            />
          </>
        ) : catalog === undefined ? (
          <LoadingRows />
        ) : choices.length >= MOST_INDICATORS ? (
          <p>A chart holds {count(MOST_INDICATORS)} indicators. Remove one to add another.</p>
        ) : (
          <Catalogue catalog={catalog} onPick={setPicked} />
        )}
      </DialogContent>
    </Dialog>
  );
}

function Catalogue({
  catalog,
  onPick,
}: {
  readonly catalog: ReadonlyMap<string, Indicator>;
  readonly onPick: (id: string) => void;
}) {
  const [find, setFind] = useState('');
  const groups = useMemo(() => {
    const words = find.toLowerCase().split(/\s+/);
    const found = [...catalog.values()].filter(({ id, title, summary }) => {
      const text = `${id} ${title} ${summary}`.toLowerCase();
      return words.every((word) => text.includes(word));
    });
    // The name counts more than what is said about it.
    const rank = ({ id, title }: Indicator) => Number(!`${id} ${title}`.toLowerCase().includes(words[0] ?? ''));
    return Map.groupBy(
      found.toSorted((one, other) => rank(one) - rank(other)),
      ({ groupTitle }) => groupTitle,
    );
  }, [catalog, find]);
  return (
    <>
      <div className="sticky -top-1 z-10 flex items-center bg-raised pb-2">
        <Input
          aria-label="Find an indicator"
          placeholder="Name, or what it tells"
          value={find}
          onChange={({ currentTarget }) => setFind(currentTarget.value)}
          unit={<Search aria-hidden className="size-4" />}
        />
      </div>
      {groups.size === 0 && <p className="py-4 text-text-2">None has that in its name or description.</p>}
      {[...groups].map(([title, indicators]) => (
        <section key={title} aria-label={title} className="pb-2">
          <h3 className="pt-2 pb-1 text-micro text-text-2">
            {title}, {count(indicators.length)}
          </h3>
          <ul>
            {indicators.map((indicator) => (
              <li key={indicator.id} className="border-line border-t">
                <button
                  type="button"
                  onClick={() => onPick(indicator.id)}
                  className="flex min-h-11 w-full flex-col px-2 py-1.5 text-left hover:bg-inset"
                >
                  <span className="font-semibold">{indicator.title}</span>
                  <span className="text-small text-text-2">{indicator.summary}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
