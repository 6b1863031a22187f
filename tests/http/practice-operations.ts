import { CandorError } from '@candor/domain/candor-error';
import { defineOperation, type Operation } from '@candor/server/operations/operation';
import { z } from 'zod';

/** What the operations below did, and the gates that hold them. */
export class Workshop {
  readonly orders: string[] = [];
  readonly events: string[] = [];
  constants = 0;
  failuresToCome = 0;
  #open: () => void = () => {};
  gate: Promise<void> = Promise.resolve();

  closeGate(): void {
    this.gate = new Promise((resolve) => {
      this.#open = resolve;
    });
  }

  openGate(): void {
    this.#open();
  }
}

/** Returns operations that between them use all that a mount can say. */
export function practiceOperations(workshop: Workshop): readonly Operation[] {
  const echo = defineOperation({
    id: 'practice.echo',
    summary: 'Return what was understood.',
    input: z.object({
      name: z.string().min(2).max(250),
      count: z.int().min(1).max(9).default(1),
      ratio: z.number().optional(),
      loud: z.boolean().default(false),
      tags: z.array(z.string()).max(3).default([]),
      kind: z.enum(['plain', 'fancy']).optional(),
      mixed: z.union([z.number(), z.string()]).optional(),
    }),
    output: z.object({ understood: z.record(z.string(), z.json()) }),
    scope: 'system:read',
    needs: [],
    http: {
      method: 'GET',
      path: '/practice/echo/{name}',
      examples: [{ summary: 'Echo', input: { name: 'ab', count: 2 } }],
    },
    run: async (_needs, input) => ({ understood: JSON.parse(JSON.stringify(input)) }),
  });
  const order = defineOperation({
    id: 'practice.order',
    summary: 'Write down an order.',
    input: z.object({
      symbol: z.string().max(12),
      sizing: z.object({ id: z.string(), params: z.record(z.string(), z.number()).default({}) }).optional(),
      legs: z.array(z.object({ side: z.enum(['buy', 'sell']) })).default([]),
    }),
    output: z.object({ number: z.int(), symbol: z.string(), note: z.string().optional() }),
    scope: 'orders:write',
    needs: [],
    http: {
      method: 'POST',
      path: '/practice/orders',
      status: 201,
      takesIdempotencyKey: true,
      examples: [{ summary: 'Order', input: { symbol: 'ABC' } }],
      problems: [{ code: 'practice.unknown-symbol', kind: 'not-found', when: 'nobody knows the symbol' }],
    },
    run: async (_needs, { symbol }, caller) => {
      workshop.events.push('began');
      await workshop.gate;
      caller.signal.throwIfAborted();
      if (workshop.failuresToCome > 0) {
        workshop.failuresToCome -= 1;
        throw new CandorError('storage.unavailable', { kind: 'retry', message: 'The database is away.' });
      }
      if (symbol === 'NONE')
        throw new CandorError('practice.unknown-symbol', { kind: 'not-found', message: 'No NONE.' });
      if (symbol === 'HALT') throw new CandorError('practice.halted', { kind: 'halt', message: 'Trading is halted.' });
      if (symbol === 'TAKEN') throw new CandorError('practice.taken', { kind: 'conflict', message: 'It is taken.' });
      if (symbol === 'FAULT') throw new Error('the password is hunter2');
      workshop.orders.push(symbol);
      return { number: workshop.orders.length, symbol };
    },
  });
  const remove = defineOperation({
    id: 'practice.remove',
    summary: 'Forget every order.',
    input: z.object({ confirm: z.boolean().default(false) }),
    output: z.object({ removed: z.int() }),
    scope: 'orders:write',
    needs: [],
    http: { method: 'DELETE', path: '/practice/orders', examples: [{ summary: 'Forget', input: { confirm: true } }] },
    run: async () => ({ removed: workshop.orders.splice(0).length }),
  });
  const upload = defineOperation({
    id: 'practice.upload',
    summary: 'Count the lines of a file.',
    input: z.object({ csv: z.string().min(1), symbol: z.string(), all: z.boolean().default(false) }),
    output: z.object({ lines: z.int(), symbol: z.string(), all: z.boolean() }),
    scope: 'market-data:write',
    needs: [],
    http: {
      method: 'POST',
      path: '/practice/files',
      rawBody: { field: 'csv', contentType: 'text/csv', maxBytes: 5_000 },
      examples: [{ summary: 'Upload', input: { csv: 'a,b\n1,2\n', symbol: 'ABC' } }],
    },
    run: async (_needs, { csv, symbol, all }) => ({ lines: csv.trimEnd().split('\n').length, symbol, all }),
  });
  const constant = defineOperation({
    id: 'practice.constant',
    summary: 'Return what never changes.',
    input: z.object({ find: z.string().default('') }),
    output: z.object({ computed: z.int() }),
    scope: 'system:read',
    needs: [],
    http: {
      method: 'GET',
      path: '/practice/constant',
      isConstant: true,
      examples: [{ summary: 'All of it', input: {} }],
    },
    run: async () => {
      workshop.constants += 1;
      return { computed: workshop.constants };
    },
  });
  const slow = defineOperation({
    id: 'practice.slow',
    summary: 'Work until nobody waits.',
    input: z.object({}),
    output: z.object({}),
    scope: 'system:read',
    needs: [],
    http: { method: 'GET', path: '/practice/slow', isHeavy: true, examples: [{ summary: 'Wait', input: {} }] },
    run: async (_needs, _input, { signal }) => {
      workshop.events.push('slow began');
      await new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => {
          workshop.events.push('slow aborted');
          reject(signal.reason);
        });
      });
      return {};
    },
  });
  const broken = defineOperation({
    id: 'practice.broken',
    summary: 'Promise a number and give none.',
    input: z.object({}),
    output: z.object({ value: z.number() }),
    scope: 'system:read',
    needs: [],
    http: { method: 'GET', path: '/practice/broken', examples: [{ summary: 'Break', input: {} }] },
    run: async () => ({ value: Number.NaN }),
  });
  return [echo, order, remove, upload, constant, slow, broken];
}
