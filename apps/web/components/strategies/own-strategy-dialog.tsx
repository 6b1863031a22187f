'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Field } from '@/components/parts/field';
import { Button } from '@/components/ui/button';
import { Dialog, DialogContent } from '@/components/ui/dialog';
import { Input } from '@/components/ui/input';
import { api, read } from '@/lib/api/client';
import { changeSearch } from '@/lib/url-state';
import { LawReport } from './law-check';

const NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** Starts a strategy of the person's own: a file in my/, and the laws it has to pass. */
export function OwnStrategyDialog({ onClose }: { readonly onClose: () => void }) {
  const cache = useQueryClient();
  const [name, setName] = useState('');
  const create = useMutation({
    mutationFn: () => read(api.POST('/api/strategies', { body: { name } })),
    onSuccess: () => cache.invalidateQueries({ queryKey: ['strategies'] }),
  });
  const file = create.data?.path;
  const check = useMutation({
    mutationFn: (path: string) => read(api.POST('/api/strategies/check', { body: { file: path } })),
  });
  const fault =
    name === '' || NAME.test(name) ? undefined : 'Name must be small letters, digits and hyphens, like my-first-idea.';
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent
        title="A strategy from a file"
        description="Your own strategies are TypeScript files in the folder my/ beside Candor. What you put there is in the list."
      >
        <div className="flex flex-col gap-4">
          <form
            className="flex flex-col gap-3"
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              create.mutate();
            }}
          >
            <p className="text-text-2">
              Begin with a commented file that works as it is and change it in your editor. The command line does the
              same:
            </p>
            <code className="overflow-x-auto rounded-control bg-inset px-3 py-2 font-mono text-small">
              candor new strategy {name || 'my-first-idea'}
            </code>
            <Field
              id="strategy-name"
              label="Name of the strategy"
              hint="small letters and hyphens"
              error={fault ?? create.error?.message}
            >
              <Input
                id="strategy-name"
                value={name}
                maxLength={60}
                placeholder="my-first-idea"
                spellCheck={false}
                autoComplete="off"
                disabled={file !== undefined}
                className="font-mono text-small"
                aria-invalid={fault !== undefined || create.isError}
                aria-describedby="strategy-name-error"
                onChange={({ target }) => {
                  create.reset();
                  setName(target.value);
                }}
              />
            </Field>
            {file === undefined && (
              <div className="flex gap-2">
                <Button
                  type="submit"
                  variant="default"
                  disabled={name === '' || fault !== undefined || create.isPending}
                >
                  Create the file
                </Button>
                <Button onClick={onClose}>Cancel</Button>
              </div>
            )}
          </form>
          {file !== undefined && (
            <div className="flex flex-col gap-3">
              <p>
                <span className="font-mono">{file}</span> is there. It is long while the close is above its average,
                until you change it.
              </p>
              <div className="flex flex-wrap gap-2">
                <Button variant="default" disabled={check.isPending} onClick={() => check.mutate(file)}>
                  {check.isPending ? 'Running the laws' : 'Run the laws'}
                </Button>
                <Button
                  onClick={() =>
                    changeSearch({ make: undefined, strategy: file, configuration: undefined, tab: undefined })
                  }
                >
                  Show its settings
                </Button>
              </div>
              <div aria-live="polite">
                {check.error !== null && <p className="text-halt text-small">{check.error.message}</p>}
                {check.data !== undefined && <LawReport findings={check.data} />}
              </div>
            </div>
          )}
        </div>
      </DialogContent>
    </Dialog>
  );
}
