import { z } from 'zod';

/** A field that is a day. */
export const IsoDay = z.iso.date('must be a date like 2014-01-31');
