/** What a client sent, cut where messages end. */
export interface MessageReader {
  /** Takes what arrived and returns the whole messages there are by now, as one piece. Throws when the stream is not what it should be. */
  push(chunk: Buffer): Messages | undefined;
}

export interface Messages {
  /** Whole messages, one after the other. */
  readonly bytes: Buffer;
  /** The client said goodbye after them. */
  readonly isGoodbye: boolean;
}

const TYPE_AND_LENGTH_BYTES = 5;
const TERMINATE = 'X'.charCodeAt(0);
// PostgreSQL's own bound of one message.
const LARGEST_BODY_BYTES = 2 ** 30 - 1;

/** Returns a reader of typed messages: one byte of type, then the length, which counts itself, then the body. */
export function createMessageReader(): MessageReader {
  let chunks: Buffer[] = [];
  let size = 0;
  // A large message arrives in many chunks; they are joined once, when it is whole.
  let needed = TYPE_AND_LENGTH_BYTES;
  return {
    push: (chunk) => {
      chunks.push(chunk);
      size += chunk.length;
      if (size < needed) return undefined;
      const joined = chunks.length === 1 ? chunk : Buffer.concat(chunks);
      let end = 0;
      let isGoodbye = false;
      needed = TYPE_AND_LENGTH_BYTES;
      while (!isGoodbye && size - end >= TYPE_AND_LENGTH_BYTES) {
        needed = 1 + bodyBytes(joined, end + 1);
        if (size - end < needed) break;
        isGoodbye = joined[end] === TERMINATE;
        if (!isGoodbye) end += needed;
        needed = TYPE_AND_LENGTH_BYTES;
      }
      chunks = [joined.subarray(end)];
      size -= end;
      return end === 0 && !isGoodbye ? undefined : { bytes: joined.subarray(0, end), isGoodbye };
    },
  };
}

function bodyBytes(bytes: Buffer, at: number): number {
  const length = bytes.readInt32BE(at);
  if (length < 4 || length > LARGEST_BODY_BYTES) throw new RangeError(`A message claims a length of ${length} bytes.`);
  return length;
}
