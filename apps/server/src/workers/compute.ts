import { workerData } from 'node:worker_threads';
import { CandorError } from '@candor/domain/candor-error';
import { headlineOf } from '../resources/backtests/headline-of.ts';
import { performBacktest } from '../resources/backtests/perform-backtest.ts';
import { checkPlan, describeRun, findDefinition } from '../resources/backtests/prepare-backtest.ts';
import type {
  ComputeReply,
  ComputeRequest,
  ComputeStep,
  ComputeTaskName,
  ComputeTasks,
  ComputeThreadSettings,
  ThreadError,
} from '../resources/compute-task.ts';
import { createOwnStrategies } from '../resources/own-strategies.ts';

const { home, workingDirectory }: ComputeThreadSettings = workerData;
const ownStrategies = createOwnStrategies(home, workingDirectory);

type Work<Name extends ComputeTaskName> = (
  input: ComputeTasks[Name]['input'],
  progress: (step: ComputeStep) => void,
) => Promise<ComputeTasks[Name]['output']>;

// A thread is not asked to stop, it is ended; nothing here would hear the question while a strategy loops.
const never = new AbortController().signal;

const works: { readonly [Name in ComputeTaskName]: Work<Name> } = {
  'backtests.prepare': async ({ plan, bars, codeVersion }) =>
    describeRun(await checkPlan(ownStrategies, plan), bars, codeVersion),
  'backtests.run': async ({ manifest, bars }, progress) => {
    const { strategy } = manifest;
    const { definition, sourceSha256 } = await findDefinition(ownStrategies, strategy.file ?? strategy.id);
    if (sourceSha256 !== strategy.sourceSha256) {
      throw new CandorError('backtests.strategy-changed', {
        kind: 'retry',
        message: `${strategy.file} was changed while its backtest was waiting. Run it again.`,
      });
    }
    const document = performBacktest({ manifest, bars, definition }, { signal: never, progress });
    return {
      document: JSON.parse(JSON.stringify(document)),
      fingerprint: document.fingerprint,
      headline: headlineOf(document),
    };
  },
};

/** Runs one task in a thread of the compute pool. */
export default async function compute<Name extends ComputeTaskName>({
  name,
  input,
  port,
}: ComputeRequest<Name>): Promise<ComputeReply<Name>> {
  try {
    const output = await works[name](input, (step) => port.postMessage(step));
    return { ok: true, output };
  } catch (error) {
    return { ok: false, error: tell(error) };
  } finally {
    port.close();
  }
}

function tell(error: unknown): ThreadError {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  const { code, kind } = error instanceof CandorError ? error : { code: undefined, kind: undefined };
  return { name, message, stack, code, kind };
}
