import type { Json } from '../json.ts';

/** Carries messages between parts and processes. A hint only: whoever must not miss one reads the rows. */
export interface EventBus {
  publish(topic: string, message: Json): Promise<void>;
  /** Returns the function that ends the subscription. */
  subscribe(topic: string, listener: (message: Json) => void): Promise<() => Promise<void>>;
}
