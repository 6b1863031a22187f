import { CandorError } from '@candor/domain/candor-error';
import type { FastifyReply } from 'fastify';

/**
 * Runs the work of a request for as long as somebody waits for it. The signal aborts when the client is gone or the time is over; the
 * answer then does not wait for the work to notice. Throws `http.client-gone` or `http.timed-out` (retry).
 */
export function whileWaitedFor<T>(
  reply: FastifyReply,
  timeoutMs: number,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const controller = new AbortController();
  const giveUp = (reason: CandorError): void => {
    controller.abort(reason);
    reject(reason);
  };
  const timer = setTimeout(() => giveUp(timedOut(timeoutMs)), timeoutMs);
  const onClose = (): void => {
    if (!reply.raw.writableFinished) giveUp(clientGone());
  };
  reply.raw.once('close', onClose);
  const finish = (): void => {
    clearTimeout(timer);
    reply.raw.off('close', onClose);
  };
  work(controller.signal).then(
    (result) => {
      finish();
      resolve(result);
    },
    (error: unknown) => {
      finish();
      // Nobody hears it any more, and what is no consequence of our own abort should be heard of.
      if (controller.signal.aborted && !isAbort(error, controller.signal))
        reply.log.warn({ err: error }, 'failed unheard');
      reject(error);
    },
  );
  return promise;
}

function isAbort(error: unknown, { reason }: AbortSignal): boolean {
  return error === reason || (error instanceof Error && error.name === 'AbortError');
}

function timedOut(timeoutMs: number): CandorError {
  return new CandorError('http.timed-out', {
    kind: 'retry',
    message: `This took longer than ${timeoutMs / 1000} s and was given up. Ask for less at a time, or try again later.`,
  });
}

function clientGone(): CandorError {
  return new CandorError('http.client-gone', { kind: 'retry', message: 'The client did not wait for the answer.' });
}
