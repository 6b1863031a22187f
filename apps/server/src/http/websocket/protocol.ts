import { z } from 'zod';
import { WireInstant, WireJson } from '../../resources/wire/wire-values.ts';

/** Where a client left off, so that it gets what it missed and no snapshot. */
export const ResumePoint = z.strictObject({
  /** `stream` of the welcome under which the numbers were given. */
  stream: z.string().max(64),
  /** Of the last message seen. */
  seq: z.int().min(0),
  /** Of the last snapshot seen, where it had one. */
  through: z.int().min(0).optional(),
});

export type ResumePoint = z.infer<typeof ResumePoint>;

const Subscribe = z.strictObject({
  op: z.literal('subscribe'),
  topic: z.string().max(200),
  after: ResumePoint.optional(),
});

const Unsubscribe = z.strictObject({ op: z.literal('unsubscribe'), topic: z.string().max(200) });

const Ping = z.strictObject({ op: z.literal('ping') });

/** What a client may send, each as one text frame of JSON. */
export const ClientMessage = z.discriminatedUnion('op', [Subscribe, Unsubscribe, Ping]);

export type ClientMessage = z.infer<typeof ClientMessage>;

/** The first message of a connection. */
const Welcome = z.object({
  op: z.literal('welcome'),
  /** Names the numbering: numbers of another stream mean nothing here. */
  stream: z.string(),
  /** How often the server pings. Silence of twice as long is a dead connection. */
  heartbeatMs: z.int(),
  at: WireInstant,
});

/** A subscription is taken. What the client missed follows at once when it is resumed, else a snapshot as soon as it is loaded. */
const Subscribed = z.object({ op: z.literal('subscribed'), topic: z.string(), resumed: z.boolean() });

/** The client is too slow: deltas of the topic are being left out. Until its next snapshot, the topic cannot be resumed. */
const Behind = z.object({ op: z.literal('behind'), topic: z.string() });

const Pong = z.object({ op: z.literal('pong'), at: WireInstant });

export const LIVE_ERROR_CODES = [
  'live.bad-message',
  'live.binary',
  'live.not-json',
  'live.snapshot-unavailable',
  'live.too-large',
  'live.too-many-subscriptions',
  'live.too-many-topics',
  'live.unknown-session',
  'live.unknown-topic',
] as const;

export type LiveErrorCode = (typeof LIVE_ERROR_CODES)[number];

/** Something could not be done; the connection stays. */
export const LiveError = z.object({
  op: z.literal('error'),
  code: z.enum(LIVE_ERROR_CODES),
  /** Names the field and the rule. */
  message: z.string(),
  topic: z.string().optional(),
});

export type LiveError = z.infer<typeof LiveError>;

/** A message about the connection. */
export const Notice = z.discriminatedUnion('op', [Welcome, Subscribed, Behind, Pong, LiveError]);

export type Notice = z.infer<typeof Notice>;

/** A message of a topic. */
export const TopicMessage = z.object({
  topic: z.string(),
  /** Counts the messages of the topic. A snapshot has the number of the last message that it holds. */
  seq: z.int().min(0),
  /** Market time, or the time of the happening; of a snapshot, when it was taken. */
  at: WireInstant,
  recordedAt: WireInstant,
  /** `delta` changes what a snapshot showed, an `event` happened once. */
  type: z.enum(['snapshot', 'delta', 'event']),
  /** Of a snapshot of a session: the number of the last turn that it holds, to be given back when resuming. */
  through: z.int().min(0).optional(),
  data: WireJson,
});

export type TopicMessage = z.infer<typeof TopicMessage>;

const ServerMessage = z.union([Notice, TopicMessage]);

/** One frame from the server. With `?gather=1` every frame is an array. */
export const ServerFrame = z.union([ServerMessage, z.array(ServerMessage).min(1)]);

/** Why the server ends a connection. */
export const CLOSE_CODES = {
  goingDown: 1001,
  abuse: 1008,
  /** Sent by the WebSocket layer itself. */
  tooBig: 1009,
  tooSlow: 4008,
} as const;
