export interface KeptAnswer {
  /** JSON in UTF-8. */
  readonly body: Buffer;
  readonly tag: string;
  /** Pattern of the route that gave it. */
  readonly route: string;
}

const MOST_ANSWERS = 256;
const MOST_BYTES = 16 * 2 ** 20;

/** Answers that stay true for as long as the process runs, by the address they were asked for under. The oldest give way. */
export class KeptAnswers {
  readonly #answers = new Map<string, KeptAnswer>();
  #bytes = 0;

  find(address: string): KeptAnswer | undefined {
    return this.#answers.get(address);
  }

  /** Lets go of all of them. */
  clear(): void {
    this.#answers.clear();
    this.#bytes = 0;
  }

  keep(address: string, answer: KeptAnswer): void {
    if (this.#answers.has(address)) return;
    this.#answers.set(address, answer);
    this.#bytes += answer.body.length;
    for (const [oldest, { body }] of this.#answers) {
      if (this.#answers.size <= MOST_ANSWERS && this.#bytes <= MOST_BYTES) return;
      this.#answers.delete(oldest);
      this.#bytes -= body.length;
    }
  }
}
