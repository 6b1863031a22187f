import type { Progress } from '../operations/operation.ts';
import type { Output } from './text/terminal.ts';

export interface ProgressLine {
  show(step: Progress): void;
  /** Takes the line off the screen again. */
  clear(): void;
}

const CLEAR_LINE = '\r\u001b[2K';

/** Returns a line on the error output that follows the work: redrawn per percent on a terminal, one line per tenth elsewhere when asked for. */
export function createProgressLine(output: Output, isAsked: boolean): ProgressLine {
  const isTerminal = output.isTTY === true;
  const stepPercent = isTerminal ? 1 : 10;
  let shown = -1;
  let isDrawn = false;
  return {
    show: ({ done, total, of }) => {
      if (!isTerminal && !isAsked) return;
      const percent = total > 0 ? Math.floor((100 * done) / total / stepPercent) * stepPercent : 100;
      if (percent === shown) return;
      shown = percent;
      const text = `${percent}% of ${total} ${of}`;
      output.write(isTerminal ? `${CLEAR_LINE}${text}` : `${text}\n`);
      isDrawn = isTerminal;
    },
    clear: () => {
      if (isDrawn) output.write(CLEAR_LINE);
      isDrawn = false;
    },
  };
}
