'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useToast } from '@/components/parts/toast';
import { Button } from '@/components/ui/button';
import { Dialog, DialogContent } from '@/components/ui/dialog';
import { useCurrent } from '@/lib/current';
import { money } from '@/lib/format';
import { useConnection } from '@/lib/live/live-provider';
import { accountFaults, cashOf, EMPTY_ACCOUNT } from './account-draft';
import { AccountFields } from './account-fields';
import { openAccountStep } from './open-account-step';
import { useSteps } from './use-steps';

/** Opens a paper account. */
export function AccountDialog({ onClose }: { readonly onClose: () => void }) {
  const { accounts, choose } = useCurrent();
  const cache = useQueryClient();
  const say = useToast();
  const steps = useSteps();
  const isLost = useConnection().kind === 'lost';
  const [draft, setDraft] = useState(EMPTY_ACCOUNT);
  const faults = accountFaults(
    draft,
    accounts.map(({ id }) => id),
  );
  const open = async () => {
    const isOpened = await steps.run([openAccountStep(draft)]);
    if (!isOpened) return;
    await cache.invalidateQueries({ queryKey: ['accounts'] });
    say(`${draft.name.trim() || draft.id} is open with ${money(cashOf(draft.cash))} of paper money.`);
    onClose();
    choose(draft.id);
  };
  const fault = steps.results[0]?.state === 'failed' ? steps.results[0].words : undefined;
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent
        title="New paper account"
        description="Simulated money with the usual risk limits, slippage of 5 bp and a commission a share. No order of it leaves this machine."
      >
        <form
          className="flex flex-col gap-4"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void open();
          }}
        >
          <AccountFields autoFocus draft={draft} onChange={setDraft} faults={faults} disabled={steps.isBusy} />
          <p aria-live="assertive" className="text-halt text-small empty:hidden">
            {fault !== undefined && `No account was opened. ${fault}`}
          </p>
          <div className="flex gap-2">
            <Button type="submit" variant="default" disabled={steps.isBusy || isLost || Object.keys(faults).length > 0}>
              Open account
            </Button>
            <Button onClick={onClose}>Cancel</Button>
          </div>
        </form>
      </DialogContent>
    </Dialog>
  );
}
