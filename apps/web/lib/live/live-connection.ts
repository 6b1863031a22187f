import { type TopicMessage, TopicState } from './topic-state';
import { kindOf, type Topic, type TopicRule, topicRules } from './topics';

export type ConnectionState =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'open' }
  | { readonly kind: 'lost'; readonly sinceMs: number; readonly nextTryAtMs: number };

type Notice =
  | { readonly op: 'welcome'; readonly stream: string; readonly heartbeatMs: number }
  | { readonly op: 'subscribed' | 'behind'; readonly topic: string }
  | { readonly op: 'pong' }
  | { readonly op: 'error'; readonly code: string; readonly message: string; readonly topic?: string };

interface Followed {
  readonly state: TopicState<unknown>;
  readonly listeners: Set<() => void>;
  fault: string | undefined;
  hasChanged: boolean;
  /** Kept a little after the last reader left, so that going from page to page asks nothing again. */
  leaving: ReturnType<typeof setTimeout> | undefined;
}

/** Screens are told at most so often: a thousand messages a second are ten changes of the page. */
const TELL_EVERY_MS = 100;
const LINGER_MS = 15_000;
const FIRST_WAIT_MS = 400;
const LONGEST_WAIT_MS = 8_000;

/**
 * The page's one connection to the live channel. Whoever needs a topic follows it; topics are subscribed once, resumed after a break
 * from where they were, and told on in small bundles.
 */
export class LiveConnection {
  readonly #url: () => string;
  readonly #topics = new Map<Topic, Followed>();
  readonly #stateListeners = new Set<() => void>();
  #socket: WebSocket | undefined;
  #stream: string | undefined;
  /** The stream under which the kept numbers were given. */
  #knownStream: string | undefined;
  #state: ConnectionState = { kind: 'connecting' };
  #failures = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #watch: ReturnType<typeof setInterval> | undefined;
  #heartbeatMs = 15_000;
  #lastHeardMs = 0;
  #telling: ReturnType<typeof setTimeout> | undefined;

  constructor(url: () => string) {
    this.#url = url;
  }

  get state(): ConnectionState {
    return this.#state;
  }

