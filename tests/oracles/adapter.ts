import type { Json } from '@candor/domain/json';

/**
 * The input of one known-answer case, made ready by the runner: a top-level string that names a block of the file's data is replaced by
 * that block (`data: "synA"` becomes the columns themselves), `"Infinity"` is the number, `base` is left out and its patched `state` and
 * `limits` stand in the input, and a property case has its text under `property`. Read it with zod or with `read-input.ts`.
 */
export type OracleInput = Readonly<Record<string, Json>>;

/** The data blocks of the file, with `synA` always among them; `cases` maps the id of each case of the file to its input. */
export type OracleData = Readonly<Record<string, Json>>;

/**
 * Logical function names of the case files and what answers for them. An adapter returns the object of expected fields (more fields do no
 * harm), or the bare value where `value` is all that is expected, or `true` for a property that holds. Series are arrays with null for
 * what is not available. It throws what the product throws.
 */
export type Adapters = Readonly<Record<string, (input: OracleInput, data: OracleData) => unknown>>;
