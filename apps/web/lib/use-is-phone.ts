'use client';

import { useSyncExternalStore } from 'react';

// The style sheet's own `phone` breakpoint.
const QUERY = '(width < 720px)';

function subscribe(listener: () => void): () => void {
  const query = matchMedia(QUERY);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

/** Tells whether the page is as narrow as a phone, where it changes what is drawn and not only how. The server draws for a desk. */
export function useIsPhone(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => matchMedia(QUERY).matches,
    () => false,
  );
}
