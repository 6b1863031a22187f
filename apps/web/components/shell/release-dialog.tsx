'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog, DialogContent } from '@/components/ui/dialog';
import { Input } from '@/components/ui/input';
import { Label } from '@/components/ui/label';
import { api, read, type Schemas } from '@/lib/api/client';
import { clock } from '@/lib/time';
import { useNow } from '@/lib/use-now';
import type { StandingHalt } from './use-trading-halt';

type Request = Schemas['RiskRequestResumeOutput'];

/** Slow to release: ask first, wait, then confirm with name and reason. */
export function ReleaseDialog({
  isOpen,
  onOpenChange,
  halts,
}: {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly halts: readonly StandingHalt[];
}) {
  const [requests, setRequests] = useState<readonly Request[]>([]);
  const [by, setBy] = useState('');
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);
  const now = useNow();
  const sessions = [...new Map(halts.map(({ session }) => [session.id, session])).values()];
  const fromMs = Math.max(0, ...requests.map(({ confirmFrom }) => Date.parse(confirmFrom)));
  const untilMs = Math.min(Number.POSITIVE_INFINITY, ...requests.map(({ confirmUntil }) => Date.parse(confirmUntil)));
  const waitS = Math.max(0, Math.ceil((fromMs - now) / 1000));
  const isAsked = requests.length > 0 && now < untilMs;

  const attempt = async (work: () => Promise<void>) => {
    setIsBusy(true);
    setFault(undefined);
    try {
      await work();
    } catch (error) {
      setFault(error instanceof Error ? error.message : String(error));
    } finally {
      setIsBusy(false);
    }
  };
  const ask = () =>
    attempt(async () => {
      const answers = [];
      for (const { id } of sessions) {
        answers.push(
          await read(api.POST('/api/sessions/{sessionId}/resume-requests', { params: { path: { sessionId: id } } })),
        );
      }
      setRequests(answers);
    });
  const confirm = () =>
    attempt(async () => {
      for (const { sessionId, confirmation } of requests) {
        await read(
          api.POST('/api/sessions/{sessionId}/resumptions', {
            params: { path: { sessionId } },
            body: { confirmation, by: by.trim(), reason: reason.trim() },
          }),
        );
      }
      close(false);
    });
  const close = (open: boolean) => {
    if (!open) {
      setRequests([]);
      setReason('');
      setFault(undefined);
    }
    onOpenChange(open);
  };

  return (
    <Dialog open={isOpen} onOpenChange={close}>
      <DialogContent
        title={isAsked ? 'Release, step 2 of 2' : 'Release, step 1 of 2'}
        description="Strategies may trade again from the next bar on. What was taken back stays taken back."
      >
        <ul className="mb-3 flex flex-col gap-2">
          {halts.map(({ session, code, reason: why, at }) => (
            <li key={`${session.id} ${code}`} className="rounded-control border border-line px-3 py-2">
              <span className="font-semibold">{session.name}</span>{' '}
              <span className="text-text-2">
                halted at {clock(at)}: {why}
              </span>{' '}
              <span className="font-mono text-micro text-text-3">{code}</span>
            </li>
          ))}
        </ul>
        {isAsked ? (
          <form
            className="flex flex-col gap-3"
            onSubmit={(event) => {
              event.preventDefault();
              void confirm();
            }}
          >
            <div className="flex flex-col gap-1.5">
              <Label htmlFor="release-by">Who releases it</Label>
              <Input
                id="release-by"
                required
                maxLength={100}
                value={by}
                autoFocus
                onChange={({ target }) => setBy(target.value)}
              />
            </div>
            <div className="flex flex-col gap-1.5">
              <div className="flex justify-between">
                <Label htmlFor="release-reason">Why it is safe again</Label>
                <span className="text-micro text-text-2">kept in the journal</span>
              </div>
              <Input
                id="release-reason"
                required
                maxLength={200}
                value={reason}
                onChange={({ target }) => setReason(target.value)}
              />
            </div>
            <div className="flex gap-2">
              <Button
                type="submit"
                variant="default"
                disabled={isBusy || waitS > 0 || by.trim() === '' || reason.trim() === ''}
              >
                {waitS > 0 ? `Release in ${waitS} s` : 'Release trading'}
              </Button>
              <Button onClick={() => close(false)}>Keep halted</Button>
            </div>
          </form>
        ) : (
          <div className="flex gap-2">
            <Button variant="default" disabled={isBusy || sessions.length === 0} onClick={ask} autoFocus>
              Ask for release…
            </Button>
            <Button onClick={() => close(false)}>Keep halted</Button>
          </div>
        )}
        <p aria-live="assertive" className="mt-2 text-halt text-small">
          {fault}
        </p>
      </DialogContent>
    </Dialog>
  );
}
