import { promisify } from 'node:util';
import { brotliCompress, gzip, constants as zlib } from 'node:zlib';

/** What a body is sent as, and its name as a Content-Encoding; undefined when it is sent as it is. */
export interface Encoded {
  readonly bytes: Buffer;
  readonly encoding: 'br' | 'gzip' | undefined;
}

const SMALLEST_WORTH_IT_BYTES = 1024;
const deflate = promisify(gzip);
const brotli = promisify(brotliCompress);
// Above 9, brotli takes ten times as long for the last few percent.
const BROTLI = { params: { [zlib.BROTLI_PARAM_QUALITY]: 9 } };

/** A body that never changes. Unless it came compressed, that is done when somebody first takes it so, and kept. */
export class EncodedBody {
  readonly #plain: Encoded;
  readonly #isText: boolean;
  readonly #made = new Map<'br' | 'gzip', Promise<Encoded>>();

  constructor(bytes: Buffer, { isText, brotli }: { readonly isText: boolean; readonly brotli?: Buffer | undefined }) {
    this.#plain = { bytes, encoding: undefined };
    this.#isText = isText;
    if (brotli !== undefined) this.#made.set('br', Promise.resolve({ bytes: brotli, encoding: 'br' }));
  }

  /** Returns the body in the best form that an Accept-Encoding takes. */
  async as(acceptEncoding: string | undefined): Promise<Encoded> {
    if (!this.#isText || this.#plain.bytes.length < SMALLEST_WORTH_IT_BYTES) return this.#plain;
    const encoding = bestOf(acceptEncoding);
    if (encoding === undefined) return this.#plain;
    const made = this.#made.get(encoding) ?? this.#make(encoding);
    this.#made.set(encoding, made);
    return made;
  }

  async #make(encoding: 'br' | 'gzip'): Promise<Encoded> {
    const { bytes } = this.#plain;
    return { bytes: await (encoding === 'br' ? brotli(bytes, BROTLI) : deflate(bytes)), encoding };
  }
}

function bestOf(acceptEncoding = ''): 'br' | 'gzip' | undefined {
  // "gzip;q=0" is how gzip is refused.
  const taken = acceptEncoding
    .toLowerCase()
    .split(',')
    .map((each) => each.split(';').map((part) => part.trim()))
    .filter(([, weight = 'q=1']) => !/^q=0(\.0*)?$/.test(weight))
    .map(([name]) => name);
  if (taken.includes('br')) return 'br';
  return taken.includes('gzip') ? 'gzip' : undefined;
}
