import { WARN_FROM } from '@/components/parts/headroom-bar';
import type { Schemas } from '@/lib/api/client';
import { counted, percent, quantity } from '@/lib/format';
import type { Halt, Job, Session, SessionEvent } from '@/lib/live/topics';
import { day } from '@/lib/time';
import { inUnit, type LimitUse, roomWords, shareOf } from './headroom-words';

export interface Need {
  readonly id: string;
  readonly tone: 'halt' | 'warn' | 'plain';
  /** What happened, ending in a full stop. */
  readonly title: string;
  /** What it means. */
  readonly text: string;
  readonly action: { readonly label: string; readonly path: string; readonly query?: Readonly<Record<string, string>> };
}

export interface NeedsState {
  readonly session: Pick<Session, 'id' | 'name' | 'state' | 'reason'> | undefined;
  readonly interrupted: readonly Pick<Session, 'id' | 'name' | 'reason'>[];
  readonly halts: readonly Halt[];
  readonly limits: readonly LimitUse[];
  /** Oldest first. */
  readonly events: readonly SessionEvent[];
  readonly jobs: readonly Job[];
  readonly quarantine: Pick<Schemas['QuarantineListOutput'], 'rows' | 'nextCursor'> | undefined;
  /** Market time; undefined before the first bar. */
  readonly marketAt: string | undefined;
  /** This machine's time. */
  readonly nowMs: number;
}

const TONES: Record<Need['tone'], number> = { halt: 0, warn: 1, plain: 2 };
const DAY_MS = 86_400_000;
/** What is longer ago than that asks for nothing any more. */
const REFUSAL_DAYS = 7;
const JOB_DAYS = 1;

/** Returns what asks for a person, derived from how things stand; the most pressing first. */
export function needsOf(state: NeedsState): readonly Need[] {
  const needs = [
    ...state.halts.map(haltNeed),
    ...state.interrupted.map(interruptedNeed),
    ...state.limits.flatMap(limitNeed),
    ...refusalNeed(state),
    ...jobNeed(state),
    ...quarantineNeed(state.quarantine),
    ...endNeed(state),
  ];
  return needs.toSorted((one, other) => TONES[one.tone] - TONES[other.tone]);
}

function haltNeed({ code, level, reason, until }: Halt): Need {
  return {
    id: `halt ${code} ${level}`,
    tone: 'halt',
    title: level === 'all' ? 'Trading is halted.' : 'Entries are halted; exits still pass.',
    text: `${sentence(reason)} ${until === 'next-session' ? 'It ends with the next session.' : 'It stays until you release it.'}`,
    action: { label: 'Review', path: '/risk' },
  };
}

function interruptedNeed({ id, name, reason }: NeedsState['interrupted'][number]): Need {
  return {
    id: `interrupted ${id}`,
    tone: 'halt',
    title: `${name} was interrupted.`,
    text: `${reason === null ? 'Nobody drives it at the moment.' : sentence(reason)} What it holds is kept, and nothing is traded meanwhile.`,
    action: { label: 'Take it up again', path: '/strategies', query: { session: id } },
  };
}

function limitNeed(use: LimitUse): readonly Need[] {
  const share = shareOf(use);
  // A limit of nothing that nothing uses is not near.
  if (share < WARN_FROM || use.value <= 0) return [];
  const isBreached = share > 1;
  return [
    {
      id: `limit ${use.id}`,
      tone: isBreached ? 'halt' : 'warn',
      title: isBreached ? `${use.title} is over its limit.` : `${use.title} is near its limit.`,
      text: isBreached
        ? `It is ${inUnit(use.value, use.unit)}; the limit is ${inUnit(use.limit, use.unit)}. Orders that add to it are refused.`
        : `${percent(share)} is used; there is room for ${roomWords(use)}.`,
      action: { label: 'Review', path: '/risk' },
    },
  ];
}

function refusalNeed({ events, marketAt }: NeedsState): readonly Need[] {
  const last = events.findLast(({ happening }) => happening.type === 'order-refused');
  if (last === undefined || last.happening.type !== 'order-refused') return [];
  if (marketAt !== undefined && Date.parse(marketAt) - Date.parse(last.at) > REFUSAL_DAYS * DAY_MS) return [];
  const { order, denials } = last.happening;
  return [
    {
      id: `refused ${order.clientOrderId}`,
      tone: 'warn',
      title: `An order to ${order.side} ${quantity(order.quantity)} ${order.symbol} was refused on ${day(last.at)}.`,
      text: denials[0] === undefined ? 'No reason was given.' : sentence(denials[0].message),
      action: { label: 'Review', path: '/orders', query: { order: order.clientOrderId } },
    },
  ];
}

function jobNeed({ jobs, nowMs }: NeedsState): readonly Need[] {
  const failed = jobs.filter(
    ({ state, endedAt }) => state === 'failed' && endedAt !== null && nowMs - Date.parse(endedAt) < JOB_DAYS * DAY_MS,
  );
  const last = failed.at(-1);
  if (last === undefined) return [];
  return [
    {
      id: `job ${last.id}`,
      tone: 'warn',
      title: failed.length === 1 ? 'A job failed.' : `${counted(failed.length, 'job')} failed today.`,
      text: last.error === null ? 'No reason was given.' : sentence(last.error.message),
      action: { label: 'See why', path: '/system' },
    },
  ];
}

function quarantineNeed(quarantine: NeedsState['quarantine']): readonly Need[] {
  const rows = quarantine?.rows ?? [];
  const [first] = rows;
  if (first === undefined) return [];
  const isMore = quarantine?.nextCursor !== null;
  return [
    {
      id: 'quarantine',
      tone: 'warn',
      title: `${isMore ? 'At least ' : ''}${counted(rows.length, 'row')} of prices ${rows.length === 1 ? 'is' : 'are'} in quarantine.`,
      text: `The latest is of ${first.symbol}: ${sentence(first.reason)} No strategy sees it.`,
      action: { label: 'Review', path: '/data' },
    },
  ];
}

function endNeed({ session, marketAt }: NeedsState): readonly Need[] {
  if (session?.state !== 'finished') return [];
  return [
    {
      id: `end ${session.id}`,
      tone: 'plain',
      title: 'The replay has come to the end of its prices.',
      text: `${session.name} stands as of ${marketAt === undefined ? 'its last bar' : day(marketAt)}, and nothing moves any more.`,
      action: { label: 'Start another', path: '/strategies' },
    },
  ];
}

/** A message with its full stop. */
function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
