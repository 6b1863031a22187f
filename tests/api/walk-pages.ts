import type { Operation } from '@candor/server/operations/operation';
import type { HttpDoor, Input } from './http-door.ts';

/** Returns every entry of a list, page by page, as a client that follows the cursors sees it. */
export async function walkPages<Output extends { readonly nextCursor: string | null }, Entry>(
  door: HttpDoor,
  operation: Pick<Operation<never, Output, never>, 'id' | 'http' | 'output'>,
  input: Input,
  entriesOf: (page: Output) => readonly Entry[],
): Promise<Entry[]> {
  const entries: Entry[] = [];
  let cursor: string | null = null;
  do {
    const page: Output = await door.done(operation, cursor === null ? input : { ...input, cursor });
    entries.push(...entriesOf(page));
    cursor = page.nextCursor;
  } while (cursor !== null);
  return entries;
}
