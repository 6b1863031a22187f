'use client';

import { useState } from 'react';
import { useToast } from '@/components/parts/toast';
import { Button } from '@/components/ui/button';
import { Dialog, DialogContent } from '@/components/ui/dialog';
import { Input } from '@/components/ui/input';
import { Label } from '@/components/ui/label';
import { api, read } from '@/lib/api/client';
import { counted } from '@/lib/format';
import { type OrderLine, orderTitle } from './order-line';

/** Asks the broker to take back one order, or all that work: a single one after a look, several after a typed word. */
export function CancelDialog({
  lines,
  onClose,
}: {
  readonly lines: readonly OrderLine[];
  readonly onClose: () => void;
}) {
  const say = useToast();
  const [typed, setTyped] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const [first] = lines;
  const word = `CANCEL ${lines.length}`;
  const needsWord = lines.length > 1;
  const cancel = async () => {
    setIsBusy(true);
    const failures: string[] = [];
    for (const { sessionId, key } of lines) {
      try {
        await read(
          api.DELETE('/api/sessions/{sessionId}/orders/{clientOrderId}', {
            params: { path: { sessionId, clientOrderId: key } },
          }),
        );
      } catch (error) {
        failures.push(error instanceof Error ? error.message : String(error));
      }
    }
    setIsBusy(false);
    if (failures.length > 0)
      say(`${counted(failures.length, 'order was', 'orders were')} not cancelled. ${failures[0]}`, { tone: 'failed' });
    onClose();
  };
  return (
    <Dialog open={first !== undefined} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent
        title={needsWord ? `Cancel ${lines.length} working orders` : 'Cancel this order'}
        description={
          needsWord
            ? 'The broker is asked to take them back. What fills first is filled; the timeline of each says what came of it.'
            : first === undefined
              ? ''
              : `${orderTitle(first)}. The broker is asked to take it back; if it fills first, it is filled.`
        }
      >
        <form
          className="flex flex-col gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            void cancel();
          }}
        >
          {needsWord && (
            <div className="flex flex-col gap-1.5">
              <Label htmlFor="cancel-word">Type {word}</Label>
              <Input
                id="cancel-word"
                className="font-mono"
                value={typed}
                autoComplete="off"
                onChange={({ target }) => setTyped(target.value)}
              />
            </div>
          )}
          <div className="flex gap-2">
            <Button type="submit" variant="destructive" disabled={isBusy || (needsWord && typed !== word)}>
              {needsWord ? `Cancel ${lines.length} orders` : 'Cancel the order'}
            </Button>
            <Button onClick={onClose}>Keep</Button>
          </div>
        </form>
      </DialogContent>
    </Dialog>
  );
}
