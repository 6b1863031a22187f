import { WireEquityPoint } from '@candor/server/resources/wire/wire-equity-point';
import { WireFill } from '@candor/server/resources/wire/wire-fill';
import { WireOrder } from '@candor/server/resources/wire/wire-order';
import { WirePosition } from '@candor/server/resources/wire/wire-position';
import { z } from 'zod';
import type { ServerProcess } from './server-process.ts';
import { lookAt, SESSION } from './session-life.ts';

/** What can be said of a session's records without knowing what they should be. */
export interface Audit {
  readonly sha256: string;
  readonly orders: number;
  readonly fills: number;
  /** A sentence for each thing that does not add up. */
  readonly faults: readonly string[];
}

// A tenth of a cent over some hundred trades: averages are no whole micro-dollars.
const ROUNDING_USD = 0.001;
const ROUNDING_SHARES = 1e-6;

/** Reads everything a finished session left and holds it against the laws that no crash may break. */
export async function auditSession(server: ServerProcess): Promise<Audit> {
  const faults: string[] = [];
  const holds = (isSo: boolean, otherwise: string): void => {
    if (!isSo) faults.push(otherwise);
  };
  const session = await lookAt(server);
  const orders = await server.askForAll(`/orders?sessionId=${SESSION}`, 'orders', WireOrder);
  const fills = await server.askForAll(`/fills?sessionId=${SESSION}`, 'fills', WireFill);
  const equity = await server.askForAll(`/sessions/${SESSION}/equity`, 'points', WireEquityPoint);
  const { positions } = Positions.parse(await server.ask('GET', `/sessions/${SESSION}/positions`));
  const { ok, journals } = Journals.parse(await server.ask('POST', '/journal/audit', {}));
  const { sha256 } = Hash.parse(await server.ask('GET', `/sessions/${SESSION}/state-hash`));

  holds(session.state === 'finished', `The session is ${session.state}.`);
  holds(session.position === session.length, `It stands at ${session.position} of ${session.length}.`);
  holds(ok, `The journal is broken: ${JSON.stringify(journals)}.`);

  const filled = new Map<string, number[]>();
  for (const { clientOrderId, sequence } of fills) {
    filled.set(clientOrderId, [...(filled.get(clientOrderId) ?? []), sequence]);
  }
  const ids = new Set(orders.map(({ clientOrderId }) => clientOrderId));
  holds(ids.size === orders.length, `${orders.length - ids.size} orders are there twice.`);
  for (const [clientOrderId, sequences] of filled) {
    holds(ids.has(clientOrderId), `There are fills of ${clientOrderId}, and it is not there.`);
    const isCounted = sequences.toSorted((a, b) => a - b).every((sequence, i) => sequence === i + 1);
    holds(isCounted, `The fills of ${clientOrderId} are numbered ${sequences.join(', ')}.`);
  }
  for (const { clientOrderId, filledQuantity } of orders) {
    const sum = sumOf(fills.filter((fill) => fill.clientOrderId === clientOrderId).map(({ quantity }) => quantity));
    const isSame = Math.abs(sum - filledQuantity) < ROUNDING_SHARES;
    holds(isSame, `The fills of ${clientOrderId} are ${sum} shares and it says ${filledQuantity}.`);
  }
  for (const { sleeveId, symbol, quantity } of positions) {
    const mine = fills.filter((fill) => fill.sleeveId === sleeveId && fill.symbol === symbol);
    const sum = sumOf(mine.map((fill) => (fill.side === 'buy' ? fill.quantity : -fill.quantity)));
    const isSame = Math.abs(sum - quantity) < ROUNDING_SHARES;
    holds(isSame, `${sleeveId} holds ${quantity} ${symbol}, and its fills add up to ${sum}.`);
  }

  const { account } = session;
  if (account === null) faults.push('There is no account.');
  else {
    const { startCashUsd, cashUsd, equityUsd, realizedUsd, unrealizedUsd, feesUsd } = account;
    const { dividendsUsd, interestUsd, borrowUsd } = account;
    const holdings = sumOf(positions.map(({ marketValueUsd }) => marketValueUsd ?? Number.NaN));
    const earned = realizedUsd + unrealizedUsd - feesUsd + dividendsUsd + interestUsd - borrowUsd;
    const fees = sumOf(fills.map(({ commissionUsd }) => commissionUsd));
    holds(isSameUsd(equityUsd, cashUsd + holdings), `Equity ${equityUsd} is not ${cashUsd} cash and ${holdings} held.`);
    holds(
      isSameUsd(equityUsd, startCashUsd + earned),
      `Equity ${equityUsd} is not ${startCashUsd} and ${earned} earned.`,
    );
    holds(isSameUsd(feesUsd, fees), `The fees are ${feesUsd}, and those of the fills add up to ${fees}.`);
    const last = equity.at(-1);
    holds(last?.equityUsd === equityUsd, `The curve ends at ${last?.equityUsd} and the account has ${equityUsd}.`);
  }
  const instants = session.length - session.feed.startAt;
  holds(equity.length === instants, `The curve has ${equity.length} points for ${instants} instants.`);
  const isInOrder = equity.every(({ at }, i) => i === 0 || at > equity[i - 1]!.at);
  holds(isInOrder, 'An instant is twice in the curve, or late.');
  return { sha256, orders: orders.length, fills: fills.length, faults };
}

const Positions = z.object({ positions: z.array(WirePosition) });
const Journals = z.object({ ok: z.boolean(), journals: z.array(z.unknown()) });
const Hash = z.object({ sha256: z.string() });

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function isSameUsd(a: number, b: number): boolean {
  return Math.abs(a - b) < ROUNDING_USD;
}
