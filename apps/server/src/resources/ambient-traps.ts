/** What a piece of work reached for that is not given to it. */
export type AmbientUse =
  | 'Date.now'
  | 'new Date()'
  | 'Math.random'
  | 'performance.now'
  | 'fetch'
  | 'crypto'
  | 'setTimeout'
  | 'setInterval';

/** Traps that are set: they report and let pass. */
export interface AmbientTraps {
  /** Returns what was reached for since the last time this was asked. */
  take(): readonly AmbientUse[];
  /** Puts the globals back. Code that kept one of the watched functions goes on reporting. */
  release(): void;
}

/** Sets traps on clock, randomness and network. Everything still works; who uses it is found out. */
export function setAmbientTraps(): AmbientTraps {
  const used = new Set<AmbientUse>();
  const undo = TRAPS.map((trap) => trap((use) => used.add(use)));
  return {
    take: () => {
      const taken = [...used];
      used.clear();
      return taken;
    },
    release: () => {
      for (const restore of undo) restore();
    },
  };
}

type Report = (use: AmbientUse) => void;
type Trap = (report: Report) => () => void;

const TRAPS: readonly Trap[] = [
  (report) =>
    replace(
      globalThis,
      'Date',
      (original) =>
        new Proxy(original, {
          construct: (target, args, newTarget) => {
            if (args.length === 0) report('new Date()');
            return Reflect.construct(target, args, newTarget);
          },
          apply: (target, self, args) => {
            report('new Date()');
            return Reflect.apply(target, self, args);
          },
          get: (target, key, receiver) => {
            if (key === 'now') report('Date.now');
            return Reflect.get(target, key, receiver);
          },
        }),
    ),
  (report) => watch(Math, 'random', 'Math.random', report),
  (report) => watch(performance, 'now', 'performance.now', report),
  (report) => watch(globalThis, 'fetch', 'fetch', report),
  (report) => watch(globalThis, 'setTimeout', 'setTimeout', report),
  (report) => watch(globalThis, 'setInterval', 'setInterval', report),
  (report) => watch(crypto, 'getRandomValues', 'crypto', report),
  (report) => watch(crypto, 'randomUUID', 'crypto', report),
];

function watch<Host extends object, Key extends keyof Host>(
  host: Host,
  key: Key,
  use: AmbientUse,
  report: Report,
): () => void {
  return replace(host, key, (original) =>
    typeof original === 'function'
      ? (new Proxy(original, {
          apply: (target, self, args) => {
            report(use);
            return Reflect.apply(target, self, args);
          },
        }) as Host[Key])
      : original,
  );
}

function replace<Host extends object, Key extends keyof Host>(
  host: Host,
  key: Key,
  by: (original: Host[Key]) => Host[Key],
): () => void {
  const own = Object.getOwnPropertyDescriptor(host, key);
  Object.defineProperty(host, key, {
    value: by(host[key]),
    writable: true,
    configurable: true,
    enumerable: own?.enumerable ?? true,
  });
  return () => {
    if (own) Object.defineProperty(host, key, own);
    else Reflect.deleteProperty(host, key);
  };
}
