import { writeFiles } from '../scratch-folder.ts';

const THEME = "document.documentElement.dataset.theme = 'dark';";
const FLIGHT = 'self.__next_f.push([1,"é \\u003cscript\\u003e"])';

/** What stands in the scripts inside the page at `/`. */
export const INLINE_SCRIPTS: readonly string[] = [THEME, FLIGHT];

/** A script long enough to be worth compressing. */
export const CHUNK = `export const rows = [${'"candor", '.repeat(500)}];`;

/** Stands for what the build compressed: it is sent as it is. */
export const COMPRESSED = 'compressed';

const page = (title: string, scripts: string): string =>
  `<!DOCTYPE html><html lang="en"><head><title>${title}</title><script src="/_next/static/chunks/a1b2.js" async=""></script>${scripts}</head><body>${'<p>Shell</p>'.repeat(200)}</body></html>`;

const FILES: Readonly<Record<string, string>> = {
  'index.html': page('Overview', `<script>${THEME}</script><script id="_R_" nonce="">${FLIGHT}</script>`),
  'index.txt': '0:{"b":"build"}',
  'chart.html': page('Chart', `<script>${FLIGHT}</script>`),
  'chart.txt': '0:{"b":"build"}',
  'chart/__next._tree.txt': '0:{"tree":1}',
  'backtests.html': page('Backtests', ''),
  'backtests/report.html': page('Report', ''),
  'backtests/__next.!KGFwcCk.$d$run.txt': '0:{}',
  '404.html': page('Nothing here', ''),
  'icon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'manifest.webmanifest': '{"name":"Candor"}',
  '_next/static/chunks/a1b2.js': CHUNK,
  '_next/static/chunks/e5f6.js': CHUNK,
  '_next/static/chunks/e5f6.js.br': COMPRESSED,
  '_next/static/chunks/c3d4.css': 'body{color:red}',
  '_next/static/media/inter.woff2': 'wOF2'.repeat(1000),
  '.stamp': 'for whoever builds',
};

/** Writes a dashboard of the shape that `next build` exports. */
export function writeDashboard(folder: string): void {
  writeFiles(folder, FILES);
}
