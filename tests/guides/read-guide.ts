/** What a guide tells a reader to write. */
export interface Guide {
  /** Texts by path, from blocks whose first line is a comment with the path. */
  readonly files: Readonly<Record<string, string>>;
  /** Lines for the head of the catalog, from the block whose path is the catalog's. */
  readonly imports: readonly string[];
  /** Lines for its list. */
  readonly entries: readonly string[];
  /** Lines for the catalog's test: each text goes below the line that it begins with. */
  readonly insertions: readonly { readonly path: string; readonly text: string }[];
}

const BLOCK = /^```ts\n([\s\S]*?)^```$/gm;
const PATH = /^\/\/ (\S+\.ts)\n+/;
const IMPORT = /^import .* from ['"].*['"];$/;
const ENTRY = /^\w+,$/;

/** Returns what the TypeScript blocks of a guide hold. Blocks without a path are asides. */
export function readGuide(markdown: string): Guide {
  const files: Record<string, string> = {};
  const imports: string[] = [];
  const entries: string[] = [];
  const insertions: { path: string; text: string }[] = [];
  for (const [, block = ''] of markdown.matchAll(BLOCK)) {
    const [head, path] = PATH.exec(block) ?? [];
    if (head === undefined || path === undefined) continue;
    const text = block.slice(head.length);
    if (path.endsWith('/catalog.test.ts')) {
      insertions.push({ path, text });
      continue;
    }
    if (!path.endsWith('/catalog.ts')) {
      files[path] = text;
      continue;
    }
    for (const line of text.split('\n').map((raw) => raw.trim())) {
      if (IMPORT.test(line)) imports.push(line);
      else if (ENTRY.test(line)) entries.push(line);
      else if (line !== '') throw new Error(`"${line}" is neither an import nor an entry of a catalog.`);
    }
  }
  return { files, imports, entries, insertions };
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

/** Returns the file with the lines of an insertion after the first of them, which must be there once. */
export function insertBelow(file: string, insertion: string): string {
  const [anchor = ''] = insertion.split('\n', 1);
  const [before, after, ...more] = file.split(`${anchor}\n`);
  if (after === undefined || more.length > 0) throw new Error(`"${anchor}" does not stand in the file exactly once.`);
  return before + insertion + after;
}
