import type { TopicRule } from './topics';

export interface TopicMessage {
  readonly topic: string;
  readonly seq: number;
  readonly at: string;
  readonly recordedAt: string;
  readonly type: 'snapshot' | 'delta' | 'event';
  readonly through?: number;
  readonly data: unknown;
}

/**
 * What is known of one topic: the snapshot with everything that came after it. Changes are cheap, one map entry each; the list that
 * screens read is made again only when somebody looks.
 */
export class TopicState<T> {
  readonly #rule: TopicRule<T>;
  #items = new Map<string, T>();
  #list: readonly T[] | undefined;
  #seq: number | undefined;
  #through: number | undefined;
  #at: string | undefined;
  #receivedAtMs: number | undefined;
  /** Deltas were left out by the server: what is here has gaps until the next snapshot, and cannot be resumed. */
  isBehind = false;

  constructor(rule: TopicRule<T>) {
    this.#rule = rule;
  }

  /** Everything that is known, oldest first; undefined before the first snapshot. */
  get list(): readonly T[] | undefined {
    if (this.#seq === undefined) return undefined;
    this.#list ??= [...this.#items.values()];
    return this.#list;
  }

  /** Market time of the newest message. */
  get at(): string | undefined {
    return this.#at;
  }

  /** When the newest message came in, by this machine's clock. */
  get receivedAtMs(): number | undefined {
    return this.#receivedAtMs;
  }

  /** Where a new connection goes on; undefined asks for a snapshot. */
  get resumePoint(): { readonly seq: number; readonly through?: number } | undefined {
    if (this.#seq === undefined || this.isBehind) return undefined;
    return this.#through === undefined ? { seq: this.#seq } : { seq: this.#seq, through: this.#through };
  }

  /** Takes a message in. One that is known already changes nothing. */
  apply({ type, seq, through, at, data }: TopicMessage, nowMs: number): void {
    if (type === 'snapshot') {
      const items = (Array.isArray(data) ? data : [data]) as readonly T[];
      this.#items = new Map(items.map((item) => [this.#rule.name(item), item]));
      this.#through = through;
      this.isBehind = false;
    } else {
      if (this.#seq !== undefined && seq <= this.#seq) return;
      this.#change(data as T);
    }
    this.#seq = seq;
    this.#at = at;
    this.#receivedAtMs = nowMs;
    this.#list = undefined;
  }

  #change(item: T): void {
    const name = this.#rule.name(item);
    const known = this.#items.get(name);
    // A delta may carry the changed fields alone.
    this.#items.set(name, known === undefined ? item : { ...known, ...item });
    if (this.#items.size <= this.#rule.most) return;
    const oldest = this.#items.keys().next().value;
    if (oldest !== undefined) this.#items.delete(oldest);
  }
}
