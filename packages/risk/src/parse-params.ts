import { CandorError } from '@candor/domain/candor-error';
import { didYouMean } from '@candor/domain/nearest';
import { z } from 'zod';

/** Returns the parameters with their defaults. Throws `risk.bad-param` with a sentence that names whose parameter broke which rule. */
export function parseParams<Params>(schema: z.ZodType<Params>, params: unknown, owner: string): Params {
  const parsed = schema.safeParse(params);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  throw new CandorError('risk.bad-param', { kind: 'invalid', message: `${owner}: ${sentenceOf(issue, schema)}` });
}

function sentenceOf(issue: z.core.$ZodIssue, schema: z.ZodType): string {
  if (issue.code === 'unrecognized_keys') {
    const known = schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
    const [key = ''] = issue.keys;
    return `it has no parameter "${key}". ${known.length === 0 ? 'It takes none.' : didYouMean(key, known)}`;
  }
  const field = issue.path.join('.');
  return field === '' ? `${issue.message}.` : `"${field}" is out of its domain: ${issue.message}.`;
}
