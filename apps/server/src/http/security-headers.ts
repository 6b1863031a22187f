/** On every answer. What we say is what we say it is, is shown in no frame, and is not for pages of other sites. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
};

/** On pages besides: a browser heeds these for documents only. */
const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'referrer-policy': 'no-referrer',
};

export interface PageSources {
  readonly scripts: string;
  readonly styles: string;
  /** Our own files and what the page has in itself, unless said otherwise. */
  readonly images?: string;
  /** None, unless said otherwise. */
  readonly workers?: string;
  readonly manifests?: string;
}

/** Returns the headers of a page: what it loads comes from here, and scripts are files or texts known by their hash. */
export function pageHeaders({
  scripts,
  styles,
  images = "'self' data:",
  workers,
  manifests,
}: PageSources): Readonly<Record<string, string>> {
  const policy = [
    "default-src 'none'",
    `script-src ${scripts}`,
    `style-src ${styles}`,
    `img-src ${images}`,
    "font-src 'self'",
    // The live channel too: a WebSocket to our own host and port is "self".
    "connect-src 'self'",
    ...(workers === undefined ? [] : [`worker-src ${workers}`]),
    ...(manifests === undefined ? [] : [`manifest-src ${manifests}`]),
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return { ...PAGE_HEADERS, 'content-security-policy': policy.join('; ') };
}
