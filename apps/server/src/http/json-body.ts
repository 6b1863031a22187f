import { isUtf8 } from 'node:buffer';
import { CandorError } from '@candor/domain/candor-error';
import type { FastifyInstance } from 'fastify';

/** Lets bodies in as JSON and as nothing else: what a form of another page could send without asking first is no JSON. */
export function takeJsonBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    try {
      const text = decode(body);
      parse(request, text, (error, value) => done(error === null ? null : notJson(text), value));
    } catch (error) {
      done(error instanceof Error ? error : null);
    }
  });
}

/** Lets bodies in as text of one type and as nothing else. */
export function takeTextBodies(app: FastifyInstance, contentType: string): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(contentType, { parseAs: 'buffer' }, async (_request: unknown, body: Buffer | string) =>
    decode(body),
  );
}

function decode(body: Buffer | string): string {
  if (typeof body === 'string') return body;
  if (isUtf8(body)) return body.toString('utf8');
  throw new CandorError('http.not-text', { kind: 'invalid', message: 'The body is not text in UTF-8.' });
}

function notJson(text: string): CandorError {
  return new CandorError('http.not-json', { kind: 'invalid', message: reasonOf(text) });
}

function reasonOf(text: string): string {
  if (text === '') return 'The body is empty. Send a JSON object, {} at least.';
  try {
    JSON.parse(text);
    return 'The body is refused: a field may not be called __proto__ or constructor.';
  } catch (error) {
    return `The body is not JSON: ${error instanceof Error ? error.message : 'it cannot be read'}.`;
  }
}
