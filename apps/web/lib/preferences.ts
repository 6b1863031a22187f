'use client';

import { useCallback, useSyncExternalStore } from 'react';

// What this browser remembers for its person: how things look, never anything about money.

const EVENT = 'candor-preference';
const known = new Map<string, { text: string | null; value: unknown }>();

function subscribe(listener: () => void): () => void {
  addEventListener(EVENT, listener);
  addEventListener('storage', listener);
  return () => {
    removeEventListener(EVENT, listener);
    removeEventListener('storage', listener);
  };
}

/** Returns a remembered choice and what changes it. What cannot be read any more counts as never chosen. */
export function usePreference<T>(name: string, standard: T): [T, (value: T) => void] {
  const key = `candor.${name}`;
  const value = useSyncExternalStore(
    subscribe,
    () => remembered(key, standard),
    () => standard,
  );
  const change = useCallback((next: T) => remember(key, next), [key]);
  return [value, change];
}

function remembered<T>(key: string, standard: T): T {
  let text: string | null = null;
  try {
    text = localStorage.getItem(key);
  } catch {
    // A browser may refuse storage altogether; the standard holds then.
  }
  const last = known.get(key);
  if (last !== undefined && last.text === text) return last.value as T;
  const value = text === null ? standard : parse(text, standard);
  known.set(key, { text, value });
  return value;
}

function parse<T>(text: string, standard: T): T {
  try {
    return JSON.parse(text) as T;
  } catch {
    return standard;
  }
}

function remember(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    known.set(key, { text: null, value });
  }
  dispatchEvent(new Event(EVENT));
}