  /** Opens the connection and keeps it open. Returns what ends it. */
  open(): () => void {
    this.#connect();
    // A connection that went silent is dead long before the operating system says so.
    this.#watch = setInterval(() => this.#checkPulse(), 5_000);
    return () => {
      clearInterval(this.#watch);
      clearTimeout(this.#retry);
      clearTimeout(this.#telling);
      this.#telling = undefined;
      const socket = this.#socket;
      this.#socket = undefined;
      socket?.close();
    };
  }

  /** Tries now instead of at the end of the wait. */
  tryNow(): void {
    if (this.#state.kind !== 'lost') return;
    clearTimeout(this.#retry);
    this.#connect();
  }

  onState(listener: () => void): () => void {
    this.#stateListeners.add(listener);
    return () => this.#stateListeners.delete(listener);
  }

  /** Follows a topic until what is returned is called. */
  follow(topic: Topic, listener: () => void): () => void {
    const followed = this.#topics.get(topic) ?? this.#begin(topic);
    clearTimeout(followed.leaving);
    followed.leaving = undefined;
    followed.listeners.add(listener);
    return () => {
      followed.listeners.delete(listener);
      if (followed.listeners.size > 0 || followed.leaving !== undefined) return;
      followed.leaving = setTimeout(() => this.#end(topic), LINGER_MS);
    };
  }

  /** What is known of a topic; undefined where nobody follows it. */
  topic(topic: Topic): { readonly state: TopicState<unknown>; readonly fault: string | undefined } | undefined {
    return this.#topics.get(topic);
  }

  #begin(topic: Topic): Followed {
    const rule = topicRules[kindOf(topic)] as TopicRule<unknown>;
    const followed: Followed = {
      state: new TopicState(rule),
      listeners: new Set(),
      fault: undefined,
      hasChanged: false,
      leaving: undefined,
    };
    this.#topics.set(topic, followed);
    if (this.#stream !== undefined) this.#subscribe(topic, followed);
    return followed;
  }

  #end(topic: Topic): void {
    this.#topics.delete(topic);
    if (this.#stream !== undefined) this.#send({ op: 'unsubscribe', topic });
  }

  #connect(): void {
    const socket = new WebSocket(this.#url());
    this.#socket = socket;
    socket.onmessage = ({ data }) => {
      if (this.#socket === socket && typeof data === 'string') this.#receive(data);
    };
    socket.onclose = () => {
      if (this.#socket === socket) this.#lose();
    };
  }

  #lose(): void {
    this.#socket = undefined;
    this.#stream = undefined;
    this.#failures += 1;
    const waitMs = Math.min(FIRST_WAIT_MS * 2 ** (this.#failures - 1), LONGEST_WAIT_MS);
    const nowMs = Date.now();
    const sinceMs = this.#state.kind === 'lost' ? this.#state.sinceMs : nowMs;
    this.#setState({ kind: 'lost', sinceMs, nextTryAtMs: nowMs + waitMs });
    this.#retry = setTimeout(() => this.#connect(), waitMs);
  }

  #checkPulse(): void {
    if (this.#stream === undefined) return;
    const silentMs = Date.now() - this.#lastHeardMs;
    if (silentMs > 2 * this.#heartbeatMs) this.#socket?.close();
    else if (silentMs > this.#heartbeatMs / 2) this.#send({ op: 'ping' });
  }

  #receive(text: string): void {
    const frame = JSON.parse(text) as Notice | TopicMessage | readonly (Notice | TopicMessage)[];
    this.#lastHeardMs = Date.now();
    if (Array.isArray(frame)) for (const message of frame) this.#take(message);
    else this.#take(frame as Notice | TopicMessage);
  }

  #take(message: Notice | TopicMessage): void {
    if ('op' in message) {
      this.#heed(message);
      return;
    }
    const followed = this.#topics.get(message.topic as Topic);
    if (followed === undefined) return;
    followed.state.apply(message, this.#lastHeardMs);
    followed.fault = undefined;
    this.#changed(followed);
  }

  #heed(notice: Notice): void {
    if (notice.op === 'welcome') {
      this.#stream = notice.stream;
      this.#heartbeatMs = notice.heartbeatMs;
      this.#failures = 0;
      this.#setState({ kind: 'open' });
      for (const [topic, followed] of this.#topics) this.#subscribe(topic, followed);
      this.#knownStream = notice.stream;
    } else if (notice.op === 'behind') {
      const followed = this.#topics.get(notice.topic as Topic);
      if (followed !== undefined) followed.state.isBehind = true;
    } else if (notice.op === 'error' && notice.topic !== undefined) {
      const followed = this.#topics.get(notice.topic as Topic);
      if (followed === undefined) return;
      followed.fault = notice.message;
      this.#changed(followed);
    }
  }

  #subscribe(topic: Topic, { state }: Followed): void {
    const point = state.resumePoint;
    const isKnown = point !== undefined && this.#knownStream !== undefined;
    this.#send(
      isKnown ? { op: 'subscribe', topic, after: { stream: this.#knownStream, ...point } } : { op: 'subscribe', topic },
    );
  }

  #send(message: object): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message));
  }

  #setState(state: ConnectionState): void {
    this.#state = state;
    for (const listener of this.#stateListeners) listener();
  }

  #changed(followed: Followed): void {
    followed.hasChanged = true;
    this.#telling ??= setTimeout(() => this.#tell(), TELL_EVERY_MS);
  }

  #tell(): void {
    this.#telling = undefined;
    for (const followed of this.#topics.values()) {
      if (!followed.hasChanged) continue;
      followed.hasChanged = false;
      for (const listener of followed.listeners) listener();
    }
  }
}
