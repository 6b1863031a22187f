'use client';

import { type RefCallback, useCallback, useState } from 'react';

export interface Size {
  readonly width: number;
  readonly height: number;
}

const UNKNOWN: Size = { width: 0, height: 0 };

/** Returns what measures an element, and its size in whole px; 0 by 0 before it is drawn. */
export function useSize(): [RefCallback<HTMLElement>, Size] {
  const [size, setSize] = useState(UNKNOWN);
  const measure = useCallback((element: HTMLElement | null) => {
    if (element === null) return;
    const take = ({ width, height }: Size) =>
      setSize((known) => {
        const now = { width: Math.floor(width), height: Math.floor(height) };
        return known.width === now.width && known.height === now.height ? known : now;
      });
    take(element.getBoundingClientRect());
    const observer = new ResizeObserver(([entry]) => entry !== undefined && take(entry.contentRect));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [measure, size];
}
