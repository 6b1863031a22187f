'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog, DialogContent } from '@/components/ui/dialog';
import { api, read } from '@/lib/api/client';
import { useConnection } from '@/lib/live/live-provider';
import type { Session } from '@/lib/live/topics';
import { EndingChoice } from './ending-choice';
import { StepList } from './step-list';
import { isActive } from './strategy-rows';
import { useHeld } from './use-held';
import { useSteps } from './use-steps';

/** Ends a session for good: with its positions kept as they are, or sold first. */
export function StopDialog({ session, onClose }: { readonly session: Session; readonly onClose: () => void }) {
  const [flatten, setFlatten] = useState(false);
  const steps = useSteps();
  const isLost = useConnection().kind === 'lost';
  const positions = useHeld(session);
  const isOver = !isActive(session);
  const hasAsked = steps.results[0]?.state === 'done';
  const stop = () =>
    steps.run([
      {
        title: `Stop ${session.name}`,
        work: async () => {
          const params = { path: { sessionId: session.id } };
          await read(api.POST('/api/sessions/{sessionId}/stop', { params, body: { flatten } }));
          return flatten
            ? 'Everything is sold at the prices of the next bars; then it is over.'
            : 'It is over. What it held stays in its record.';
        },
      },
    ]);
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent
        title={`Stop session ${session.name}`}
        description="It ends for good and cannot be taken up again. Entries that work are taken back; everything it did is kept."
      >
        <div className="flex flex-col gap-4">
          {!hasAsked && (
            <EndingChoice
              flatten={flatten}
              onChange={setFlatten}
              positions={positions}
              disabled={steps.isBusy || session.state === 'created'}
            />
          )}
          {steps.results.length > 0 && <StepList results={steps.results} />}
          {hasAsked && (
            <p aria-live="polite" className="text-small">
              {isOver ? 'The session is over.' : 'It is still selling; it ends by itself when nothing is held.'}
            </p>
          )}
          <div className="flex gap-2">
            {hasAsked || isOver ? (
              <Button variant="default" onClick={onClose}>
                Close
              </Button>
            ) : (
              <>
                <Button variant="destructive" disabled={steps.isBusy || isLost} onClick={() => void stop()}>
                  Stop session
                </Button>
                <Button onClick={onClose}>Keep it running</Button>
              </>
            )}
          </div>
          {isLost && <p className="text-small text-warn">The server does not answer; nothing can be stopped now.</p>}
        </div>
      </DialogContent>
    </Dialog>
  );
}
