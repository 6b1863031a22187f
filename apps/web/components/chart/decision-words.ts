import { count, counted, price, quantity } from '@/lib/format';
import type { Decision, SessionEvent } from '@/lib/live/topics';
import { dayAndHour } from '@/lib/time';

/** Returns what a strategy wants, in a word or two. */
export function wantWords(want: Decision['want']): string {
  switch (want) {
    case 'long':
      return 'Wants to be long';
    case 'short':
      return 'Wants to be short';
    case 'flat':
      return 'Wants to hold nothing';
    case 'abstain':
      return 'Abstains';
  }
}

/** Returns how a consensus was reached, in a sentence. */
export function turnoutWords({ votes, disagreement, abstained }: NonNullable<Decision['voteSheet']>): string {
  const voted = votes.filter(({ probabilityUp }) => probabilityUp !== null).length;
  const turnout = `${count(voted)} of ${counted(votes.length, 'member')} voted`;
  const against =
    disagreement === null
      ? ''
      : disagreement === 0
        ? '; none disagrees'
        : `; ${Math.round(disagreement * 100)}% of the weight disagrees`;
  return `${turnout}${abstained === null ? against : `; ${whyAbstained[abstained]}`}.`;
}

const whyAbstained = {
  PARTICIPATION: 'too few for an opinion',
  WEAK: 'too near to the base rate to be worth an opinion',
  DISAGREEMENT: 'too much at odds for an opinion',
} as const;

export interface Step {
  readonly title: 'Size' | 'Risk' | 'Broker';
  readonly state: 'done' | 'refused' | 'waiting' | 'none';
  readonly words: string;
}

/** Returns the way from a decision to an order as far as it went. */
export function stepsOf(events: readonly SessionEvent[], tickSize: number): Step[] {
  const happenings = events.map(({ at, happening }) => ({ at, happening }));
  const none = happenings.find(({ happening }) => happening.type === 'no-order')?.happening;
  const refused = happenings.find(({ happening }) => happening.type === 'order-refused')?.happening;
  const approved = happenings.find(
    ({ happening }) => happening.type === 'order-approved' && happening.order.intent !== 'protect',
  )?.happening;

  if (approved?.type === 'order-approved') {
    const { order } = approved;
    const { clientOrderId } = order;
    const fills = happenings.flatMap(({ happening }) =>
      happening.type === 'order-filled' && happening.fill.clientOrderId === clientOrderId ? [happening] : [],
    );
    const ended = happenings.find(
      ({ happening }) =>
        (happening.type === 'order-cancelled' ||
          happening.type === 'order-expired' ||
          happening.type === 'order-rejected') &&
        happening.clientOrderId === clientOrderId,
    )?.happening;
    return [
      { title: 'Size', state: 'done', words: orderWords(order) },
      { title: 'Risk', state: 'done', words: 'approved; every limit had room' },
      brokerStep(fills, ended, tickSize),
    ];
  }
  if (refused?.type === 'order-refused') {
    return [
      { title: 'Size', state: 'done', words: orderWords(refused.order) },
      { title: 'Risk', state: 'refused', words: refused.denials.map(({ message }) => message).join(' ') },
      { title: 'Broker', state: 'none', words: 'no order was sent' },
    ];
  }
  if (none?.type === 'no-order') {
    return [
      { title: 'Size', state: 'none', words: none.reason },
      { title: 'Risk', state: 'none', words: 'nothing to review' },
      { title: 'Broker', state: 'none', words: 'no order' },
    ];
  }
  return [
    { title: 'Size', state: 'none', words: 'no change of position was needed' },
    { title: 'Risk', state: 'none', words: 'nothing to review' },
    { title: 'Broker', state: 'none', words: 'no order' },
  ];
}

type OfType<T extends SessionEvent['happening']['type']> = Extract<SessionEvent['happening'], { type: T }>;

function orderWords({ side, allIn, type, intent, ...order }: OfType<'order-approved'>['order']): string {
  const why = intent === 'enter' ? 'to open' : intent === 'exit' ? 'to close' : 'to protect';
  return `${side} ${allIn ? 'about ' : ''}${quantity(order.quantity)} at the ${type === 'market' ? 'market' : type} ${why}`;
}

function brokerStep(
  fills: readonly OfType<'order-filled'>[],
  ended: SessionEvent['happening'] | undefined,
  tickSize: number,
): Step {
  const last = fills.at(-1);
  if (last !== undefined) {
    const total = fills.reduce((sum, { fill }) => sum + fill.quantity, 0);
    const paid = fills.reduce((sum, { fill }) => sum + fill.quantity * fill.price, 0);
    const words = `${last.complete ? 'filled' : 'partly filled'}: ${quantity(total)} at ${price(paid / total, tickSize)}, ${dayAndHour(last.fill.at)}`;
    return { title: 'Broker', state: last.complete ? 'done' : 'waiting', words };
  }
  if (ended !== undefined && 'reason' in ended) {
    const word =
      ended.type === 'order-cancelled' ? 'cancelled' : ended.type === 'order-expired' ? 'expired' : 'rejected';
    return { title: 'Broker', state: 'refused', words: `${word}: ${ended.reason}` };
  }
  return { title: 'Broker', state: 'waiting', words: 'sent, waiting for the broker' };
}
