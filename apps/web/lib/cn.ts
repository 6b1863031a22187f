import { type ClassValue, clsx } from 'clsx';
import { extendTailwindMerge } from 'tailwind-merge';

const merge = extendTailwindMerge({
  extend: {
    classGroups: {
      'font-size': [{ text: ['micro', 'small', 'body', 'lead', 'title', 'page', 'stat', 'verdict', 'hero'] }],
      rounded: [{ rounded: ['mark', 'control', 'panel', 'sheet'] }],
    },
  },
});

/** Returns the class names as one, of two that contradict the later. */
export function cn(...classes: ClassValue[]): string {
  return merge(clsx(classes));
}
