import type { Outgoing } from './outgoing.ts';
import type { LiveError, Notice } from './protocol.ts';

/** Who gets the messages of a subscription. */
export interface Receiver {
  /** Whether what is published within a tick goes out as one frame. */
  readonly gathers: boolean;
  send(message: Outgoing): void;
  /** Sends messages as one frame, which holds just these. */
  sendTogether(messages: readonly Outgoing[], frame: Buffer): void;
  tell(notice: Notice): void;
  /** Ends the subscription to a topic, saying why. */
  refuse(topic: string, error: LiveError): void;
}

/** Where the messages of a subscription come from. */
export interface Feed {
  readonly name: string;
  unfollow(subscription: Subscription): void;
  /** Gives a new snapshot and goes on after it. */
  refresh(subscription: Subscription): void;
}

/** One client's place in one topic. */
export class Subscription {
  readonly receiver: Receiver;
  readonly feed: Feed;
  /** Everything up to this number is settled: sent, left out, or in a snapshot. */
  seq = -1;
  /** Everything of turns up to this one is settled. */
  through = -1;
  /** Deltas were left out and no snapshot has made up for them yet. */
  isStale = false;
  /** Has been told that its snapshot has to wait. */
  isWarned = false;

  constructor(receiver: Receiver, feed: Feed) {
    this.receiver = receiver;
    this.feed = feed;
  }

  isDue({ seq, turn }: Outgoing): boolean {
    return seq > this.seq && (turn < 0 || turn > this.through);
  }
}
