import type { OrderRequest } from './order.ts';

declare const approvedByRisk: unique symbol;

/**
 * An order that passed every limit. The brand cannot be written down outside this file, so the only way to one is the cast
 * in the risk manager, and a test sees to it that no other file has such a cast. Brokers take nothing else.
 */
export type ApprovedOrder = OrderRequest & { readonly [approvedByRisk]: true };
