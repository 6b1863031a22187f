import type { Container } from '../container.ts';
import type { Operation } from '../operations/operation.ts';
import type { Terminal } from './text/terminal.ts';

/** What a person sees of a result. */
export interface Shown {
  readonly text: string;
  /** 1 where the answer is bad news (a failed check, a mismatch), 2 where the input could not be used. */
  readonly exitCode: 0 | 1 | 2;
}

/** How the command line shows the result of an operation. */
export interface View<Output = unknown> {
  readonly operation: Operation<unknown, Output>;
  show(output: Output, terminal: Terminal): Shown;
}

/** Returns the view, with the operation's output as its type. */
export function defineView<Input, Output, Need extends keyof Container>(
  operation: Operation<Input, Output, Need>,
  show: (output: Output, terminal: Terminal) => Shown,
): View<Output> {
  return { operation, show };
}
