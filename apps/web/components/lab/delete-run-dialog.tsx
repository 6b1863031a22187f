'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useToast } from '@/components/parts/toast';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose, DialogContent } from '@/components/ui/dialog';
import { api, read } from '@/lib/api/client';
import { percentChange } from '@/lib/format';
import { dayAndHour } from '@/lib/time';
import type { Run } from './use-runs';

/** Asks before a run is deleted, naming it, and says what stays. */
export function DeleteRunDialog({ run, onClose }: { readonly run: Run | undefined; readonly onClose: () => void }) {
  const client = useQueryClient();
  const say = useToast();
  const remove = useMutation({
    mutationFn: ({ runId }: Run) => read(api.DELETE('/api/backtests/{runId}', { params: { path: { runId } } })),
    onSuccess: async (_, { symbol, strategy }) => {
      onClose();
      say(`${strategy} on ${symbol} is deleted. That it was tried stays counted.`);
      await client.invalidateQueries({ queryKey: ['backtests', 'list'] });
    },
  });
  return (
    <Dialog
      open={run !== undefined}
      onOpenChange={(isOpen) => {
        if (isOpen) return;
        remove.reset();
        onClose();
      }}
    >
      {run !== undefined && (
        <DialogContent
          title={`Delete ${run.strategy} on ${run.symbol}?`}
          description={`${run.from} to ${run.to}${run.totalReturn === null ? '' : `, ${percentChange(run.totalReturn)} after costs`}, run ${dayAndHour(run.createdAt)}.`}
        >
          <p className="text-text-2">
            Its report, trades and manifest are gone for good. The try stays in the ledger: forgetting tries is how luck
            becomes skill.
          </p>
          <p className="mt-2 break-all font-mono text-micro text-text-3">run {run.runId}</p>
          {remove.error !== null && (
            <p role="alert" className="mt-2 text-halt text-small">
              Not deleted. {remove.error.message}
            </p>
          )}
          <div className="mt-4 flex justify-end gap-2">
            <DialogClose asChild>
              <Button>Keep the run</Button>
            </DialogClose>
            <Button variant="destructive" disabled={remove.isPending} onClick={() => remove.mutate(run)}>
              Delete the run
            </Button>
          </div>
        </DialogContent>
      )}
    </Dialog>
  );
}
