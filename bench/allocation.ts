import { fork } from 'node:child_process';
import { once } from 'node:events';
import { indicatorCatalog } from '@candor/indicators/catalog';
import type { AllocationAnswer, AllocationQuestion } from './allocation-counter.ts';
import type { Bench } from './bench.ts';

// So much room that nothing needs collecting while it is counted, and code that is ready when it is called.
const FLAGS = [
  '--min-semi-space-size=512',
  '--max-semi-space-size=512',
  '--expose-gc',
  '--no-concurrent-recompilation',
];

const MOST_ATTEMPTS = 5;

/** Bytes that a bar costs in memory once the code is warm: whole columns into columns that exist, and bars pushed one by one. */
export const allocationBenches: readonly Bench[] = indicatorCatalog.flatMap(({ id }) =>
  (['batch', 'push'] as const).map(
    (way): Bench => ({
      id: `indicators.allocation.${id}.${way}`,
      unit: 'bytes/bar',
      work: way === 'batch' ? '120,000 bars into columns that exist' : '120,000 bars pushed one by one',
      warmUpRuns: 0,
      runs: 1,
      async run() {
        const answer = await answerOf(id);
        const value = Math.round(answer[way] * 100) / 100;
        return { value, fingerprint: String(value) };
      },
    }),
  ),
);

const answers = new Map<string, Promise<AllocationAnswer>>();

function answerOf(id: string): Promise<AllocationAnswer> {
  const answer = answers.get(id) ?? uncollected(id);
  answers.set(id, answer);
  return answer;
}

async function uncollected(id: string): Promise<AllocationAnswer> {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const answer = await ask({ id });
    if (answer.collections === 0) return answer;
  }
  throw new Error(`${id}: the collector always came while bytes were counted.`);
}

// In a process of its own: what other indicators have left behind would be counted, or collected.
async function ask(question: AllocationQuestion): Promise<AllocationAnswer> {
  const counter = fork(new URL('./allocation-counter.ts', import.meta.url), { execArgv: FLAGS });
  const answered = once(counter, 'message');
  counter.send(question);
  const [answer] = await answered;
  counter.disconnect();
  return answer as AllocationAnswer;
}
