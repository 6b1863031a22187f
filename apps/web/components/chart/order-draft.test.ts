import { describe, expect, it } from 'vitest';
import { checkDraft, EMPTY_DRAFT } from './order-draft';

const apple = { symbol: 'AAPL', tickSize: 0.01, lotSize: 1 };

describe('an order as typed', () => {
  it('becomes what the server is asked for, with nothing that was not said', () => {
    expect(checkDraft({ ...EMPTY_DRAFT, quantity: '10' }, apple)).toEqual({
      ok: true,
      body: { symbol: 'AAPL', side: 'buy', quantity: 10, type: 'market', timeInForce: 'day' },
    });
  });

  it('leaves out a price that its type does not have, though one was typed before', () => {
    const checked = checkDraft({ ...EMPTY_DRAFT, quantity: '10', limitPrice: '99' }, apple);
    expect(checked.ok && 'limitPrice' in checked.body).toBe(false);
  });

  it('names every field that does not fit', () => {
    const draft = {
      ...EMPTY_DRAFT,
      type: 'stop-limit',
      quantity: '1.5',
      stopPrice: 'ten',
      stopLossPrice: '1.005',
    } as const;
    expect(checkDraft(draft, apple)).toEqual({
      ok: false,
      faults: {
        quantity: '"Quantity" must be in lots of 1.',
        limitPrice: '"Limit price" is missing.',
        stopPrice: '"Stop price" must be a number above 0.',
        stopLossPrice: '"Stop-loss" must be in ticks of 0.01.',
      },
    });
  });

  it('takes prices on the tick whatever the machine makes of decimals', () => {
    expect(checkDraft({ ...EMPTY_DRAFT, quantity: '1', type: 'limit', limitPrice: '150.61' }, apple).ok).toBe(true);
  });

  it('takes any price where there are no ticks', () => {
    const draft = { ...EMPTY_DRAFT, quantity: '1', type: 'limit', limitPrice: '150.123456' } as const;
    expect(checkDraft(draft, { ...apple, tickSize: 0 }).ok).toBe(true);
  });
});
