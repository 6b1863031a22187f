import type { BarSeries } from '@candor/domain/bar';
import type { Json } from '@candor/domain/json';
import { checkStrategyLaws, type LawResult } from '@candor/strategies/laws';
import { practiceBars } from '@candor/strategies/laws/practice-bars';
import { setAmbientTraps } from './ambient-traps.ts';
import type { ComputeStep } from './compute-step.ts';
import type { OwnStrategies } from './own-strategies.ts';

const PRACTICE_BARS = 1500;
const PRACTICE_SEED = 11;

export interface OwnStrategyCheck {
  readonly id: string;
  readonly sourceSha256: string;
  readonly laws: readonly (LawResult & { readonly on: string })[];
}

/**
 * Puts a person's own strategy through the laws, on real bars and on invented ones. While it runs, clock and chance of the whole thread are
 * watched, so it belongs in a thread of its own.
 */
export async function checkOwnStrategy(
  ownStrategies: OwnStrategies,
  file: string,
  params: Readonly<Record<string, Json>>,
  series: BarSeries,
  progress: (step: ComputeStep) => void,
): Promise<OwnStrategyCheck> {
  const tapes = [
    { on: series.instrument.symbol, series },
    { on: 'invented bars', series: practiceBars(PRACTICE_BARS, PRACTICE_SEED) },
  ];
  // Taken before the traps are set: our own look at the clock is no sin of the strategy.
  const now = performance.now.bind(performance);
  // Set before the file is loaded, so that what it keeps for later is watched too.
  const traps = setAmbientTraps();
  try {
    const { definition, sourceSha256 } = await ownStrategies.load(file);
    const whileLoading = traps.take();
    const watch = (run: () => void): readonly string[] => {
      traps.take();
      run();
      return [...new Set([...whileLoading, ...traps.take()])];
    };
    const results = tapes.map(({ on, series: tape }, i) => {
      const laws = checkStrategyLaws(definition, tape, { params, watch, now });
      progress({ done: i + 1, total: tapes.length, of: 'tapes' });
      return laws.map((law) => ({ ...law, on }));
    });
    return { id: definition.id, sourceSha256, laws: worstOf(results) };
  } finally {
    traps.release();
  }
}

type Result = LawResult & { readonly on: string };

// One line a law: where it was broken, or else how it was kept on the first bars.
function worstOf(results: readonly (readonly Result[])[]): Result[] {
  const names = [...new Set(results.flat().map(({ law }) => law))];
  return names.map((name) => {
    const ofLaw = results.flat().filter(({ law }) => law === name);
    return ofLaw.find(({ ok }) => !ok) ?? ofLaw[0]!;
  });
}
