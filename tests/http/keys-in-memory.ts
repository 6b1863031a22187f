import type {
  IdempotencyRepository,
  IdempotencyRow,
  Repositories,
  UnitOfWork,
} from '@candor/domain/ports/repositories';

/** The idempotency keys of one process, and a unit of work that holds nothing else. */
export function keysInMemory(): { readonly unitOfWork: UnitOfWork; readonly rows: Map<string, IdempotencyRow> } {
  const rows = new Map<string, IdempotencyRow>();
  const nameOf = (key: string, operation: string): string => `${operation} ${key}`;
  const idempotency: IdempotencyRepository = {
    reserve: async (row) => {
      const name = nameOf(row.key, row.operation);
      const there = rows.get(name);
      if (there === undefined) rows.set(name, { ...row, answer: undefined });
      return there;
    },
    settle: async (key, operation, answer) => {
      const name = nameOf(key, operation);
      const row = rows.get(name);
      if (row !== undefined) rows.set(name, { ...row, answer });
    },
    release: async (key, operation) => {
      const name = nameOf(key, operation);
      if (rows.get(name)?.answer === undefined) rows.delete(name);
    },
    prune: async (createdBefore) => {
      const old = [...rows].filter(([, { createdAt }]) => createdAt < createdBefore);
      for (const [name] of old) rows.delete(name);
      return old.length;
    },
  };
  const repositories = { idempotency } as Partial<Repositories> as Repositories;
  return { unitOfWork: { run: (work) => work(repositories) }, rows };
}
