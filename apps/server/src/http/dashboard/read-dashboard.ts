import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { entityTag } from '../entity-tag.ts';
import { dashboardPageHeaders, SCRIPT_HEADERS } from './dashboard-policy.ts';
import { EncodedBody } from './encoded-body.ts';

/** A file of the dashboard, ready to be sent. */
export interface DashboardFile {
  readonly body: EncodedBody;
  readonly headers: Readonly<Record<string, string>>;
  readonly tag: string;
}

/** The dashboard as it was built, whole and in memory: a build while we run changes nothing under an open page. */
export interface Dashboard {
  /** By address, percent signs resolved: `/` and `/chart` are pages, `/_next/static/chunks/a.js` a file. */
  readonly files: ReadonlyMap<string, DashboardFile>;
  /** Addresses of the pages. */
  readonly pages: ReadonlySet<string>;
  /** What is shown where nothing is. */
  readonly notFound: DashboardFile | undefined;
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};
const UNKNOWN = 'application/octet-stream';
const PAGE = '.html';
/** Of a file that lies beside the one that it holds, compressed when it was built. */
const COMPRESSED = '.br';
const NOT_FOUND = '/404';

// Their names hold a hash of what is in them.
const NAMED_BY_CONTENT = '/_next/static/';
const FOREVER = 'public, max-age=31536000, immutable';
const ASK_EACH_TIME = 'no-cache';

/** Returns the dashboard below a folder that `next build` exported to, or undefined when there is none. */
export async function readDashboard(folder: string): Promise<Dashboard | undefined> {
  const paths = await pathsBelow(folder);
  if (!paths.includes('/index.html')) return undefined;
  const files = new Map<string, DashboardFile>();
  const pages = new Set<string>();
  const read = (path: string): Promise<Buffer> => readFile(join(folder, path));
  const compressed = new Set(paths.filter((path) => path.endsWith(COMPRESSED)));
  for (const path of paths) {
    if (compressed.has(path)) continue;
    const address = addressOf(path);
    const brotli = `${path}${COMPRESSED}`;
    files.set(address, fileOf(path, await read(path), compressed.has(brotli) ? await read(brotli) : undefined));
    if (path.endsWith(PAGE)) pages.add(address);
  }
  const notFound = files.get(NOT_FOUND);
  files.delete(NOT_FOUND);
  pages.delete(NOT_FOUND);
  return { files, pages, notFound };
}

/** Returns the files below a folder, each with a slash before it. What begins with a dot is for whoever builds. */
async function pathsBelow(folder: string, path = ''): Promise<readonly string[]> {
  const paths: string[] = [];
  for (const entry of await entriesOf(join(folder, path))) {
    const name = `${path}/${entry.name}`;
    if (entry.name.startsWith('.')) continue;
    if (entry.isDirectory()) paths.push(...(await pathsBelow(folder, name)));
    else if (entry.isFile()) paths.push(name);
  }
  return paths;
}

async function entriesOf(folder: string) {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

function addressOf(path: string): string {
  if (!path.endsWith(PAGE)) return path;
  const address = path.slice(0, -PAGE.length).replace(/\/index$/, '');
  return address === '' ? '/' : address;
}

function fileOf(path: string, bytes: Buffer, brotli: Buffer | undefined): DashboardFile {
  const extension = extname(path).toLowerCase();
  const mediaType = MEDIA_TYPES[extension] ?? UNKNOWN;
  const isText = mediaType.includes('charset');
  return {
    body: new EncodedBody(bytes, { isText, brotli }),
    headers: {
      'content-type': mediaType,
      'cache-control': path.startsWith(NAMED_BY_CONTENT) ? FOREVER : ASK_EACH_TIME,
      ...(isText && { vary: 'accept-encoding' }),
      ...(extension === PAGE && dashboardPageHeaders(bytes.toString())),
      ...(extension === '.js' && SCRIPT_HEADERS),
    },
    tag: entityTag(bytes),
  };
}
