import type { Configuration, Strategies } from '@/lib/catalog/use-catalog';
import type { Session } from '@/lib/live/topics';

/** How far something trades: the most active of its sessions says it. */
export type Activity = 'running' | 'halted' | 'paused' | 'created' | 'off';

/** A line of the catalogue. */
export interface StrategyRow {
  /** The id, or the path of a file. */
  readonly name: string;
  readonly title: string;
  readonly summary: string;
  readonly group: 'Come with Candor' | 'Your own, in my/' | 'Cannot be used';
  readonly configurations: number;
  /** Symbols of the sessions that are not over. */
  readonly runsOn: readonly string[];
  readonly activity: Activity;
}

/** A strategy that a person has set, and what runs it. */
export interface ConfigurationRow {
  readonly configuration: Configuration;
  readonly strategyTitle: string;
  readonly runsOn: readonly string[];
  readonly activity: Activity;
}

/** Returns whether a session may still trade, so that its account takes no other. */
export function isActive({ state }: Pick<Session, 'state'>): boolean {
  return state === 'running' || state === 'paused' || state === 'created';
}

/** Returns the configurations with what runs them, in the order they are given. */
export function configurationRows(
  configurations: readonly Configuration[],
  strategies: Strategies,
  sessions: readonly Session[],
): readonly ConfigurationRow[] {
  const titles = new Map([...strategies.bundled, ...strategies.own].map(({ name, title }) => [name, title]));
  const active = sessions.filter(isActive);
  return configurations.map((configuration) => ({
    configuration,
    strategyTitle: titles.get(configuration.strategy) ?? configuration.strategy,
    ...tradingOf(active, new Set([configuration.id])),
  }));
}

/** Returns the catalogue: what comes with Candor, then the person's own, then what cannot be used. */
export function strategyRows(
  strategies: Strategies,
  configurations: readonly Configuration[],
  sessions: readonly Session[],
): readonly StrategyRow[] {
  const active = sessions.filter(isActive);
  const rowOf = (
    told: { readonly name: string; readonly title: string; readonly summary: string },
    group: StrategyRow['group'],
  ): StrategyRow => {
    const ids = configurations.filter(({ strategy }) => strategy === told.name).map(({ id }) => id);
    const { name, title, summary } = told;
    return { name, title, summary, group, configurations: ids.length, ...tradingOf(active, new Set(ids)) };
  };
  return [
    ...strategies.bundled.map((strategy) => rowOf(strategy, 'Come with Candor')),
    ...strategies.own.map((strategy) => rowOf(strategy, 'Your own, in my/')),
    ...strategies.unusable.map(({ name, reason }) => rowOf({ name, title: name, summary: reason }, 'Cannot be used')),
  ];
}

/** Returns the sessions that have a sleeve of the configuration, newest first. */
export function sessionsOf(sessions: readonly Session[], configurationId: string): readonly Session[] {
  return sessions
    .filter(({ sleeves }) => sleeves.some((sleeve) => sleeve.configurationId === configurationId))
    .toSorted((one, other) => other.createdAt.localeCompare(one.createdAt));
}

/** Returns whether a text is in a name, a title or a summary, however it is written. */
export function isFound(find: string, ...texts: readonly string[]): boolean {
  const wanted = find.trim().toLowerCase();
  return texts.some((text) => text.toLowerCase().includes(wanted));
}

const MOST_ACTIVE_FIRST = ['running', 'halted', 'paused', 'created'] as const;

function tradingOf(active: readonly Session[], ids: ReadonlySet<string>): Pick<StrategyRow, 'runsOn' | 'activity'> {
  const symbols = new Set<string>();
  const activities = new Set<Activity>();
  for (const session of active) {
    const own = session.sleeves.filter(({ configurationId }) => ids.has(configurationId));
    if (own.length === 0) continue;
    activities.add(activityOf(session));
    for (const symbol of own.flatMap((sleeve) => sleeve.symbols)) symbols.add(symbol);
  }
  return { runsOn: [...symbols], activity: MOST_ACTIVE_FIRST.find((one) => activities.has(one)) ?? 'off' };
}

/** Returns how far a session trades. */
export function activityOf({ state, halts }: Pick<Session, 'state' | 'halts'>): Activity {
  if (state === 'created' || state === 'paused') return state;
  if (state !== 'running') return 'off';
  return (halts ?? []).length > 0 ? 'halted' : 'running';
}
