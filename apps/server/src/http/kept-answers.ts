export interface KeptAnswer {
  readonly body: string;
  readonly tag: string;
}

const MOST_ANSWERS = 256;
const MOST_CHARACTERS = 16 * 2 ** 20;

/** Answers that stay true for as long as the process runs, by the address they were asked for under. The oldest give way. */
export class KeptAnswers {
  readonly #answers = new Map<string, KeptAnswer>();
  #characters = 0;

  find(address: string): KeptAnswer | undefined {
    return this.#answers.get(address);
  }

  keep(address: string, answer: KeptAnswer): void {
    if (this.#answers.has(address)) return;
    this.#answers.set(address, answer);
    this.#characters += answer.body.length;
    for (const [oldest, { body }] of this.#answers) {
      if (this.#answers.size <= MOST_ANSWERS && this.#characters <= MOST_CHARACTERS) return;
      this.#answers.delete(oldest);
      this.#characters -= body.length;
    }
  }
}
