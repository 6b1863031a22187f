'use client';

import type { RefCallback } from 'react';
import { useSize } from './use-size';

/** Returns what measures an element, and how wide it is in px; 0 before it is drawn. */
export function useWidth(): [RefCallback<HTMLElement>, number] {
  const [measure, { width }] = useSize();
  return [measure, width];
}
