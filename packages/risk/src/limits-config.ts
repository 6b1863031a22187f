import { z } from 'zod';

/** The limits of an account as data: parameters by the id of the limit. What an entry may hold is the limit's own affair. */
export const LimitsConfig = z.record(z.string(), z.record(z.string(), z.json()));

export type LimitsConfig = Readonly<Record<string, Readonly<Record<string, z.infer<ReturnType<typeof z.json>>>>>>;
