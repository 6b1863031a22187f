'use client';

import { useToast } from '@/components/parts/toast';
import type { RunDocument } from './run-document';

/** Returns what puts the whole manifest on the clipboard, as JSON. */
export function useCopyManifest(manifest: RunDocument['manifest']): () => void {
  const say = useToast();
  return () => {
    // A page that is not served from this machine or over TLS has no clipboard.
    const written = navigator.clipboard?.writeText(`${JSON.stringify(manifest, null, 2)}\n`) ?? Promise.reject();
    written.then(
      () => say('The manifest is on the clipboard.'),
      () =>
        say('The browser did not let the manifest onto the clipboard. Export has the whole document.', {
          tone: 'failed',
        }),
    );
  };
}
