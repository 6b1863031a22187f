import type { EventTally } from '@candor/domain/ports/repositories';
import { isoFromInstant } from '@candor/domain/time';
import type { SizingCode } from '@candor/risk/define-sizing';
import { LIMITS } from '@candor/risk/limit-catalog';
import { z } from 'zod';
import { WireInstant } from '../../resources/wire/wire-values.ts';
import { defineOperation } from '../operation.ts';
import { findSession, SessionId, UNKNOWN_SESSION } from './session-problems.ts';

const Reason = z.object({
  sleeveId: z.string(),
  /**
   * How far the wish came: an abstention has no opinion; of the opinions, `no-order` were not worth one or could not have one, `refused` by risk
   * (once for each limit that refused), `approved` were sent, `filled` and `ended` is what became of those.
   */
  kind: z.enum(['opinion', 'abstention', 'no-order', 'refused', 'approved', 'filled', 'ended']),
  /** What was wanted, or the code of why not. */
  code: z.string(),
  /** A sentence for people. */
  title: z.string(),
  count: z.int(),
  /** Market time of the latest. */
  lastAt: WireInstant,
  /** Its words, where it has any. */
  example: z.string().nullable(),
});

type Reason = z.infer<typeof Reason>;

export const listReasons = defineOperation({
  id: 'sessions.reasons',
  summary:
    'Say why a session did or did not trade: every opinion, abstention, missing order, refusal and fill, counted by reason.',
  input: z.object({ sessionId: SessionId }),
  output: z.object({
    /** Bars of the feed that the strategies were shown, one for each instant. */
    instants: z.int(),
    /** A strategy that has nothing new to say decides nothing: its last opinion stands. */
    decisions: z.int(),
    orders: z.int(),
    fills: z.int(),
    /** By sleeve, and then in the order in which a wish becomes a fill; the most frequent first. */
    reasons: z.array(Reason),
  }),
  scope: 'orders:read',
  needs: ['unitOfWork'],
  cli: {
    command: 'why',
    positionals: ['sessionId'],
    examples: [{ line: 'candor why first-run', shows: 'what kept it from trading' }],
  },
  http: {
    method: 'GET',
    path: '/sessions/{sessionId}/why-no-trade',
    examples: [{ summary: 'Why it does not trade', input: { sessionId: 'first-run' } }],
    problems: [UNKNOWN_SESSION],
  },
  run: ({ unitOfWork }, { sessionId }) =>
    unitOfWork.run(async (repositories) => {
      const { accountId, position } = await findSession(repositories, sessionId);
      const tallies = await repositories.journal.tally(accountId, sessionId);
      const sumOf = (type: EventTally['type']): number =>
        tallies.reduce((sum, tally) => sum + (tally.type === type ? tally.count : 0), 0);
      return {
        instants: position,
        decisions: sumOf('decision'),
        orders: sumOf('order-approved'),
        fills: sumOf('order-filled'),
        reasons: tallies.map(reasonOf).toSorted(byStage),
      };
    }),
});

function reasonOf(tally: EventTally): Reason {
  const { sleeveId, type, count, lastAt, example = null } = tally;
  const kind = kindOf(tally);
  const code = tally.code ?? type;
  return { sleeveId, kind, code, title: titleOf(kind, code), count, lastAt: isoFromInstant(lastAt), example };
}

function kindOf({ type, isAbstention }: EventTally): Reason['kind'] {
  switch (type) {
    case 'decision':
      return isAbstention ? 'abstention' : 'opinion';
    case 'no-order':
      return 'no-order';
    case 'order-refused':
      return 'refused';
    case 'order-approved':
      return 'approved';
    case 'order-filled':
      return 'filled';
    default:
      return 'ended';
  }
}

const STAGES = Reason.shape.kind.options;

function byStage(a: Reason, b: Reason): number {
  if (a.sleeveId !== b.sleeveId) return a.sleeveId < b.sleeveId ? -1 : 1;
  return STAGES.indexOf(a.kind) - STAGES.indexOf(b.kind) || b.count - a.count;
}

function titleOf(kind: Reason['kind'], code: string): string {
  const known = TITLES.get(code);
  if (known !== undefined) return known;
  if (kind === 'refused') {
    const limit = LIMITS.find((each) => each.code === code);
    return limit === undefined
      ? `Risk refused the order: ${spoken(code)}.`
      : `Risk refused the order: ${lowered(limit.title)}.`;
  }
  return kind === 'abstention' ? `The strategy abstained: ${spoken(code)}.` : `No order: ${spoken(code)}.`;
}

type SessionCode = 'SHORT_NOT_ALLOWED' | 'long' | 'short' | 'flat';
type LifeCode = 'order-approved' | 'order-filled' | 'order-cancelled' | 'order-expired' | 'order-rejected';
type AbstentionCode = 'PARTICIPATION' | 'WEAK' | 'DISAGREEMENT' | 'NO_MEMORY' | 'LOW_EFFECTIVE_N' | 'NOT_ERGODIC';

const SENTENCES: Readonly<Record<SizingCode | SessionCode | LifeCode | AbstentionCode, string>> = {
  long: 'The strategy wanted to be long.',
  short: 'The strategy wanted to be short.',
  flat: 'The strategy wanted to hold nothing.',
  PARTICIPATION: 'Too few members of the consensus had an opinion.',
  WEAK: 'The consensus was too near to the base rate to be worth an opinion.',
  DISAGREEMENT: 'The members of the consensus were too much at odds.',
  NO_MEMORY: 'The returns showed no memory, so the past says nothing of the next bar.',
  LOW_EFFECTIVE_N: 'There were too few transitions to estimate the chain from.',
  NOT_ERGODIC: 'The estimated chain falls apart into states that never meet.',
  SHORT_NOT_ALLOWED: 'The strategy wanted to be short, and only buying is allowed.',
  BAD_INPUT: 'Sizing was given a number that makes no sense.',
  NON_POSITIVE_EQUITY: 'There was no capital left to trade with.',
  NO_STOP: 'The sizing rule needs a stop, and there was none.',
  BAD_STOP: 'The stop was on the wrong side of the price.',
  NO_VOLATILITY: 'The volatility was not known yet, and the sizing rule needs it.',
  NO_ROOM: 'There was no buying power left.',
  BELOW_ONE_LOT: 'The order would have been smaller than one lot.',
  'order-approved': 'Risk approved the order, and it was sent.',
  'order-filled': 'The order was filled, whole or in part.',
  'order-cancelled': 'The order was cancelled before it filled.',
  'order-expired': 'The order expired before it filled.',
  'order-rejected': 'The venue rejected the order.',
};

// A strategy of a person's own may have any code.
const TITLES: ReadonlyMap<string, string> = new Map(Object.entries(SENTENCES));

/** Returns `too wild` for `TOO_WILD`. */
function spoken(code: string): string {
  return code.replaceAll('_', ' ').toLowerCase();
}

function lowered(title: string): string {
  return title.charAt(0).toLowerCase() + title.slice(1);
}
