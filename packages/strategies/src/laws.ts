import { type BarSeries, type BarView, sliceBarSeries } from '@candor/domain/bar';
import type { Json } from '@candor/domain/json';
import type { Strategy, StrategyDefinition } from '@candor/domain/ports/strategy';
import { createRng } from '@candor/domain/rng';
import { foresightOf } from './laws/foresight.ts';
import { copyBarSeries, scrambleAfter, shuffledCopy } from './laws/scrambled-series.ts';
import { faultOfSignal } from './laws/signal-fault.ts';
import { type Answer, firstDifference, StrategyWalk } from './laws/strategy-walk.ts';

export interface LawResult {
  readonly law: string;
  readonly ok: boolean;
  /** In words: what was tried, or on which bar what differed. */
  readonly explanation: string;
}

export interface LawOptions {
  /** What the definition parses; its defaults when left out. */
  readonly params?: unknown;
  readonly seed?: number;
  /** Milliseconds, for the note on speed; without it there is none. */
  readonly now?: () => number;
  /** Calls the function and returns what it reached for meanwhile that no strategy may, such as the clock or chance; without it that law is not put. */
  readonly watch?: (run: () => void) => readonly string[];
}

/**
 * Returns how a strategy keeps the laws that every one inherits, on the given bars: the more, and the more like a market, the better (a
 * thousand are enough). While it works it writes other prices into the future of the given columns and puts the true ones back, which is
 * how it finds a strategy that has got hold of those columns by another way. Throws what the definition throws for bad parameters.
 */
export function checkStrategyLaws(
  definition: StrategyDefinition,
  series: BarSeries,
  options: LawOptions = {},
): LawResult[] {
  const params = definition.parse(options.params ?? {});
  const subject: Subject = {
    definition,
    params,
    series,
    seed: options.seed ?? 1,
    create: () => definition.create(params),
  };
  const reference = walkAll(subject.create(), series);
  if (reference.failure) {
    return [
      {
        law: 'runs',
        ok: false,
        explanation: `On bar ${reference.failure.index} it threw: ${reference.failure.message}`,
      },
    ];
  }
  const laws: readonly [string, () => string | undefined, string][] = [
    [
      'runs',
      () => undefined,
      `It walked ${series.length} bars and spoke on ${reference.answers.filter(Boolean).length} of them.`,
    ],
    [
      'valid signals',
      () => invalidSignal(subject),
      'Every signal was complete: finite prices on the right side of the close, shares in [0,1], reasons.',
    ],
    [
      'respects its warm-up',
      () => earlySignal(subject),
      `Nothing was wished before ${definition.warmup(params)} bars had closed.`,
    ],
    ['repeatable', () => notRepeated(subject, reference), 'A second fresh instance gave the same answers.'],
    [
      'no peeking: prefixes',
      () => prefixBroken(subject, reference),
      'Shown only the first bars, it said on them what it said when shown all.',
    ],
    [
      'no peeking: other futures',
      () => futureFelt(subject, reference),
      'Other prices after a bar changed nothing at or before it.',
    ],
    [
      'no peeking: foresight',
      () => foresightOf(series, reference.answers),
      'Its wishes do not know the next bar better than a wish can.',
    ],
    ['keeps no view', () => viewKept(subject, reference), 'It reads the view while it is shown it and not later.'],
    [
      'no hidden state: restore',
      () => notRestored(subject, reference),
      'Saved, sent through JSON and restored into a fresh instance, it went on identically.',
    ],
    [
      'no hidden state: neighbours',
      () => neighbourFelt(subject, reference),
      'Another instance on other bars, in turn with it, changed nothing.',
    ],
    ['honest annotations', () => badAnnotation(reference), 'No annotation claims to be known before it was.'],
  ];
  const results = laws.map(([law, broken, kept]): LawResult => {
    const explanation = broken();
    return { law, ok: explanation === undefined, explanation: explanation ?? kept };
  });
  if (options.watch) results.push(watched(subject, options.watch));
  if (options.now) results.push(speed(subject, options.now));
  return results;
}

