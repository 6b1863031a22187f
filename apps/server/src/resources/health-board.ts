import type { Clock } from '@candor/domain/ports/clock';

export type Component = 'database' | 'queue' | 'redis' | 'sessions' | 'market-data';

/** `degraded` works with less than it should have; `down` does not work. */
export type ComponentState = 'up' | 'degraded' | 'down';

export interface ComponentHealth {
  readonly name: Component;
  readonly state: ComponentState;
  /** Why it is not as it should be, in words that are safe to show. */
  readonly reason: string | undefined;
  /** Since when it is so, UTC milliseconds. */
  readonly since: number;
}

export interface Health {
  /** Whether every component that requests need has reported and none of them is down. */
  readonly isReady: boolean;
  /** Those that have reported, by name. */
  readonly components: readonly ComponentHealth[];
}

export type HealthListener = (health: Health) => void;

/** Where the parts of the process say how they are, for whoever asks or wants to hear of changes. */
export class HealthBoard {
  readonly #clock: Clock;
  readonly #required: readonly Component[];
  readonly #components = new Map<Component, ComponentHealth>();
  readonly #listeners = new Set<HealthListener>();

  constructor(clock: Clock, required: readonly Component[]) {
    this.#clock = clock;
    this.#required = required;
  }

  /** Takes note of how a component is. Saying the same again changes nothing and is told to nobody. */
  report(name: Component, state: ComponentState, reason?: string): void {
    const before = this.#components.get(name);
    if (before?.state === state && before.reason === reason) return;
    const since = before?.state === state ? before.since : this.#clock.now();
    this.#components.set(name, { name, state, reason, since });
    const health = this.state();
    for (const listener of this.#listeners) listener(health);
  }

  state(): Health {
    return {
      isReady: this.#required.every((name) => (this.#components.get(name)?.state ?? 'down') !== 'down'),
      components: [...this.#components.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    };
  }

  /** Calls the listener at every change; returns the function that ends it. */
  onChange(listener: HealthListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
