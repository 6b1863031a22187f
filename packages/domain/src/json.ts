/** Anything that survives `JSON.parse(JSON.stringify(x))` unchanged. NaN, Infinity, -0 and undefined do not, so none of them may stand in a snapshot. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
