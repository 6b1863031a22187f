import { isDeepStrictEqual } from 'node:util';
import type { Repositories, SleeveRow, StrategyConfiguration } from '@candor/domain/ports/repositories';
import type { ChainedSeries } from '@candor/market-data/fallback-chain';
import type { Container } from '../../container.ts';
import { newAccount } from '../accounts/create-account.ts';
import { settleTerms } from '../configurations/configuration-shape.ts';
import { loadSeries, writeSession } from '../sessions/create-session.ts';
import { demoSessionId, findDemo } from './demo-shape.ts';
import { DEMO_ACCOUNT, DEMO_CONFIGURATIONS, DEMO_REPLAY } from './demo-terms.ts';

/** What it takes to make the demo. */
export const DEMO_NEEDS = [
  'unitOfWork',
  'clock',
  'codeVersion',
  'marketData',
  'ownStrategies',
  'tradingManager',
] as const satisfies readonly (keyof Container)[];

export type DemoNeeds = Pick<Container, (typeof DEMO_NEEDS)[number]>;

/**
 * Opens the demo where there never was an account, and starts one that was written down and not started before its process ended. Whoever
 * put the demo away, or has accounts of their own, does not get it again.
 */
export async function openFirstDemo(needs: DemoNeeds): Promise<void> {
  const { unitOfWork, tradingManager } = needs;
  const isNew = await unitOfWork.run(async ({ accounts }) => (await accounts.list()).length === 0);
  if (isNew) {
    const write = await prepareDemo(needs);
    await unitOfWork.run(async (repositories) => {
      // Meanwhile somebody may have opened one.
      if ((await repositories.accounts.list()).length === 0) await write(repositories);
    });
  }
  const found = await unitOfWork.run(findDemo);
  if (found?.session?.state === 'created') await tradingManager.start(found.session.id);
}

/**
 * Loads what the demo replays and returns what writes the demo down in one transaction: a session from the beginning, on the account of the
 * one there is, or on a new one. It returns the session’s id, and the session is yet to be started.
 */
export async function prepareDemo(needs: DemoNeeds): Promise<(repositories: Repositories) => Promise<string>> {
  const { symbol, timeframe } = DEMO_REPLAY;
  const wanted: Omit<StrategyConfiguration, 'createdAt'>[] = [];
  for (const { id, name = id, allowShort, ...terms } of DEMO_CONFIGURATIONS) {
    wanted.push({ id, version: 1, name, allowShort, ...(await settleTerms(needs.ownStrategies, terms)) });
  }
  const loaded = await loadSeries(needs, { timeframe }, [{ symbols: [symbol] }]);
  return (repositories) => writeDemo(repositories, needs, wanted, loaded);
}

async function writeDemo(
  repositories: Repositories,
  needs: Pick<Container, 'clock' | 'codeVersion'>,
  wanted: readonly Omit<StrategyConfiguration, 'createdAt'>[],
  loaded: readonly ChainedSeries[],
): Promise<string> {
  const { symbol, ...replay } = DEMO_REPLAY;
  const accountId = (await findDemo(repositories))?.account.id ?? (await openAccount(repositories, needs));
  const sleeves: SleeveRow[] = [];
  for (const configuration of wanted) {
    const configurationId = await keepConfiguration(repositories, needs, configuration);
    const capitalShare = 1 / wanted.length;
    sleeves.push({ id: configurationId, configurationId, configurationVersion: 1, symbols: [symbol], capitalShare });
  }
  let run = 1;
  while ((await repositories.sessions.find(demoSessionId(accountId, run))) !== undefined) run++;
  const id = demoSessionId(accountId, run);
  await writeSession(repositories, needs, { ...replay, id, name: `Demo run ${run}`, accountId, sleeves }, loaded);
  return id;
}

async function openAccount({ accounts }: Repositories, { clock }: Pick<Container, 'clock'>): Promise<string> {
  for (const id of namesLike(DEMO_ACCOUNT.id)) {
    if ((await accounts.find(id)) !== undefined) continue;
    await accounts.save(newAccount({ ...DEMO_ACCOUNT, id }, clock.now()));
    return id;
  }
  throw new Error('Names do not end.');
}

/** Returns the id of a configuration whose first version is the wanted one, and keeps one where there is none. */
async function keepConfiguration(
  { strategyConfigurations }: Repositories,
  { clock }: Pick<Container, 'clock'>,
  wanted: Omit<StrategyConfiguration, 'createdAt'>,
): Promise<string> {
  for (const id of namesLike(wanted.id)) {
    const kept = await strategyConfigurations.find(id, 1);
    if (kept === undefined) await strategyConfigurations.save({ ...wanted, id, createdAt: clock.now() });
    else if (!isDeepStrictEqual({ ...kept, createdAt: 0 }, { ...wanted, id, createdAt: 0 })) continue;
    return id;
  }
  throw new Error('Names do not end.');
}

/** `demo`, `demo-2`, `demo-3` and so on. */
function* namesLike(name: string): Generator<string, void> {
  yield name;
  for (let i = 2; ; i++) yield `${name}-${i}`;
}
