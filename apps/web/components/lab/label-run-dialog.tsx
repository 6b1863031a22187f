'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Field } from '@/components/parts/field';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose, DialogContent } from '@/components/ui/dialog';
import { Input } from '@/components/ui/input';
import { api, read } from '@/lib/api/client';

/** What a run needs to be labelled. */
export interface Labelled {
  readonly runId: string;
  readonly title: string;
  readonly tags: readonly string[];
  readonly note: string;
}

/** Tags and note of a run. */
export function LabelRunDialog({ run, onClose }: { readonly run: Labelled | undefined; readonly onClose: () => void }) {
  return (
    <Dialog open={run !== undefined} onOpenChange={(isOpen) => !isOpen && onClose()}>
      {run !== undefined && <LabelForm key={run.runId} run={run} onClose={onClose} />}
    </Dialog>
  );
}

function LabelForm({ run, onClose }: { readonly run: Labelled; readonly onClose: () => void }) {
  const client = useQueryClient();
  const [tags, setTags] = useState(run.tags.join(', '));
  const [note, setNote] = useState(run.note);
  const keep = useMutation({
    mutationFn: () =>
      read(
        api.PATCH('/api/backtests/{runId}', {
          params: { path: { runId: run.runId } },
          body: { tags: tagsOf(tags), note },
        }),
      ),
    onSuccess: async () => {
      onClose();
      await client.invalidateQueries({ queryKey: ['backtests'] });
    },
  });
  const isTooLong = tagsOf(tags).some((tag) => tag.length > 40);
  return (
    <DialogContent title="Label the run" description={run.title}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          keep.mutate();
        }}
      >
        <Field
          id="run-tags"
          label="Tags"
          hint="separated by commas"
          error={isTooLong ? 'A tag must have at most 40 characters.' : undefined}
        >
          <Input
            id="run-tags"
            value={tags}
            aria-invalid={isTooLong}
            aria-describedby="run-tags-error"
            onChange={({ target }) => setTags(target.value)}
          />
        </Field>
        <Field id="run-note" label="Note">
          <textarea
            id="run-note"
            rows={5}
            maxLength={4_000}
            value={note}
            onChange={({ target }) => setNote(target.value)}
            className="rounded-control border border-line-strong bg-field px-2.5 py-1.5 text-text"
          />
        </Field>
        {keep.error !== null && (
          <p role="alert" className="text-halt text-small">
            Not kept. {keep.error.message}
          </p>
        )}
        <div className="flex justify-end gap-2">
          <DialogClose asChild>
            <Button>Leave as it was</Button>
          </DialogClose>
          <Button type="submit" variant="default" disabled={keep.isPending || isTooLong}>
            Keep
          </Button>
        </div>
      </form>
    </DialogContent>
  );
}

/** Returns the tags that a text names, each once. */
function tagsOf(text: string): string[] {
  return [...new Set(text.split(',').map((tag) => tag.trim()))].filter((tag) => tag !== '');
}
