import type { AccountSnapshot } from '@candor/domain/account';
import { toUsd } from '@candor/domain/money';
import type { OrderState } from '@candor/domain/order-state';
import type { Broker } from '@candor/domain/ports/broker';

/** Part of a position below which a difference is rounding of fractions and nothing else. */
const CRUMB = 1e-9;

/** Returns a sentence for every number in which a broker's book differs from ours; none when they agree. Nothing is adopted. */
export async function compareBooks(broker: Broker, ours: AccountSnapshot): Promise<string[]> {
  const [account, positions] = [await broker.account(), await broker.positions()];
  const held = new Map(ours.positions.map(({ symbol, quantity }) => [symbol, quantity]));
  const there = new Map(positions.map(({ symbol, quantity }) => [symbol, quantity]));
  const differences = [...new Set([...held.keys(), ...there.keys()])].toSorted().flatMap((symbol) => {
    const [mine, theirs] = [held.get(symbol) ?? 0, there.get(symbol) ?? 0];
    if (Math.abs(mine - theirs) <= CRUMB * Math.max(Math.abs(mine), Math.abs(theirs))) return [];
    return [`we hold ${mine} ${symbol}, the broker says ${theirs}`];
  });
  if (account.cashMicros !== ours.cashMicros) {
    differences.push(`we have ${toUsd(ours.cashMicros)} USD of cash, the broker says ${toUsd(account.cashMicros)} USD`);
  }
  return differences;
}

/** Returns an order as the broker knows it, or undefined when it says that it does not: then it may be sent (again). */
export async function askForOrder(broker: Broker, clientOrderId: string): Promise<OrderState | undefined> {
  const orders = await broker.orders();
  return orders.find(({ order }) => order.clientOrderId === clientOrderId);
}