interface Subject {
  readonly definition: StrategyDefinition;
  readonly params: unknown;
  readonly series: BarSeries;
  readonly seed: number;
  readonly create: () => Strategy;
}

function walkAll(strategy: Strategy, series: BarSeries): StrategyWalk {
  const walk = new StrategyWalk(strategy, series);
  walk.goTo(series.length);
  return walk;
}

function invalidSignal({ create, series }: Subject): string | undefined {
  let fault: string | undefined;
  const walk = new StrategyWalk(create(), series, {
    onSignal: (signal, view) => {
      fault ??= prefixed(view, faultOfSignal(signal, view.close));
    },
  });
  walk.goTo(series.length);
  return fault;
}

function prefixed(view: BarView, fault: string | undefined): string | undefined {
  return fault === undefined ? undefined : `The signal on bar ${view.index} ${fault}.`;
}

function earlySignal({ definition, params, create, series }: Subject): string | undefined {
  const warmup = definition.warmup(params);
  if (!(Number.isInteger(warmup) && warmup >= 0)) return `Its warm-up must be a whole number of bars; it is ${warmup}.`;
  let early: string | undefined;
  const walk = new StrategyWalk(create(), series, {
    onSignal: ({ want }, { index }) => {
      if (want === 'abstain' || want === 'flat' || index >= warmup - 1) return;
      early ??= `It wished to be ${want} on bar ${index}, when ${index + 1} bars had closed; its warm-up says ${warmup}.`;
    },
  });
  walk.goTo(Math.min(series.length, warmup));
  return early;
}

function notRepeated({ create, series }: Subject, reference: StrategyWalk): string | undefined {
  const again = walkAll(create(), series);
  return told(reference.answers, again, 'a first instance', 'a second one, fresh and shown the same bars,');
}

function prefixBroken({ create, series }: Subject, reference: StrategyWalk): string | undefined {
  for (const length of cuts(series.length)) {
    const prefix = copyBarSeries(sliceBarSeries(series, 0, length));
    const broken = told(
      reference.answers.slice(0, length),
      walkAll(create(), prefix),
      'shown the whole series',
      `shown only bars 0 to ${length - 1}`,
    );
    if (broken) return broken;
  }
  return undefined;
}

function futureFelt({ create, series, seed }: Subject, reference: StrategyWalk): string | undefined {
  const rng = createRng(seed);
  for (const length of cuts(series.length)) {
    const walk = new StrategyWalk(create(), series);
    scrambleAfter(series, length, rng, () => walk.goTo(length));
    const broken = told(
      reference.answers.slice(0, length),
      walk,
      'with the true bars to come',
      `with other prices from bar ${length} on`,
    );
    if (broken) return broken;
  }
  return undefined;
}

function viewKept({ create, series }: Subject, reference: StrategyWalk): string | undefined {
  const walk = new StrategyWalk(create(), series, { freshViews: true });
  walk.goTo(series.length);
  const broken = told(
    reference.answers,
    walk,
    'shown every bar through one reused view',
    'shown each through a view of its own',
  );
  return broken && `It keeps the view after the bar is over, and the view moves on; keep numbers instead. ${broken}`;
}

