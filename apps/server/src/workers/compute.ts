import { workerData } from 'node:worker_threads';
import { CandorError } from '@candor/domain/candor-error';
import { createFallbackChain } from '@candor/market-data/fallback-chain';
import type { LoadedSeries } from '@candor/market-data/load-series';
import type { BacktestPlan } from '../resources/backtests/backtest-plan.ts';
import { headlineOf } from '../resources/backtests/headline-of.ts';
import { type BarSources, loadPlanBars } from '../resources/backtests/load-plan-bars.ts';
import { performBacktest } from '../resources/backtests/perform-backtest.ts';
import { checkPlan, describeRun, findDefinition } from '../resources/backtests/prepare-backtest.ts';
import { checkOwnStrategy } from '../resources/check-own-strategy.ts';
import type { ComputeStep } from '../resources/compute-step.ts';
import type {
  ComputeReply,
  ComputeRequest,
  ComputeTaskName,
  ComputeTasks,
  ComputeThreadSettings,
  ThreadError,
  ThreadMessage,
} from '../resources/compute-task.ts';
import { createFiles } from '../resources/files.ts';
import { openLocalProviders } from '../resources/local-providers.ts';
import { createOwnStrategies } from '../resources/own-strategies.ts';
import { shareSeries } from '../resources/share-series.ts';
import { systemClock } from '../resources/system-clock.ts';

const { home, workingDirectory }: ComputeThreadSettings = workerData;
const ownStrategies = createOwnStrategies(home, workingDirectory);
const sources: BarSources = {
  clock: systemClock,
  files: createFiles(workingDirectory),
  marketData: createFallbackChain(openLocalProviders()),
};

type Work<Name extends ComputeTaskName> = (
  input: ComputeTasks[Name]['input'],
  progress: (step: ComputeStep) => void,
) => Promise<ComputeTasks[Name]['output']>;

// A thread is not asked to stop, it is ended; nothing here would hear the question while a strategy loops.
const never = new AbortController().signal;

const works: { readonly [Name in ComputeTaskName]: Work<Name> } = {
  'backtests.load': loadHere,
  'backtests.prepare': async ({ plan, bars, codeVersion }) =>
    describeRun(await checkPlan(ownStrategies, plan), bars, codeVersion),
  'strategies.check': ({ file, params, series }, progress) =>
    checkOwnStrategy(ownStrategies, file, params, series, progress),
  'backtests.run': async ({ manifest, bars, schema }, progress) => {
    const { strategy } = manifest;
    const { definition, sourceSha256 } = await findDefinition(ownStrategies, strategy.file ?? strategy.id);
    if (sourceSha256 !== strategy.sourceSha256) {
      throw new CandorError('backtests.strategy-changed', {
        kind: 'retry',
        message: `${strategy.file} was changed while its backtest was waiting. Run it again.`,
      });
    }
    const document = performBacktest({ manifest, bars, definition }, { signal: never, progress }, schema);
    return {
      document: new TextEncoder().encode(JSON.stringify(document)),
      fingerprint: document.fingerprint,
      headline: headlineOf(document),
    };
  },
};

// Whoever has more providers asks them too, and says what is wrong when none has the bars.
async function loadHere(data: BacktestPlan['data']): Promise<LoadedSeries | undefined> {
  try {
    const loaded = await loadPlanBars(sources, data);
    return { ...loaded, series: shareSeries(loaded.series) };
  } catch (error) {
    if (data.file === null && error instanceof CandorError && error.code.startsWith('market-data.')) return undefined;
    throw error;
  }
}

/** Runs one task in a thread of the compute pool. */
export default async function compute<Name extends ComputeTaskName>({
  name,
  input,
  port,
}: ComputeRequest<Name>): Promise<ComputeReply<Name>> {
  const say = (message: ThreadMessage): void => port.postMessage(message);
  say('begun');
  try {
    const output = await works[name](input, say);
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
