'use client';

import { useCallback, useMemo, useSyncExternalStore } from 'react';

// The address holds the state of every screen. It is read through a store of our own, so that pages can be rendered ahead of time: on
// the server the address is simply empty.

const listeners = new Set<() => void>();
let isWatching = false;

function watch(): void {
  if (isWatching) return;
  isWatching = true;
  // The router changes the address while React is working and may not be disturbed then.
  const tell = () =>
    queueMicrotask(() =>
      listeners.forEach((listener) => {
        listener();
      }),
    );
  for (const name of ['pushState', 'replaceState'] as const) {
    const change = history[name].bind(history);
    history[name] = (...given: Parameters<History['pushState']>) => {
      change(...given);
      tell();
    };
  }
  addEventListener('popstate', tell);
}

function subscribe(listener: () => void): () => void {
  watch();
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Returns the query of the address. */
export function useSearch(): URLSearchParams {
  const text = useSyncExternalStore(
    subscribe,
    () => location.search,
    () => '',
  );
  return useMemo(() => new URLSearchParams(text), [text]);
}

/** Returns one value of the query, and what changes it: undefined takes it out; `step` leaves the old one behind for "back". */
export function useUrlState(name: string): [string | undefined, (value: string | undefined, step?: boolean) => void] {
  const search = useSearch();
  const change = useCallback(
    (value: string | undefined, step = false) => changeSearch({ [name]: value }, step),
    [name],
  );
  return [search.get(name) ?? undefined, change];
}

/** Changes values of the query; undefined takes one out. */
export function changeSearch(values: Readonly<Record<string, string | undefined>>, step = false): void {
  const search = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined || value === '') search.delete(name);
    else search.set(name, value);
  }
  const text = search.toString();
  const address = `${location.pathname}${text === '' ? '' : `?${text}`}${location.hash}`;
  if (address === `${location.pathname}${location.search}${location.hash}`) return;
  if (step) history.pushState(null, '', address);
  else history.replaceState(null, '', address);
}
