/** What a guide tells a reader to write. */
export interface Guide {
  /** Texts by path, from blocks whose first line is a comment with the path. */
  readonly files: Readonly<Record<string, string>>;
  /** Lines for the head of the catalog. */
  readonly imports: readonly string[];
  /** Lines for its list. */
  readonly entries: readonly string[];
}

const BLOCK = /^```ts\n([\s\S]*?)^```$/gm;
const PATH = /^\/\/ (\S+\.ts)\n+/;
const IMPORT = /^import .* from ['"].*['"];$/;
const ENTRY = /^\w+,$/;

/** Returns what the TypeScript blocks of a guide hold. A block without a path counts when all its lines are for the catalog. */
export function readGuide(markdown: string): Guide {
  const files: Record<string, string> = {};
  const imports: string[] = [];
  const entries: string[] = [];
  for (const [, block = ''] of markdown.matchAll(BLOCK)) {
    const path = PATH.exec(block);
    if (path?.[1] && !path[1].endsWith('/catalog.ts')) {
      files[path[1]] = block.slice(path[0].length);
      continue;
    }
    const lines = (path ? block.slice(path[0].length) : block)
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
    if (!lines.every((line) => IMPORT.test(line) || ENTRY.test(line))) continue;
    imports.push(...lines.filter((line) => IMPORT.test(line)));
    entries.push(...lines.filter((line) => ENTRY.test(line)));
  }
  return { files, imports, entries };
}

/** Returns the catalog with the lines added: imports on top, entries by name in the first list that has one entry a line. */
export function addCatalogLines(catalog: string, imports: readonly string[], entries: readonly string[]): string {
  const lines = catalog.split('\n');
  for (const entry of entries) {
    const start = lines.findIndex((line) => line.endsWith('= ['));
    const end = lines.findIndex((line, i) => i > start && line === '];');
    if (start < 0 || end < 0) throw new Error('The catalog has no list with one entry a line.');
    const after = lines.findIndex((line, i) => i > start && i < end && /^ {2}\w+,/.test(line) && line.trim() > entry);
    lines.splice(after < 0 ? end : after, 0, `  ${entry}`);
  }
  return [...imports, ...lines].join('\n');
}
