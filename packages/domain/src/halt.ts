/** `entries` lets reducing orders pass; `all` lets only flattening ones pass. Both latch. */
export interface Halt {
  readonly level: 'entries' | 'all';
  readonly code: string;
  readonly reason: string;
  /** Market time, UTC milliseconds. */
  readonly at: number;
  /** Who may lift it: the next session does, or only a named person. */
  readonly until: 'next-session' | 'manual';
}
