'use client';

import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useState,
  useSyncExternalStore,
} from 'react';
import { type ConnectionState, LiveConnection } from './live-connection';
import type { ItemOf, SessionTopicKind, Topic } from './topics';

const LiveContext = createContext<LiveConnection | undefined>(undefined);

/** Opens the page's one connection to the live channel. */
export function LiveProvider({ children }: { readonly children: ReactNode }) {
  const [live] = useState(
    () => new LiveConnection(() => `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/ws?gather=1`),
  );
  useEffect(() => live.open(), [live]);
  return <LiveContext value={live}>{children}</LiveContext>;
}

/** Returns the connection itself. */
export function useLive(): LiveConnection {
  const live = useContext(LiveContext);
  if (live === undefined) throw new Error('useLive is used outside of LiveProvider.');
  return live;
}

const CONNECTING: ConnectionState = { kind: 'connecting' };

/** Returns how the connection is. */
export function useConnection(): ConnectionState {
  const live = useLive();
  return useSyncExternalStore(
    useCallback((listener) => live.onState(listener), [live]),
    () => live.state,
    () => CONNECTING,
  );
}

export interface TopicView<T> {
  /** Oldest first; undefined until the first snapshot is there. */
  readonly items: readonly T[] | undefined;
  /** Why there is nothing, in the server's words. */
  readonly fault: string | undefined;
  /** Market time of the newest message. */
  readonly at: string | undefined;
  readonly receivedAtMs: number | undefined;
}

const NOTHING: TopicView<never> = { items: undefined, fault: undefined, at: undefined, receivedAtMs: undefined };

/** Follows the jobs, the sessions, or the health of the server. */
export function useTopic<K extends 'health' | 'jobs' | 'sessions'>(kind: K): TopicView<ItemOf<K>> {
  return useAnyTopic<ItemOf<K>>(kind);
}

/** Follows a topic of a session; of none, nothing. */
export function useSessionTopic<K extends SessionTopicKind>(
  sessionId: string | undefined,
  kind: K,
): TopicView<ItemOf<K>> {
  return useAnyTopic<ItemOf<K>>(sessionId === undefined ? undefined : `sessions/${sessionId}/${kind}`);
}

function useAnyTopic<T>(topic: Topic | undefined): TopicView<T> {
  const live = useLive();
  const [view] = useState(() => new ViewOfTopic(live));
  return useSyncExternalStore(
    useCallback((listener) => (topic === undefined ? () => {} : live.follow(topic, listener)), [live, topic]),
    () => view.of(topic) as TopicView<T>,
    () => NOTHING,
  );
}

/** Gives the same object as long as nothing has changed, which React asks for. */
class ViewOfTopic {
  readonly #live: LiveConnection;
  #last: TopicView<unknown> = NOTHING;

  constructor(live: LiveConnection) {
    this.#live = live;
  }

  of(topic: Topic | undefined): TopicView<unknown> {
    const known = topic === undefined ? undefined : this.#live.topic(topic);
    if (known === undefined) {
      this.#last = NOTHING;
      return NOTHING;
    }
    const { state, fault } = known;
    const items = state.list;
    if (items !== this.#last.items || fault !== this.#last.fault) {
      this.#last = { items, fault, at: state.at, receivedAtMs: state.receivedAtMs };
    }
    return this.#last;
  }
}
