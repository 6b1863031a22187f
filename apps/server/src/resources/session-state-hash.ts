import { CandorError } from '@candor/domain/candor-error';
import { canonicalJson } from '@candor/domain/canonical-json';
import type { Page, PageRequest, Repositories } from '@candor/domain/ports/repositories';
import { fingerprintText } from './fingerprint.ts';

const PAGE = 1_000;

/**
 * Returns the SHA-256, in hex, of everything a session has come to: account, orders, fills, trades, positions, equity and events, each in an
 * order of its own. When something was written is no part of it, nor is the turn that wrote it: a run that was killed and went on has the
 * print of one that was left alone. Throws `sessions.unknown` (not-found).
 */
export async function sessionStateHash(repositories: Repositories, sessionId: string): Promise<string> {
  const session = await repositories.sessions.find(sessionId);
  if (session === undefined) {
    throw new CandorError('sessions.unknown', { kind: 'not-found', message: `There is no session "${sessionId}".` });
  }
  const { accountId } = session;
  const orders = await everything((page) => repositories.orders.list(page, { sessionId }));
  const fills = await everything((page) => repositories.fills.list(page, { sessionId }));
  const equity = await everything((page) => repositories.equity.list(sessionId, page));
  const events = await everything((page) => repositories.journal.list(page, { accountId, sessionId }));
  const state = {
    account: session.account ?? null,
    orders: inOrder(orders.map((row) => row.state)),
    fills: inOrder(fills.map(({ fill }) => fill)),
    trades: inOrder(await repositories.trades.list(sessionId)),
    positions: inOrder(await repositories.positions.list(sessionId)),
    equity,
    events: events.map(({ event: { recordedAt: _, ...event } }) => event),
  };
  return fingerprintText(canonicalJson(state));
}

async function everything<Row>(list: (page: PageRequest) => Promise<Page<Row>>): Promise<Row[]> {
  const rows: Row[] = [];
  let after: number | undefined;
  do {
    const page = await list({ limit: PAGE, after });
    rows.push(...page.rows);
    after = page.next;
  } while (after !== undefined);
  return rows;
}

/** Sorted by what they are, because how steps were gathered decides in which order some of them were written. */
function inOrder(rows: readonly unknown[]): unknown[] {
  return rows
    .map((row) => ({ row, text: canonicalJson(row) }))
    .toSorted((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
    .map(({ row }) => row);
}
