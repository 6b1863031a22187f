import type { HttpMount, Operation } from '../operations/operation.ts';

/** Where operations of the API begin. */
export const API_ROOT = '/api';

export type MountedOperation = Operation & { readonly http: HttpMount };

/** Returns the operations that have a place on HTTP. */
export function mountedOf(operations: readonly Operation[]): readonly MountedOperation[] {
  return operations.filter((operation): operation is MountedOperation => operation.http !== undefined);
}
