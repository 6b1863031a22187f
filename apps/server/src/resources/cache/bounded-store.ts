/** Texts by key, up to a size: the one not used for longest goes first. A text larger than the whole is not kept. */
export class BoundedStore extends Map<string, string> {
  readonly #maxCharacters: number;
  #characters = 0;

  constructor(maxCharacters: number) {
    super();
    this.#maxCharacters = maxCharacters;
  }

  /** Keys and texts together. */
  get characters(): number {
    return this.#characters;
  }

  override get(key: string): string | undefined {
    const text = super.get(key);
    if (text === undefined) return undefined;
    // A Map lists its keys in the order they were set, so the one used last is set last.
    super.delete(key);
    super.set(key, text);
    return text;
  }

  override set(key: string, text: string): this {
    this.delete(key);
    const size = sizeOf(key, text);
    if (size > this.#maxCharacters) return this;
    for (const oldest of this.keys()) {
      if (this.#characters + size <= this.#maxCharacters) break;
      this.delete(oldest);
    }
    this.#characters += size;
    return super.set(key, text);
  }

  override delete(key: string): boolean {
    const text = super.get(key);
    if (text !== undefined) this.#characters -= sizeOf(key, text);
    return super.delete(key);
  }

  override clear(): void {
    this.#characters = 0;
    super.clear();
  }
}

function sizeOf(key: string, text: string): number {
  return key.length + text.length;
}
