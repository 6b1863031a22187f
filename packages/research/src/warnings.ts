export interface Warning {
  /** In capitals and stable. */
  readonly code: string;
  readonly message: string;
}

export interface WarningFacts {
  readonly observations: number;
  readonly closedTrades: number;
  readonly ambiguousBars: number;
  readonly costsUsd: number;
  readonly profitUsd: number;
  readonly exposure: number;
  readonly instruments: number;
  readonly hasBenchmark: boolean;
  readonly trialsCounted: boolean;
  readonly doubledCostsTested: boolean;
  readonly ruined: boolean;
}

const FEW_TRADES = 30;
const SHORT_SAMPLE = 250;
const MANY_AMBIGUOUS_SHARE = 0.1;
const LARGE_COST_SHARE = 0.5;

/** Returns what a careful reader would hold against the run, the gravest first. */
export function warningsFor(facts: WarningFacts): Warning[] {
  const warnings: Warning[] = [];
  const warn = (applies: boolean, code: string, message: string): void => {
    if (applies) warnings.push({ code, message });
  };
  const { observations, closedTrades, ambiguousBars, costsUsd, profitUsd, exposure } = facts;
  const gross = profitUsd + costsUsd;
  const traded = exposure > 0 || closedTrades > 0;
  warn(facts.ruined, 'RUINED', 'The account lost everything; the statistics end there.');
  warn(!traded, 'NEVER_IN_MARKET', 'No position was ever taken.');
  warn(
    observations < SHORT_SAMPLE,
    'SHORT_SAMPLE',
    `There are ${observations} daily returns; under ${SHORT_SAMPLE} the statistics mean little.`,
  );
  warn(
    traded && closedTrades < FEW_TRADES,
    'FEW_TRADES',
    `${closedTrades === 1 ? 'Only 1 trade was' : `Only ${closedTrades} trades were`} completed; under ${FEW_TRADES} the trade statistics mean little.`,
  );
  warn(
    costsUsd > 0 && gross > 0 && costsUsd > LARGE_COST_SHARE * gross,
    'COSTS_LARGE',
    `Costs took ${Math.round((100 * costsUsd) / gross)}% of what was earned before them.`,
  );
  warn(
    ambiguousBars > 0 && ambiguousBars > MANY_AMBIGUOUS_SHARE * closedTrades,
    'AMBIGUOUS_BARS',
    `In ${ambiguousBars} bars stop and target were both in reach; the stop was taken, the truth is not known.`,
  );
  warn(
    !facts.trialsCounted,
    'TRIALS_NOT_COUNTED',
    'Nobody counted the tries, so this run is judged as if it were the only one.',
  );
  warn(!facts.doubledCostsTested, 'DOUBLED_COSTS_NOT_TESTED', 'The run was not repeated at doubled costs.');
  warn(
    !facts.hasBenchmark,
    'NO_BENCHMARK',
    'There is no benchmark, so it is not known what doing nothing clever would have made.',
  );
  warn(
    facts.instruments === 1,
    'SINGLE_INSTRUMENT',
    'One instrument was traded; what works on one may be its own story.',
  );
  return warnings;
}
