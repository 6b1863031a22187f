'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useToast } from '@/components/parts/toast';
import { Button } from '@/components/ui/button';
import { Dialog, DialogContent } from '@/components/ui/dialog';
import { Input } from '@/components/ui/input';
import { Label } from '@/components/ui/label';
import { api, read } from '@/lib/api/client';
import type { Configuration } from '@/lib/catalog/use-catalog';
import { counted } from '@/lib/format';
import type { Session } from '@/lib/live/topics';
import { changeSearch } from '@/lib/url-state';
import { isActive } from './strategy-rows';

/** Takes a configuration off the list, which cannot be undone here: the word has to be typed. */
export function ArchiveDialog({
  configuration: { id, name, version },
  runs,
  isOpen,
  onClose,
}: {
  readonly configuration: Configuration;
  readonly runs: readonly Session[];
  readonly isOpen: boolean;
  readonly onClose: () => void;
}) {
  const say = useToast();
  const cache = useQueryClient();
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);
  const running = runs.filter(isActive);
  const word = `ARCHIVE ${id}`;
  const close = () => {
    setTyped('');
    setFault(undefined);
    onClose();
  };
  const archive = async () => {
    setIsBusy(true);
    try {
      await read(api.DELETE('/api/configurations/{configurationId}', { params: { path: { configurationId: id } } }));
      await cache.invalidateQueries({ queryKey: ['configurations'] });
      changeSearch({ configuration: undefined, tab: undefined });
      say(`${name} is archived. Sessions and runs that used it keep their version.`);
      close();
    } catch (error) {
      setFault(`Nothing was archived. ${error instanceof Error ? error.message : ''}`);
    } finally {
      setIsBusy(false);
    }
  };
  return (
    <Dialog open={isOpen} onOpenChange={(open) => !open && close()}>
      <DialogContent
        title={`Archive ${name}`}
        description={`${counted(version, 'version')} leave the list for good; the id ${id} cannot be used again. ${counted(runs.length, 'session')} that used it keep their version.`}
      >
        <form
          className="flex flex-col gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            void archive();
          }}
        >
          {running.length > 0 && (
            <p className="text-small text-warn">
              {running.map((session) => session.name).join(', ')} still {running.length === 1 ? 'runs' : 'run'} it and
              will go on.
            </p>
          )}
          <div className="flex flex-col gap-1.5">
            <Label htmlFor="archive-word">
              Type <span className="font-mono">{word}</span> to archive it
            </Label>
            <Input
              id="archive-word"
              value={typed}
              autoComplete="off"
              spellCheck={false}
              className="font-mono"
              onChange={({ target }) => setTyped(target.value)}
            />
          </div>
          <p aria-live="assertive" className="text-halt text-small">
            {fault}
          </p>
          <div className="flex gap-2">
            <Button type="submit" variant="destructive" disabled={isBusy || typed.trim() !== word}>
              Archive
            </Button>
            <Button onClick={close}>Keep it</Button>
          </div>
        </form>
      </DialogContent>
    </Dialog>
  );
}
