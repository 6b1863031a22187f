import { CandorError } from '@candor/domain/candor-error';

interface Command {
  run(): void;
  fail(error: unknown): void;
}

/** What people want of a running session. It lands between two of its steps, in the order in which it came, and is answered once it is written. */
export class Mailbox {
  readonly #sessionId: string;
  readonly #onPost: () => void;
  #posted: Command[] = [];
  /** Done, and answered with the next turn. */
  #done: Command[] = [];
  /** Answered with the turn that reaches a position of the feed. */
  #stepping: (Command & { readonly position: number })[] = [];
  #closedBecause: string | undefined;

  constructor(sessionId: string, onPost: () => void) {
    this.#sessionId = sessionId;
    this.#onPost = onPost;
  }

  get isEmpty(): boolean {
    return this.#posted.length === 0;
  }

  /** Resolves when a turn with what the command did is written. Rejects with what it throws, at once. */
  ask<T>(run: () => T): Promise<T> {
    return new Promise((resolve, fail) => {
      const command = () => {
        const value = run();
        this.#done.push({ run: () => resolve(value), fail });
      };
      this.#post({ run: command, fail });
    });
  }

  /** Resolves when the position of the feed that the command returns is written. */
  askForPosition(run: () => number): Promise<void> {
    return new Promise((resolve, fail) => {
      this.#post({ run: () => this.#stepping.push({ position: run(), run: resolve, fail }), fail });
    });
  }

  /** Does everything that was posted; returns whether there was anything. */
  takeAll(): boolean {
    const commands = this.#posted;
    this.#posted = [];
    for (const { run, fail } of commands) {
      try {
        run();
      } catch (error) {
        fail(error);
      }
    }
    return commands.length > 0;
  }

  /** Returns whether somebody waits for that position, or an earlier one, to be written. */
  isAwaiting(position: number): boolean {
    return this.#stepping.some((command) => command.position <= position);
  }

  /** Answers what a written turn has. */
  answer(position: number): void {
    const answered = [...this.#done, ...this.#stepping.filter((command) => command.position <= position)];
    this.#done = [];
    this.#stepping = this.#stepping.filter((command) => command.position > position);
    for (const { run } of answered) run();
  }

  /** Refuses what was not answered, and all that still comes. */
  close(because: string): void {
    this.#closedBecause = because;
    for (const { fail } of [...this.#posted, ...this.#done, ...this.#stepping]) fail(this.#over(because));
  }

  #post(command: Command): void {
    if (this.#closedBecause !== undefined) {
      command.fail(this.#over(this.#closedBecause));
      return;
    }
    this.#posted.push(command);
    this.#onPost();
  }

  #over(because: string): CandorError {
    return new CandorError('trading.session-over', {
      kind: 'conflict',
      message: `Session ${this.#sessionId} is not driven any more (${because}).`,
    });
  }
}