function notRestored({ create, series }: Subject, reference: StrategyWalk): string | undefined {
  for (const length of cuts(series.length)) {
    const original = new StrategyWalk(create(), series);
    original.goTo(length);
    let taken: Json;
    let saved: string;
    try {
      taken = original.strategy.snapshot();
      saved = JSON.stringify(taken);
    } catch (error) {
      return `After bar ${length - 1} its state could not be saved: ${messageOf(error)}`;
    }
    const resumed = original.resumedBy(create());
    try {
      resumed.strategy.restore(JSON.parse(saved) as Json);
      const again = JSON.stringify(resumed.strategy.snapshot());
      if (again !== saved) return `Restored after bar ${length - 1} and saved at once, its state came out different.`;
    } catch (error) {
      return `After bar ${length - 1} its state could not be restored: ${messageOf(error)}`;
    }
    resumed.goTo(series.length);
    original.goTo(series.length);
    const broken =
      told(reference.answers, original, 'left alone', `having been saved after bar ${length - 1}`) ??
      told(reference.answers, resumed, 'walking on', `restored from its state after bar ${length - 1}`);
    if (broken) return broken;
    if (JSON.stringify(taken) !== saved) {
      return `The state taken after bar ${length - 1} went on changing with the strategy; it must share nothing with it.`;
    }
    if (JSON.stringify(original.strategy.snapshot()) !== JSON.stringify(resumed.strategy.snapshot())) {
      return `Restored from its state after bar ${length - 1}, it answers alike but ends in another state.`;
    }
  }
  return undefined;
}

function neighbourFelt({ create, series, seed }: Subject, reference: StrategyWalk): string | undefined {
  const one = new StrategyWalk(create(), series);
  const other = new StrategyWalk(create(), shuffledCopy(series, createRng(seed)));
  for (let length = 1; length <= series.length; length++) {
    other.goTo(length);
    one.goTo(length);
  }
  return told(reference.answers, one, 'alone', 'in turn with another instance on other bars');
}

function badAnnotation({ annotations }: StrategyWalk): string | undefined {
  for (const { shownOn, annotation } of annotations) {
    const { kind, at, confirmedAt } = annotation;
    if (!(Number.isInteger(at) && at >= 0 && Number.isInteger(confirmedAt))) {
      return `The annotation "${kind}" of bar ${shownOn} refers to bar ${at}, confirmed on ${confirmedAt}; both must be indexes of bars.`;
    }
    if (confirmedAt < at)
      return `The annotation "${kind}" of bar ${at} says it was confirmed on bar ${confirmedAt}, before that.`;
    if (confirmedAt > shownOn)
      return `The annotation "${kind}" was shown on bar ${shownOn} and says it is confirmed on ${confirmedAt}, later.`;
  }
  return undefined;
}

function watched({ create, series }: Subject, watch: NonNullable<LawOptions['watch']>): LawResult {
  const touched = watch(() => walkAll(create(), series));
  const law = 'no clock and no chance';
  return touched.length === 0
    ? { law, ok: true, explanation: 'It asked neither the time nor for a random number.' }
    : {
        law,
        ok: false,
        explanation: `It used ${touched.join(' and ')}, so it cannot be repeated. Time is on the bar: view.time.`,
      };
}

function speed({ create, series }: Subject, now: () => number): LawResult {
  const began = now();
  walkAll(create(), series);
  const took = now() - began;
  const pace =
    took > 0 ? `${Math.round(series.length / took)} thousand bars a second` : 'too fast to measure on so few bars';
  return {
    law: 'speed',
    ok: true,
    explanation: `${series.length} bars took ${took.toFixed(1)} ms: ${pace}, the checking included.`,
  };
}

/** Returns the first difference between known answers and a walk in words, a failure of the walk among them. */
function told(known: readonly Answer[], walk: StrategyWalk, first: string, second: string): string | undefined {
  if (walk.failure)
    return `On bar ${walk.failure.index}, ${second.replace(/,$/, '')}, it threw: ${walk.failure.message}`;
  const index = firstDifference(known, walk.answers);
  if (index === undefined) return undefined;
  return `On bar ${index}, ${first} it said ${shown(known[index])}; ${second} it said ${shown(walk.answers[index])}.`;
}

function shown(answer: Answer): string {
  if (answer === undefined) return 'nothing';
  return answer.length > 240 ? `${answer.slice(0, 240)}…` : answer;
}

// Early, middle and late, and not at round places, so that a rhythm of the strategy does not hide in a rhythm of the cuts.
function cuts(length: number): number[] {
  const places = [0.13, 0.37, 0.61, 0.83].map((share) => Math.floor(share * length));
  return [...new Set([...places, length - 1])].filter((place) => place >= 1 && place < length);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
