'use client';

import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** Returns whether the page is being printed. Paper is light, whatever the screen is. */
export function useIsPrinting(): boolean {
  const [isPrinting, setIsPrinting] = useState(false);
  useEffect(() => {
    const { dataset } = document.documentElement;
    let theme: string | undefined;
    const begin = () => {
      theme ??= dataset['theme'];
      dataset['theme'] = 'light';
      // The browser takes its picture as soon as this returns.
      flushSync(() => setIsPrinting(true));
    };
    const end = () => {
      if (theme !== undefined) dataset['theme'] = theme;
      theme = undefined;
      setIsPrinting(false);
    };
    addEventListener('beforeprint', begin);
    addEventListener('afterprint', end);
    return () => {
      removeEventListener('beforeprint', begin);
      removeEventListener('afterprint', end);
    };
  }, []);
  return isPrinting;
}
