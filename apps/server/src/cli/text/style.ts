import { styleText } from 'node:util';

/** Ways to mark text. Colour only repeats what the words already say. */
export interface Style {
  bold(text: string): string;
  dim(text: string): string;
  good(text: string): string;
  bad(text: string): string;
  warn(text: string): string;
}

/** Returns the marks for an output that may or may not be coloured; without colour each returns its text untouched. */
export function createStyle(isColoured: boolean): Style {
  const mark = (format: Parameters<typeof styleText>[0]) => (text: string) =>
    isColoured ? styleText(format, text, { validateStream: false }) : text;
  return { bold: mark('bold'), dim: mark('dim'), good: mark('green'), bad: mark('red'), warn: mark('yellow') };
}
