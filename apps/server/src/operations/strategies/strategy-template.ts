/** Returns the text of a first strategy: small, commented, and passing every law. */
export function strategyTemplate(name: string): string {
  const constant = name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  return `// Your own strategy. This folder is yours: git ignores it. Change anything, then:
//   npx candor check my/${name}.ts
//   npx candor backtest --symbol AAPL --strategy my/${name}.ts --param slow=100

import { flat, long } from '@candor/domain/signal';
import { createSma } from '@candor/indicators/indicators/sma';
import { defineStrategy } from '@candor/strategies/define-strategy';
import { z } from 'zod';

export const ${constant} = defineStrategy({
  id: '${name}',
  title: '${title(name)}',
  summary: 'Long while the close is above its average.',

  // What can be tried out from the command line. Bounds are checked for you; every parameter needs a default.
  params: z.object({ slow: z.int().min(2).max(1000).default(50) }),

  // How many bars must have closed before the first opinion is possible.
  warmup: ({ slow }) => slow,

  create: ({ slow }) => {
    // Everything that changes from bar to bar lives in these two and nowhere else: they are saved and restored for you.
    // Parts are indicators and other things that save themselves; memory is plain JSON.
    const parts = { average: createSma(slow) };
    const memory = { isAbove: false };
    return {
      parts,
      memory,

      // Called once for every bar that has closed. \`view\` is that bar; \`view.ago(1)\` is the one before; the future cannot be reached.
      // Return long, short or flat when your opinion changes, and undefined to let the last one stand.
      onBar(view) {
        const average = parts.average.next(view.close);
        // An indicator that is not ready has no number, and no number is neither above nor below anything.
        if (!parts.average.ready) return undefined;
        const isAbove = view.close > average;
        if (isAbove === memory.isAbove) return undefined;
        memory.isAbove = isAbove;
        return isAbove
          ? long({ confidence: 0.6, reason: 'The close rose above its average.' })
          : flat({ reason: 'The close fell below its average.' });
      },
    };
  },
});
`;
}

function title(name: string): string {
  const words = name.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
