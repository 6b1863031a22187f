import type { Json } from '@candor/domain/json';
import type { EventBus } from '@candor/domain/ports/event-bus';

/** Everything a client of the live channel can follow. A part in braces is an id. */
export const LIVE_TOPICS = {
  health: 'health',
  jobs: 'jobs',
  sessions: 'sessions',
  bars: 'sessions/{id}/bars',
  quotes: 'sessions/{id}/quotes',
  orders: 'sessions/{id}/orders',
  fills: 'sessions/{id}/fills',
  positions: 'sessions/{id}/positions',
  equity: 'sessions/{id}/equity',
  decisions: 'sessions/{id}/decisions',
  events: 'sessions/{id}/events',
} as const;

export type LiveTopic = keyof typeof LIVE_TOPICS;

export interface LiveMessage {
  readonly topic: string;
  /** `delta` changes what a snapshot showed and may be left out for a slow client, who gets a new snapshot; an `event` happened once. */
  readonly type: 'delta' | 'event';
  /** Market time, or the time of the happening, UTC milliseconds. */
  readonly at: number;
  readonly recordedAt: number;
  /** Number of the turn that wrote it, where one did: a snapshot taken after that turn holds it already, and it is not sent twice. */
  readonly turn?: number;
  readonly data: Json;
}

/** The one bus channel that carries live messages between processes. */
export const LIVE_CHANNEL = 'live';

/** Returns the name of a topic, of a session where it belongs to one. */
export function liveTopic(topic: LiveTopic, id = ''): string {
  return LIVE_TOPICS[topic].replace('{id}', id);
}

/** What a name of a topic stands for. */
export interface TopicAddress {
  readonly topic: LiveTopic;
  /** Of the session; empty for a topic of the whole platform. */
  readonly id: string;
}

const SESSION_TOPIC = /^sessions\/([A-Za-z0-9_-]{1,64})\/([a-z]+)$/;

/** Returns what a name stands for, or undefined when no topic is called that. */
export function parseLiveTopic(name: string): TopicAddress | undefined {
  const [, id = '', last = name] = SESSION_TOPIC.exec(name) ?? [];
  if (!Object.hasOwn(LIVE_TOPICS, last)) return undefined;
  const topic = last as LiveTopic;
  return liveTopic(topic, id) === name ? { topic, id } : undefined;
}

/** Tells whoever watches. What is told is written already. */
export function publishLive(bus: EventBus, message: LiveMessage): void {
  bus.publish(LIVE_CHANNEL, { ...message });
}
