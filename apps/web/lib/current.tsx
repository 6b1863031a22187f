'use client';

import { useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, useCallback, useContext, useMemo } from 'react';
import { api, read, type Schemas } from './api/client';
import { useSessionTopic, useTopic } from './live/live-provider';
import type { Session } from './live/topics';
import { usePreference } from './preferences';
import { changeSearch, useUrlState } from './url-state';

export type Account = Schemas['Account'];

export interface Current {
  /** The account that the screens show; undefined while loading, or when there is none. */
  readonly account: Account | undefined;
  readonly accounts: readonly Account[];
  /** The session of the account that is shown: the one that runs, or else the latest. */
  readonly session: Session | undefined;
  /** All sessions of the account, newest first. */
  readonly sessions: readonly Session[];
  readonly isLoading: boolean;
  readonly error: Error | null;
  readonly choose: (accountId: string) => void;
  /** Returns the address of a screen of the same account. */
  readonly href: (path: string, query?: Readonly<Record<string, string | undefined>>) => string;
}

const CurrentContext = createContext<Current | undefined>(undefined);
const HrefContext = createContext<Current['href']>((path) => path);

/** Says which account and session all screens are about. The address decides (`account`, `session`), then the last choice, then what runs. */
export function CurrentProvider({ children }: { readonly children: ReactNode }) {
  const [asked] = useUrlState('account');
  const [askedSession] = useUrlState('session');
  const [last, remember] = usePreference<string | undefined>('account', undefined);
  const query = useQuery({
    queryKey: ['accounts'],
    queryFn: () => read(api.GET('/api/accounts')),
    refetchInterval: 30_000,
  });
  const live = useTopic('sessions');

  const accounts = query.data?.accounts;
  const all = live.items;
  const account = useMemo(() => {
    if (accounts === undefined) return undefined;
    const byId = (id: string | undefined) => accounts.find((one) => one.id === id);
    const running = all?.findLast(({ state }) => state === 'running');
    return byId(asked) ?? byId(last) ?? byId(running?.accountId) ?? byId('demo') ?? accounts[0];
  }, [accounts, all, asked, last]);

  const sessions = useMemo(
    () =>
      (all ?? [])
        .filter(({ accountId }) => accountId === account?.id)
        .sort((one, other) => other.createdAt.localeCompare(one.createdAt)),
    [all, account?.id],
  );
  const session =
    sessions.find(({ id }) => id === askedSession) ??
    sessions.find(({ state }) => state === 'running' || state === 'paused') ??
    sessions[0];

  const choose = useCallback(
    (accountId: string) => {
      remember(accountId);
      changeSearch({ account: accountId, session: undefined }, true);
    },
    [remember],
  );
  const href = useCallback(
    (path: string, values: Readonly<Record<string, string | undefined>> = {}) => {
      const search = new URLSearchParams();
      for (const [name, value] of Object.entries({ account: asked, ...values })) {
        if (value !== undefined && value !== '') search.set(name, value);
      }
      const text = search.toString();
      return text === '' ? path : `${path}?${text}`;
    },
    [asked],
  );

  const current = useMemo<Current>(
    () => ({
      account,
      accounts: accounts ?? [],
      session,
      sessions,
      isLoading: query.isPending || (all === undefined && live.fault === undefined),
      error: query.error,
      choose,
      href,
    }),
    [account, accounts, session, sessions, query.isPending, query.error, all, live.fault, choose, href],
  );
  return (
    <HrefContext value={href}>
      <CurrentContext value={current}>{children}</CurrentContext>
    </HrefContext>
  );
}

/** Returns which account and session the screens are about. */
export function useCurrent(): Current {
  const current = useContext(CurrentContext);
  if (current === undefined) throw new Error('useCurrent is used outside of CurrentProvider.');
  return current;
}

/** Returns what makes the address of a screen of the same account. It changes only with the account, and what else is current many times a second. */
export function useHref(): Current['href'] {
  return useContext(HrefContext);
}

/** Returns the close of the newest bar that the session has seen: the time it is on the screens. */
export function useMarketTime(): string | undefined {
  const { session } = useCurrent();
  return useSessionTopic(session?.id, 'equity').items?.at(-1)?.at;
}
