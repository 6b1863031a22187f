'use client';

import { useEffect, useRef } from 'react';

export interface Shortcut {
  /** As typed: 'Space', '/', 'g o', 'Shift+Escape', 'Mod+k'. Two with a blank between are typed one after the other. */
  readonly keys: string;
  /** What it does, for the cheat sheet. */
  readonly does: string;
  /** Where it belongs on the cheat sheet. */
  readonly group: string;
  readonly run: (event: KeyboardEvent) => void;
  /** Works in a field, too. */
  readonly everywhere?: boolean;
}

const active = new Set<{ readonly shortcuts: readonly Shortcut[] }>();
const PAUSE_MS = 1_200;

/** Makes shortcuts work as long as the component is shown. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const holder = useRef({ shortcuts });
  useEffect(() => {
    holder.current.shortcuts = shortcuts;
  });
  useEffect(() => {
    const entry = holder.current;
    active.add(entry);
    listen();
    return () => {
      active.delete(entry);
    };
  }, []);
}

/** Returns the shortcuts that work now, by group. */
export function activeShortcuts(): ReadonlyMap<string, readonly Shortcut[]> {
  const groups = new Map<string, Shortcut[]>();
  for (const { shortcuts } of active) {
    for (const shortcut of shortcuts) {
      const group = groups.get(shortcut.group) ?? [];
      if (!group.some(({ keys }) => keys === shortcut.keys)) group.push(shortcut);
      groups.set(shortcut.group, group);
    }
  }
  return groups;
}

let isListening = false;
let first: { readonly key: string; readonly atMs: number } | undefined;

function listen(): void {
  if (isListening) return;
  isListening = true;
  addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    const key = nameOf(event);
    const pair = first !== undefined && event.timeStamp - first.atMs < PAUSE_MS ? `${first.key} ${key}` : undefined;
    first = undefined;
    // What was shown last is nearest to the person.
    const all = [...active].reverse().flatMap(({ shortcuts }) => shortcuts);
    const match =
      (pair === undefined ? undefined : all.find(({ keys }) => keys === pair)) ?? all.find(({ keys }) => keys === key);
    if (match !== undefined && (match.everywhere === true || !isTaken(event, key))) {
      event.preventDefault();
      match.run(event);
      return;
    }
    if (!isTaken(event, key) && all.some(({ keys }) => keys.startsWith(`${key} `))) {
      first = { key, atMs: event.timeStamp };
    }
  });
}

function nameOf({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): string {
  const plain = key === ' ' ? 'Space' : key;
  const parts = [];
  if (ctrlKey || metaKey) parts.push('Mod');
  if (altKey) parts.push('Alt');
  // A sign such as ? holds its Shift in itself.
  if (shiftKey && plain.length > 1) parts.push('Shift');
  parts.push(ctrlKey || metaKey ? plain.toLowerCase() : plain);
  return parts.join('+');
}

/** A key belongs to the field, the dialog or the control that has the focus. */
function isTaken(event: KeyboardEvent, key: string): boolean {
  const { target } = event;
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.matches('input:not([type=checkbox]):not([type=radio]), textarea, select'))
    return true;
  if (target.closest('[role=dialog], [role=menu], [role=listbox]') !== null) return true;
  return (
    (key === 'Space' || key === 'Enter') &&
    target.matches('button, a, summary, [role=button], [role=switch], [role=tab], input')
  );
}
