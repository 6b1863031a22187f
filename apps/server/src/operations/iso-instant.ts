import { z } from 'zod';

/** A field that is an instant. */
export const IsoInstant = z.iso.datetime('must be an instant like 2014-01-31T21:00:00.000Z');
