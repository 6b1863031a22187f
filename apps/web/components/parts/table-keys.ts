'use client';

import { type RefObject, useEffect, useRef } from 'react';
import { useShortcuts } from '@/lib/keys';

/** What keys do in a table; one that does nothing there is left out. */
export type TableDeeds = Readonly<Record<string, (() => void) | undefined>>;

interface ShownTable {
  readonly root: HTMLElement;
  readonly deeds: TableDeeds;
}

const KEYS: Readonly<Record<string, string>> = {
  j: 'next row',
  k: 'row before',
  Enter: 'open the row',
  x: 'cancel the order of the row',
};

const shown = new Set<ShownTable>();
let used: HTMLElement | undefined;

/**
 * Makes keys from elsewhere on the page do something in a table. Of several tables one answers: that in which a row was last gone to, and
 * until then the first on the page.
 */
export function useTableKeys(root: RefObject<HTMLElement | null>, deeds: TableDeeds): void {
  const latest = useRef(deeds);
  useEffect(() => {
    latest.current = deeds;
  });
  useEffect(() => {
    const element = root.current;
    if (element === null) return;
    const table: ShownTable = {
      root: element,
      get deeds() {
        return latest.current;
      },
    };
    const use = () => {
      used = element;
    };
    shown.add(table);
    element.addEventListener('focusin', use);
    element.addEventListener('pointerdown', use);
    return () => {
      shown.delete(table);
      element.removeEventListener('focusin', use);
      element.removeEventListener('pointerdown', use);
      if (used === element) used = undefined;
    };
  }, [root]);
  useShortcuts(
    Object.entries(deeds).flatMap(([keys, deed]) =>
      deed === undefined
        ? []
        : [{ keys, does: KEYS[keys] ?? '', group: 'Tables', run: () => answering(shown, used)?.deeds[keys]?.() }],
    ),
  );
}

/** Returns the table that the keys of the page belong to, of those that can be seen. */
function answering(tables: Iterable<ShownTable>, last: HTMLElement | undefined): ShownTable | undefined {
  const visible = [...tables].filter(({ root }) => root.checkVisibility());
  const [first] = visible.toSorted((one, other) =>
    one.root.compareDocumentPosition(other.root) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
  );
  return visible.find(({ root }) => root === last) ?? first;
}
