import type { Json } from '@candor/domain/json';
import { isoFromInstant } from '@candor/domain/time';
import type { LiveMessage } from '../../resources/live-topics.ts';
import type { Notice } from './protocol.ts';

/** A message made into text once, for every client that gets it. */
export class Outgoing {
  readonly kind: 'notice' | 'snapshot' | 'delta' | 'event';
  /** Empty for a notice. */
  readonly topic: string;
  readonly seq: number;
  /** Turn that wrote it; below 0 where none did, so that no snapshot holds it already. */
  readonly turn: number;
  readonly text: string;
  #frame: Buffer | undefined;

  constructor(kind: Outgoing['kind'], topic: string, seq: number, turn: number, text: string) {
    this.kind = kind;
    this.topic = topic;
    this.seq = seq;
    this.turn = turn;
    this.text = text;
  }

  /** The text in UTF-8. */
  get frame(): Buffer {
    this.#frame ??= Buffer.from(this.text);
    return this.#frame;
  }

  static notice(notice: Notice): Outgoing {
    return new Outgoing('notice', '', 0, NO_TURN, JSON.stringify(notice));
  }

  static message(message: LiveMessage, seq: number): Outgoing {
    const { topic, type, at, recordedAt, data, turn = NO_TURN } = message;
    const wire = { topic, seq, at: isoFromInstant(at), recordedAt: isoFromInstant(recordedAt), type, data };
    return new Outgoing(type, topic, seq, turn, JSON.stringify(wire));
  }

  static snapshot(topic: string, seq: number, takenAt: number, through: number | undefined, data: Json): Outgoing {
    const at = isoFromInstant(takenAt);
    const wire = { topic, seq, at, recordedAt: at, type: 'snapshot', ...(through !== undefined && { through }), data };
    return new Outgoing('snapshot', topic, seq, NO_TURN, JSON.stringify(wire));
  }

  /** Returns one frame that holds all of the messages as an array. */
  static gather(messages: readonly Outgoing[]): Buffer {
    return Buffer.from(`[${messages.map(({ text }) => text).join(',')}]`);
  }
}

const NO_TURN = -1;
