import { CandorError } from '@candor/domain/candor-error';
import { ACTIVE_STATES, type Repositories } from '@candor/domain/ports/repositories';
import { z } from 'zod';
import { defineOperation } from '../operation.ts';
import { BEING_TAKEN } from '../sessions/session-problems.ts';
import { DEMO_NEEDS, prepareDemo } from './begin-demo.ts';
import { DemoShape, findDemo, isDemoSession, showDemo } from './demo-shape.ts';

const LEASE_MS = 15_000;

export const resetDemo = defineOperation({
  id: 'demo.reset',
  summary: 'Begin the demo again, with all its cash and from its first day; make it where there is none.',
  input: z.object({}),
  output: DemoShape,
  scope: 'sessions:write',
  needs: [...DEMO_NEEDS, 'lock'],
  cli: {
    command: 'demo reset',
    examples: [{ line: 'candor demo reset', shows: 'the replay from its first day; what the last one did is kept' }],
  },
  http: {
    method: 'POST',
    path: '/demo/reset',
    takesIdempotencyKey: true,
    examples: [{ summary: 'From the beginning', input: {} }],
    problems: [
      { code: 'demo.in-use', kind: 'conflict', when: 'a session of your own runs on its account' },
      { code: 'lock.taken', kind: 'conflict', when: 'it is being reset already' },
      BEING_TAKEN,
    ],
  },
  run: ({ lock, ...needs }) =>
    lock.hold('demo', LEASE_MS, async () => {
      const { unitOfWork, tradingManager } = needs;
      const write = await prepareDemo(needs);
      const running = await unitOfWork.run(findRunning);
      if (running !== undefined) await tradingManager.stop(running, { by: 'the reset of the demo' });
      const sessionId = await unitOfWork.run(write);
      await tradingManager.start(sessionId);
      return unitOfWork.run(async (repositories) => showDemo(await findDemo(repositories)));
    }),
});

/** Returns the session that is in the way of the next one. Throws `demo.in-use` (conflict) when it is a person’s own. */
async function findRunning(repositories: Repositories): Promise<string | undefined> {
  const demo = await findDemo(repositories);
  if (demo === undefined) return undefined;
  const { id: accountId } = demo.account;
  const [active] = await repositories.sessions.list({ accountId, states: ACTIVE_STATES });
  if (active === undefined || isDemoSession(active)) return active?.id;
  throw new CandorError('demo.in-use', {
    kind: 'conflict',
    message: `Session "${active.id}", which is not the demo’s, is ${active.state} on account "${accountId}". Stop it first.`,
  });
}
