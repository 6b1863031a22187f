/** What the thread of the embedded database is started with. */
export interface ThreadData {
  /** The cluster, or where to create one. */
  readonly directory: string;
  /** Where to listen; absent when the database is only opened and closed once, which creates or recovers it. */
  readonly listen?: { readonly path: string } | { readonly host: string; readonly port: number } | undefined;
}

export type ToThread =
  | { readonly kind: 'copy'; readonly id: number; readonly target: string }
  | { readonly kind: 'close' };

export type FromThread =
  /** It listens; `port` where it does so on one. */
  | { readonly kind: 'ready'; readonly port: number | undefined }
  | { readonly kind: 'cannot-open'; readonly reason: string }
  | { readonly kind: 'copied'; readonly id: number }
  | { readonly kind: 'not-copied'; readonly id: number; readonly reason: string }
  /** The database is lost and the thread must be ended. */
  | { readonly kind: 'broken'; readonly reason: string }
  | { readonly kind: 'closed' };
