import { CandorError } from '@candor/domain/candor-error';
import type { Json } from '@candor/domain/json';
import { z } from 'zod';

/** Raised whenever a snapshot of before cannot be gone on from. */
const VERSION = 1;

/** Read by the part that wrote it. */
const partState: z.ZodType<Json> = z.json();

/** How a session is coming to its end. It is saved with the session, because it may take several turns. */
const Ending = z.strictObject({
  state: z.enum(['finished', 'stopped', 'interrupted']),
  reason: z.string().nullable(),
  /** Who wants everything sold first; null when nobody does. */
  flattenBy: z.string().nullable(),
});

export type Ending = Readonly<z.infer<typeof Ending>>;

const Shape = z.strictObject({
  version: z.literal(VERSION),
  /** What the session stands on beside its bars, by name: hashes of the strategies' sources. */
  pins: z.record(z.string(), z.string()),
  /** Number of the latest event. */
  seq: z.int().min(0),
  /** Of the latest event of the broker that was taken. */
  cursor: z.int().min(0),
  session: partState,
  orders: partState,
  /** Orders the broker has not answered. */
  unsent: z.array(z.string()),
  /** Null for a venue that remembers by itself. */
  broker: partState,
  ending: Ending.nullable(),
});

export type LiveSnapshot = Readonly<Omit<z.infer<typeof Shape>, 'version'>>;

/** What a running session resumes from: everything that is not in its bars or its configuration. */
export const LiveSnapshot = {
  write: (state: LiveSnapshot): Json => ({ version: VERSION, ...state, ending: state.ending && { ...state.ending } }),

  /** Throws `engine.bad-snapshot` (halt) for one of another version, or of a session that stood on something else. */
  read: (json: Json, pins: Readonly<Record<string, string>>): LiveSnapshot => {
    const version = z.object({ version: z.number() }).safeParse(json).data?.version;
    if (version !== VERSION) {
      throw bad(
        `was saved ${version === undefined ? 'in an unknown form' : `in version ${version}`}, and this is version ${VERSION}`,
      );
    }
    const parsed = Shape.safeParse(json);
    if (!parsed.success) throw bad('cannot be read', parsed.error);
    const names = [...new Set([...Object.keys(pins), ...Object.keys(parsed.data.pins)])].toSorted();
    const changed = names.filter((name) => pins[name] !== parsed.data.pins[name]);
    if (changed.length > 0) throw bad(`stood on another ${changed.join(' and another ')} than there is now`);
    return parsed.data;
  },
};

function bad(why: string, cause?: unknown): CandorError {
  return new CandorError('engine.bad-snapshot', {
    kind: 'halt',
    message: `The session ${why}, so it cannot go on where it was.`,
    cause,
  });
}
