import type { z } from 'zod';

type Path = readonly PropertyKey[];

/** What the depth of an input may be: deeper ones are made to exhaust the stack of who reads them. */
const DEEPEST = 40;

/**
 * Returns an issue for every text of an input, names of fields included, that no database can keep: PostgreSQL has no character NUL, and half
 * of a surrogate pair is no character. Also one where the input is nested too deep to be looked at.
 */
export function unkeepableText(value: unknown, path: Path = []): z.core.$ZodIssueCustom[] {
  if (typeof value === 'string') return issuesOf(value, path);
  if (typeof value !== 'object' || value === null) return [];
  if (path.length >= DEEPEST) return [issue(path.slice(0, 1), `must not be nested deeper than ${DEEPEST} levels`)];
  return Object.entries(value).flatMap(([key, entry]) => {
    const inName = issuesOf(key, path);
    return inName.length > 0 ? inName : unkeepableText(entry, [...path, key]);
  });
}

function issuesOf(text: string, path: Path): z.core.$ZodIssueCustom[] {
  if (text.includes('\0')) return [issue(path, 'must not contain the character NUL')];
  return text.isWellFormed() ? [] : [issue(path, 'must not contain half of a surrogate pair')];
}

function issue(path: Path, message: string): z.core.$ZodIssueCustom {
  return { code: 'custom', path: [...path], message, input: undefined };
}
