import { CandorError } from '@candor/domain/candor-error';
import type { FastifyRequest } from 'fastify';

/** Returns the error of ours that says what the framework found wrong with a request, or the error itself when it is none of these. */
export function nameFault(error: unknown, request: FastifyRequest): unknown {
  if (!(error instanceof Error) || error instanceof CandorError) return error;
  const { code, statusCode } = error as { readonly code?: unknown; readonly statusCode?: unknown };
  const fault = typeof code === 'string' ? FAULTS[code] : undefined;
  if (fault !== undefined) {
    return new CandorError(fault.code, { kind: 'invalid', message: fault.message(request), cause: error });
  }
  // Plugins that serve files say 4xx in their own words.
  if (statusCode === 404) return noSuchRoute(request);
  if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500) {
    return new CandorError('http.malformed', { kind: 'invalid', message: 'The request is malformed.', cause: error });
  }
  return error;
}

/** Returns the error for an address that leads nowhere. */
export function noSuchRoute(request: FastifyRequest): CandorError {
  return new CandorError('http.no-such-route', {
    kind: 'not-found',
    message: `There is nothing at ${pathOf(request)}. The reference is at /docs.`,
  });
}

/** Returns the path of a request, without its query: what is asked for may be nobody else's business. */
export function pathOf({ url }: { readonly url: string }): string {
  const end = url.search(/[?#]/);
  return end < 0 ? url : url.slice(0, end);
}

interface Said {
  readonly code: string;
  readonly message: (request: FastifyRequest) => string;
}

const FAULTS: Readonly<Record<string, Said>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: {
    code: 'http.too-large',
    message: ({ routeOptions }) => `The body is larger than ${routeOptions.bodyLimit} bytes, the most taken here.`,
  },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    code: 'http.wrong-media-type',
    message: ({ headers, routeOptions }) =>
      `Send the body as ${routeOptions.config.bodyType ?? 'application/json'}, not as ${headers['content-type'] ?? 'something without a Content-Type'}.`,
  },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: {
    code: 'http.bad-length',
    message: () => 'The body is not as long as its Content-Length says.',
  },
  FST_ERR_BAD_URL: { code: 'http.bad-url', message: () => 'The address has a broken percent sequence.' },
  FST_ERR_MAX_PARAM_LENGTH: { code: 'http.url-too-long', message: () => 'A part of the address is too long.' },
};
