import type { Json } from '../json.ts';

/** Carries messages between parts and processes. A hint only: whoever must not miss one reads the rows. */
export interface EventBus {
  /** Never throws because nobody listens or the carrier is away; a message may be lost. */
  publish(channel: string, message: Json): void;
  /** Returns the function that ends the subscription. */
  subscribe(channel: string, listener: (message: Json) => void): () => void;
  close(): Promise<void>;
}
