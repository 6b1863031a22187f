import type { AccountView } from '@candor/domain/account';
import type { Denial } from '@candor/domain/refusal';
import type { z } from 'zod';
import type { LimitInput } from './limit-input.ts';
import type { RecentOrders } from './recent-orders.ts';

/** What the numbers of a limit count: `fraction` is of equity (or of a price), never percent. */
export type LimitUnit = 'usd' | 'fraction' | 'orders' | 'shares' | 'ms' | 'none';

/** How far a limit is used up, in its unit. */
export interface LimitUsage {
  readonly value: number;
  readonly limit: number;
}

/** What the author of a limit writes: the rule itself. */
export interface LimitRule {
  /** Returns why the order is denied, or undefined. Called once per order with one reused input: nothing of it may be kept. */
  check(input: LimitInput): Denial | undefined;
  /** For limits that trip the halt: the same rule, asked of the account alone at each mark. */
  breached?(account: AccountView): Denial | undefined;
  /** Returns how far the limit is used up before any new order, or undefined where that cannot be said. */
  usage?(account: AccountView, at: number, recent: RecentOrders): LimitUsage | undefined;
}

/** A limit ready to check orders: its description and its rule in one shape, the same for all. */
export interface Limit {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly unit: LimitUnit;
  readonly skipsReducing: boolean;
  readonly alone: boolean;
  readonly atFill: boolean;
  readonly trips: 'next-session' | 'manual' | undefined;
  readonly memoryMs: number;
  check(input: LimitInput): Denial | undefined;
  readonly breached: ((account: AccountView) => Denial | undefined) | undefined;
  readonly usage: ((account: AccountView, at: number, recent: RecentOrders) => LimitUsage | undefined) | undefined;
}

/** A limit described once; config, forms, docs and the contract tests are derived from it. */
export interface LimitDefinition<Params = unknown> {
  readonly id: string;
  /** The code of its denials: in capitals and stable. */
  readonly code: string;
  readonly title: string;
  /** One sentence: what it refuses. */
  readonly summary: string;
  readonly params: z.ZodType<Params>;
  readonly unit: LimitUnit;
  /** `always`: part of every account, with or without a config entry. `required`: an account without it is refused. */
  readonly presence: 'always' | 'required' | 'optional';
  /** Lets orders pass that only make a position smaller. */
  readonly skipsReducing: boolean;
  /** Its denial stands alone: every further reason would be about an order that makes no sense. */
  readonly alone: boolean;
  /** Compared again when the fill price is known. */
  readonly atFill: boolean;
  /** A breach halts entries until the next session, or until a person resumes. */
  readonly trips: 'next-session' | 'manual' | undefined;
  create(params: Params): Limit;
}

interface LimitSpecification<Params> {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly summary: string;
  readonly params: z.ZodType<Params>;
  readonly unit: LimitUnit;
  readonly presence: 'always' | 'required' | 'optional';
  readonly skipsReducing: boolean;
  readonly alone?: boolean;
  readonly atFill?: boolean;
  readonly trips?: 'next-session' | 'manual';
  /** How long approved orders must be remembered for the rule. */
  memoryMs?(params: Params): number;
  create(params: Params): LimitRule;
}

/** Returns the definition of a limit, whose `create` takes parsed parameters and returns the limit in the one shape the manager's loop sees. */
export function defineLimit<Params>(specification: LimitSpecification<Params>): LimitDefinition<Params> {
  const { id, code, title, summary, params, unit, presence, skipsReducing, trips } = specification;
  const alone = specification.alone ?? false;
  const atFill = specification.atFill ?? false;
  return {
    id,
    code,
    title,
    summary,
    params,
    unit,
    presence,
    skipsReducing,
    alone,
    atFill,
    trips,
    create(parsed) {
      const { check, breached, usage } = specification.create(parsed);
      const memoryMs = specification.memoryMs?.(parsed) ?? 0;
      return { id, code, title, unit, skipsReducing, alone, atFill, trips, memoryMs, check, breached, usage };
    },
  };
}
