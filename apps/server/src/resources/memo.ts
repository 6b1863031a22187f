export interface Memo<T> {
  (): T;
  isMade(): boolean;
}

/** Returns a function that makes a thing when it is first asked for and gives the same one ever after. A promise that fails is forgotten. */
export function memo<T>(make: () => T): Memo<T> {
  let made: { readonly thing: T } | undefined;
  const get = (): T => {
    if (made !== undefined) return made.thing;
    const thing = make();
    made = { thing };
    // The next one to ask tries again.
    if (thing instanceof Promise) {
      thing.catch(() => {
        made = undefined;
      });
    }
    return thing;
  };
  return Object.assign(get, { isMade: () => made !== undefined });
}
