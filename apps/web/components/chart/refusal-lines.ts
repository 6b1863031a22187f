export interface RefusalLine {
  /** Of the limit that spoke; undefined where no limit did. */
  readonly code: string | undefined;
  readonly words: string;
}

/** Returns a refusal limit by limit: the server says them in one breath, each behind its code. */
export function refusalLines(text: string): RefusalLine[] {
  return text.split(/ (?=[A-Z][A-Z_]{2,}: )/).map((part) => {
    const [, code, words] = /^([A-Z][A-Z_]{2,}): (.*)$/s.exec(part) ?? [];
    return { code, words: words ?? part };
  });
}
