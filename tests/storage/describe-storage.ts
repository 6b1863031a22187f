import type { Database } from '@candor/storage/database';
import { describe } from 'vitest';
import { describeBars } from './bars.ts';
import { describeCatalogRows } from './catalog-rows.ts';
import { describeJobsAndKeys } from './jobs-and-keys.ts';
import { describeJournal } from './journal.ts';
import { describeLedgerRows } from './ledger-rows.ts';
import { describeRunsAndTrials } from './runs-and-trials.ts';
import { describeSessions } from './sessions.ts';
import { storageUnderTest } from './storage-under-test.ts';
import { describeUnitsOfWork } from './units-of-work.ts';

/** What the platform relies on of its storage, whichever database is behind it. */
export function describeStorage(open: () => Promise<Database>): void {
  const storage = storageUnderTest(open);
  describe('units of work', () => describeUnitsOfWork(storage));
  describe('instruments, strategies and accounts', () => describeCatalogRows(storage));
  describe('bars', () => describeBars(storage));
  describe('sessions', () => describeSessions(storage));
  describe('orders, fills and what they add up to', () => describeLedgerRows(storage));
  describe('the journal', () => describeJournal(storage));
  describe('runs and trials', () => describeRunsAndTrials(storage));
  describe('jobs and keys', () => describeJobsAndKeys(storage));
}
