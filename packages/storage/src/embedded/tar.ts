/** A file in a tar archive, or a folder when its name ends with a slash. */
export interface TarFile {
  readonly name: string;
  readonly size: number;
  /** The content, of exactly `size` bytes. It must be read before the next file is asked for. */
  readonly content: AsyncIterable<Buffer>;
}

const BLOCK = 512;
const LONGEST_NAME = 100;
const REGULAR = '0';
const FOLDER = '5';

/** Returns a tar archive (POSIX ustar) of files, as it streams. */
export async function* packTar(files: AsyncIterable<TarFile>): AsyncGenerator<Buffer> {
  for await (const { name, size, content } of files) {
    yield header(name, size);
    let written = 0;
    for await (const chunk of content) {
      written += chunk.length;
      yield chunk;
    }
    if (written !== size) throw new RangeError(`${name} has ${written} bytes and not ${size}.`);
    yield Buffer.alloc(padding(size));
  }
  yield Buffer.alloc(2 * BLOCK);
}

/** Returns the files and folders of a tar archive, one after the other. Throws a RangeError on anything else, or when it is cut off. */
export async function* unpackTar(archive: AsyncIterable<Buffer>): AsyncGenerator<TarFile> {
  const bytes = createByteReader(archive);
  for (;;) {
    const block = await bytes.exactly(BLOCK);
    if (block.every((byte) => byte === 0)) return;
    const { name, size } = parseHeader(block);
    let left = size;
    const content = async function* (): AsyncGenerator<Buffer> {
      while (left > 0) {
        const chunk = await bytes.atMost(left);
        left -= chunk.length;
        yield chunk;
      }
    };
    yield { name, size, content: content() };
    if (left > 0) throw new RangeError(`${name} was not read to its end.`);
    await bytes.exactly(padding(size));
  }
}

function header(name: string, size: number): Buffer {
  if (Buffer.byteLength(name) > LONGEST_NAME) throw new RangeError(`${name} is too long a name for a tar archive.`);
  const block = Buffer.alloc(BLOCK);
  block.write(name, 0);
  block.write(octal(isFolder(name) ? 0o700 : 0o600, 8), 100, 'latin1');
  block.write(octal(0, 8), 108, 'latin1');
  block.write(octal(0, 8), 116, 'latin1');
  block.write(octal(size, 12), 124, 'latin1');
  block.write(octal(0, 12), 136, 'latin1');
  block.write(isFolder(name) ? FOLDER : REGULAR, 156, 'latin1');
  block.write('ustar\u000000', 257, 'latin1');
  block.write(`${octal(checksum(block), 7)} `, 148, 'latin1');
  return block;
}

function parseHeader(block: Buffer): { readonly name: string; readonly size: number } {
  if (Number.parseInt(text(block, 148, 8), 8) !== checksum(block)) throw new RangeError('This is no tar archive.');
  const name = text(block, 0, LONGEST_NAME);
  const type = text(block, 156, 1);
  if (type !== (isFolder(name) ? FOLDER : REGULAR)) throw new RangeError(`${name} is no regular file.`);
  return { name, size: Number.parseInt(text(block, 124, 12), 8) };
}

function isFolder(name: string): boolean {
  return name.endsWith('/');
}

// The sum of the header's bytes, with blanks where the sum itself stands.
function checksum(block: Buffer): number {
  return block.reduce((sum, byte, index) => sum + (index >= 148 && index < 156 ? 0x20 : byte), 0);
}

function octal(value: number, width: number): string {
  const digits = value.toString(8).padStart(width - 1, '0');
  if (digits.length >= width) throw new RangeError(`${value} is too large for a tar archive.`);
  return `${digits}\0`;
}

function text(block: Buffer, at: number, length: number): string {
  const field = block.toString('utf8', at, at + length);
  const end = field.indexOf('\0');
  return (end < 0 ? field : field.slice(0, end)).trim();
}

function padding(size: number): number {
  return (BLOCK - (size % BLOCK)) % BLOCK;
}

interface ByteReader {
  exactly(count: number): Promise<Buffer>;
  /** Returns at least one byte and at most `count`. */
  atMost(count: number): Promise<Buffer>;
}

function createByteReader(source: AsyncIterable<Buffer>): ByteReader {
  const chunks = source[Symbol.asyncIterator]();
  let rest: Buffer = Buffer.alloc(0);
  const atMost = async (count: number): Promise<Buffer> => {
    while (rest.length === 0) {
      const { done, value } = await chunks.next();
      if (done) throw new RangeError('The archive is cut off.');
      rest = value;
    }
    const taken = rest.subarray(0, count);
    rest = rest.subarray(taken.length);
    return taken;
  };
  const exactly = async (count: number): Promise<Buffer> => {
    const parts: Buffer[] = [];
    for (let left = count; left > 0; ) {
      const part = await atMost(left);
      parts.push(part);
      left -= part.length;
    }
    return Buffer.concat(parts);
  };
  return { atMost, exactly };
}
