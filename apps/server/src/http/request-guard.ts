import type { IncomingHttpHeaders } from 'node:http';
import { CandorError } from '@candor/domain/candor-error';

/** The part of a request, upgrades included, that tells where it comes from. */
export interface Arrival {
  readonly method?: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly socket: { readonly localPort?: number | undefined };
}

const LOOPBACK_NAME = /^(localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])$/;
const READS: ReadonlySet<string> = new Set(['GET', 'HEAD']);
const WITHIN: ReadonlySet<string> = new Set(['same-origin', 'none']);

/**
 * Returns why a request is refused before anything looks at it, or undefined. A page from elsewhere can make a browser send requests to
 * this machine: under a name of its own that resolves to us (DNS rebinding), or across origins. Neither gets in: the Host must be a
 * loopback name with our port or one that was allowed, an Origin must be that very host, and what acts must not come from another site.
 */
export function refuseForeign(
  { method = 'GET', headers, socket }: Arrival,
  allowedHosts: ReadonlySet<string>,
  isUpgrade: boolean,
): CandorError | undefined {
  const { host, origin } = headers;
  if (host === undefined || host === '') {
    return new CandorError('http.no-host', { kind: 'invalid', message: 'The request names no Host.' });
  }
  const isAllowed = allowedHosts.has(host);
  if (!isAllowed && !isOurLoopback(host, socket.localPort)) {
    return new CandorError('http.foreign-host', {
      kind: 'denied',
      message: `This server does not go by the name ${JSON.stringify(host)}. Use localhost:${socket.localPort}.`,
    });
  }
  // Behind a proxy that speaks TLS, an allowed name has an https origin.
  if (origin !== undefined && origin !== `http://${host}` && !(isAllowed && origin === `https://${host}`)) {
    return foreignOrigin(`Pages of ${JSON.stringify(origin)} may not use this server.`);
  }
  const site = headers['sec-fetch-site'];
  if (typeof site === 'string' && !WITHIN.has(site) && (isUpgrade || !READS.has(method))) {
    return foreignOrigin('Pages of another site may not act here.');
  }
  return undefined;
}

function foreignOrigin(message: string): CandorError {
  return new CandorError('http.foreign-origin', { kind: 'denied', message });
}

function isOurLoopback(host: string, port: number | undefined): boolean {
  const colon = host.lastIndexOf(':');
  const hasPort = colon > host.lastIndexOf(']');
  const name = hasPort ? host.slice(0, colon) : host;
  return LOOPBACK_NAME.test(name.toLowerCase()) && (hasPort ? host.slice(colon + 1) : '80') === String(port);
}
