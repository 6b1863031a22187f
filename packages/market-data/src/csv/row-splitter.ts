const QUOTE = 34;
const SPACE = 32;

/**
 * Finds the fields of one row after another, without allocating. A row ends with its line even inside quotes: a quote that somebody forgot
 * costs that row, not the rest of the file.
 */
export class RowSplitter {
  /** Bytes [start, end) of each named field, without the spaces and quotes around it. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  fields = 0;
  /** Whether there is text after the last named field, so that columns must have shifted. */
  hasMore = false;
  hasOpenQuote = false;
  readonly #bytes: Uint8Array;
  readonly #columns: number;
  readonly #newline: number;
  readonly #delimiter: number;
  // 1 for the bytes that mean something to a CSV, so that the others take one look each.
  readonly #special = new Uint8Array(256);

  constructor(bytes: Uint8Array, columns: number, delimiter: number, newline: number) {
    this.#bytes = bytes;
    this.#columns = columns;
    this.#newline = newline;
    this.#delimiter = delimiter;
    this.starts = new Int32Array(columns);
    this.ends = new Int32Array(columns);
    for (const byte of [delimiter, newline, QUOTE]) this.#special[byte] = 1;
  }

  /** Splits the row that begins at a byte and returns the byte of its line end, which may be the end of the file. */
  split(rowStart: number): number {
    const bytes = this.#bytes;
    const special = this.#special;
    const end = bytes.length;
    let at = rowStart;
    let fieldStart = rowStart;
    let isQuoted = false;
    this.fields = 0;
    this.hasMore = false;
    for (; ; at++) {
      while (at < end && special[bytes[at]!] === 0) at++;
      if (at === end || bytes[at] === this.#newline) break;
      if (bytes[at] === QUOTE) {
        isQuoted = !isQuoted;
      } else if (!isQuoted && bytes[at] === this.#delimiter) {
        this.#add(fieldStart, at);
        fieldStart = at + 1;
      }
    }
    this.#add(fieldStart, at);
    this.hasOpenQuote = isQuoted;
    return at;
  }

  #add(start: number, end: number): void {
    const bytes = this.#bytes;
    let from = start;
    let to = end;
    while (from < to && bytes[from]! <= SPACE) from++;
    while (to > from && bytes[to - 1]! <= SPACE) to--;
    if (to - from >= 2 && bytes[from] === QUOTE && bytes[to - 1] === QUOTE) {
      from++;
      to--;
    }
    if (this.fields < this.#columns) {
      this.starts[this.fields] = from;
      this.ends[this.fields] = to;
    } else if (to > from) {
      this.hasMore = true;
    }
    this.fields++;
  }
}
