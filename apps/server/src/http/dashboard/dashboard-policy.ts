import { createHash } from 'node:crypto';
import { pageHeaders } from '../security-headers.ts';

// A script with a src is a file, and files of ours may run anyway.
const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g;

/** Returns the headers of a page of the dashboard. Of scripts inside it, exactly those run that were there when it was built. */
export function dashboardPageHeaders(html: string): Readonly<Record<string, string>> {
  const hashes = [...html.matchAll(INLINE_SCRIPT)].map(([, script = '']) => `'sha256-${sha256(script)}'`);
  return pageHeaders({
    scripts: ["'self'", ...new Set(hashes)].join(' '),
    // Menus, dialogs and charts place themselves by style attributes and style elements that are written while the page runs, which
    // no hash can name. A style can deface the page; it can run nothing and, as images come from here only, send nothing away.
    styles: "'self' 'unsafe-inline'",
    // A picture of a chart is made in the page.
    images: "'self' data: blob:",
    workers: "'self' blob:",
    manifests: "'self'",
  });
}

/** On a script that is a file: when it is the whole of a worker, the worker has the policy of this answer and not that of the page. */
export const SCRIPT_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'none'; script-src 'self'; connect-src 'self'; frame-ancestors 'none'",
};

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
