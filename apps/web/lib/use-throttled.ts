'use client';

import { useEffect, useRef, useState } from 'react';

/** Returns a value that changes often at most so often; the last change is always shown. */
export function useThrottled<T>(value: T, everyMs: number): T {
  const [shown, setShown] = useState(value);
  const latest = useRef(value);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const shownAtMs = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    latest.current = value;
    if (timer.current !== undefined) return;
    const show = () => {
      timer.current = undefined;
      shownAtMs.current = performance.now();
      setShown(latest.current);
    };
    const waitMs = shownAtMs.current + everyMs - performance.now();
    if (waitMs <= 0) show();
    else timer.current = setTimeout(show, waitMs);
  }, [value, everyMs]);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    },
    [],
  );
  return shown;
}
