import type { SeriesColor } from './chart-content';

/** What a chart is drawn with: the page's own tokens, as the theme has them now. */
export interface ChartColors {
  readonly surface: string;
  readonly line: string;
  readonly text: string;
  readonly text2: string;
  readonly text3: string;
  readonly accent: string;
  readonly up: string;
  readonly down: string;
  readonly tag: string;
  readonly font: string;
  readonly series: Readonly<Record<SeriesColor, string>>;
}

/** Returns the colours of the theme that the page is in. */
export function readColors(): ChartColors {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    surface: token('canvas'),
    line: token('line'),
    text: token('text'),
    text2: token('text-2'),
    text3: token('text-3'),
    accent: token('accent'),
    up: token('up'),
    down: token('down'),
    tag: token('text-2'),
    font: getComputedStyle(document.body).fontFamily,
    series: {
      s1: token('s1'),
      s2: token('s2'),
      s3: token('s3'),
      s4: token('s4'),
      s5: token('s5'),
      s6: token('s6'),
      s7: token('s7'),
      s8: token('s8'),
    },
  };
}

/** Returns a colour of six digits with an opacity from 0 to 1. */
export function withOpacity(color: string, opacity: number): string {
  const short = /^#([\da-f])([\da-f])([\da-f])$/i.exec(color);
  const six =
    short === null
      ? color
      : `#${short
          .slice(1)
          .map((digit) => digit + digit)
          .join('')}`;
  return `${six}${Math.round(opacity * 255)
    .toString(16)
    .padStart(2, '0')}`;
}

/** Tells when the theme of the page changes; what is returned ends it. */
export function onThemeChange(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
}
