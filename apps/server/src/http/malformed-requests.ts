import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { CandorError } from '@candor/domain/candor-error';
import { PROBLEM_MEDIA_TYPE, problemOf } from './problem.ts';
import { SECURITY_HEADERS } from './security-headers.ts';

/** Answers bytes that never became a request: broken, too long, or too slow in coming. The connection ends with the answer. */
export function answerMalformed(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const problem = problemOf(faultOf(error.code), { path: '', requestId: randomUUID() });
  const body = JSON.stringify(problem);
  const headers: Readonly<Record<string, string | number>> = {
    ...SECURITY_HEADERS,
    'content-type': PROBLEM_MEDIA_TYPE,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const head = [`HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`, ...lines].join('\r\n');
  socket.end(`${head}\r\n\r\n${body}`);
}

function faultOf(code: string | undefined): CandorError {
  if (code === 'HPE_HEADER_OVERFLOW') {
    return new CandorError('http.headers-too-large', {
      kind: 'invalid',
      message: 'The headers of the request are too large.',
    });
  }
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') {
    return new CandorError('http.too-slow', { kind: 'invalid', message: 'The request took too long to arrive.' });
  }
  return new CandorError('http.malformed', { kind: 'invalid', message: 'This is not an HTTP request.' });
}
