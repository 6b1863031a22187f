'use client';

import { useEffect } from 'react';
import { usePreference } from './preferences';

export type Theme = 'dark' | 'light' | 'contrast';
export type ThemeChoice = Theme | 'system';

/** Returns the chosen theme and what changes it, and keeps the page in it. */
export function useTheme(): [ThemeChoice, (choice: ThemeChoice) => void] {
  const [choice, choose] = usePreference<ThemeChoice>('theme', 'system');
  useEffect(() => {
    const queries = [matchMedia('(prefers-contrast: more)'), matchMedia('(prefers-color-scheme: light)')];
    const apply = () => {
      const [contrast, light] = queries;
      document.documentElement.dataset['theme'] =
        choice !== 'system' ? choice : contrast?.matches ? 'contrast' : light?.matches ? 'light' : 'dark';
    };
    apply();
    for (const query of queries) query.addEventListener('change', apply);
    return () => {
      for (const query of queries) query.removeEventListener('change', apply);
    };
  }, [choice]);
  return [choice, choose];
}
