import { CandorError } from '@candor/domain/candor-error';
import { checkStrategyLaws, type LawResult } from '@candor/strategies/laws';
import { practiceBars } from '@candor/strategies/laws/practice-bars';
import { z } from 'zod';
import { setAmbientTraps } from '../../resources/ambient-traps.ts';
import { defineOperation } from '../operation.ts';

const PRACTICE_BARS = 1500;
const PRACTICE_SEED = 11;
const OWN_FILE = /^my\/[\w-]+\.ts$/;

export const checkStrategy = defineOperation({
  id: 'strategies.check',
  summary:
    'Put a strategy of your own through the laws: does it peek ahead, keep hidden state, or differ from run to run?',
  input: z.object({
    file: z.string().min(1).describe('The file of the strategy, like my/first-idea.ts.'),
    params: z
      .record(z.string(), z.union([z.number(), z.boolean(), z.string()]))
      .default({})
      .describe('Parameters other than the defaults.'),
    symbol: z.string().min(1).default('AAPL').describe('Real bars to check on, beside invented ones.'),
  }),
  output: z.object({
    file: z.string(),
    id: z.string(),
    ok: z.boolean(),
    /** Null where no TypeScript is installed. */
    typeFaults: z.array(z.object({ line: z.int(), message: z.string() })).nullable(),
    laws: z.array(z.object({ law: z.string(), ok: z.boolean(), on: z.string(), explanation: z.string() })),
  }),
  scope: 'strategies:read',
  needs: ['marketData', 'ownStrategies', 'typeChecker'],
  cli: {
    command: 'check',
    positionals: ['file'],
    pairs: { param: 'params' },
    examples: [
      { line: 'candor check my/first-idea.ts', shows: 'with the parameters’ defaults' },
      { line: 'candor check my/first-idea.ts --param slow=200', shows: 'with another parameter' },
    ],
    exitOne: 'a law is broken or a type is wrong',
  },
  http: {
    method: 'POST',
    path: '/strategies/check',
    isHeavy: true,
    examples: [{ summary: 'A strategy of your own, which has to be there', input: { file: 'my/first-idea.ts' } }],
    problems: [
      { code: 'strategies.not-own', kind: 'invalid', when: 'the file is not one in my/' },
      { code: 'own-strategies.no-file', kind: 'not-found', when: 'there is no such file' },
    ],
  },
  run: async ({ marketData, ownStrategies, typeChecker }, { file, params, symbol }, caller) => {
    // Whoever types the command may run any file anyway; nobody else gets to run more than the person's strategies.
    if (caller.door !== 'cli' && !OWN_FILE.test(file)) {
      throw new CandorError('strategies.not-own', {
        kind: 'invalid',
        message: `"file" must be a file in my/, such as my/first-idea.ts, got ${JSON.stringify(file)}.`,
      });
    }
    const typeFaults = await typeChecker.check(ownStrategies.locate(file));
    const real = await marketData.load({ symbol, timeframe: '1d' });
    const tapes = [
      { on: symbol, series: real.series },
      { on: 'invented bars', series: practiceBars(PRACTICE_BARS, PRACTICE_SEED) },
    ];
    // Taken before the traps are set: our own look at the clock is no sin of the strategy.
    const now = performance.now.bind(performance);
    // Set before the file is loaded, so that what it keeps for later is watched too.
    const traps = setAmbientTraps();
    try {
      const { definition } = await ownStrategies.load(file);
      const whileLoading = traps.take();
      const watch = (run: () => void): readonly string[] => {
        traps.take();
        run();
        return [...new Set([...whileLoading, ...traps.take()])];
      };
      const results = tapes.map(({ on, series }, i) => {
        caller.signal.throwIfAborted();
        const laws = checkStrategyLaws(definition, series, { params, watch, now });
        caller.progress({ done: i + 1, total: tapes.length, of: 'tapes' });
        return laws.map((law) => ({ ...law, on }));
      });
      const laws = worstOf(results);
      const ok = laws.every((law) => law.ok) && (typeFaults?.length ?? 0) === 0;
      return { file, id: definition.id, ok, typeFaults: typeFaults ? [...typeFaults] : null, laws };
    } finally {
      traps.release();
    }
  },
});

type Result = LawResult & { readonly on: string };

// One line a law: where it was broken, or else how it was kept on the first bars.
function worstOf(results: readonly (readonly Result[])[]): Result[] {
  const names = [...new Set(results.flat().map(({ law }) => law))];
  return names.map((name) => {
    const ofLaw = results.flat().filter(({ law }) => law === name);
    return ofLaw.find(({ ok }) => !ok) ?? ofLaw[0]!;
  });
}
