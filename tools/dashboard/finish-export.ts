import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants as zlib } from 'node:zlib';

const TEXT = /\.(html|js|css|txt|svg|json|webmanifest)$/;
const SMALLEST_WORTH_IT_BYTES = 1024;
const STYLESHEET = /<link rel="stylesheet" href="([^"]+)"[^>]*>/g;
const brotli = promisify(brotliCompress);

/**
 * Finishes what `next build` exported to a folder: pages that are painted before anything else is there, and beside each text file a `.br` of the
 * best compression, which takes too long to be made while somebody waits.
 */
export async function finishExport(folder: string): Promise<void> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && TEXT.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  const readBelow = (address: string): string => readFileSync(join(folder, address), 'utf8');
  for (const path of paths.filter((each) => each.endsWith('.html'))) {
    writeFileSync(path, paintedFirst(readFileSync(path, 'utf8'), readBelow));
  }
  await Promise.all(paths.map(compress));
}

/**
 * Returns a page that holds its style and runs its scripts once it is whole, so that the shell is on the screen while they load. The stylesheet
 * itself comes last, where it holds nothing up: React looks for it by its address, and asks for it again when it is not there.
 */
function paintedFirst(html: string, readStyle: (address: string) => string): string {
  const links: string[] = [];
  return html
    .replace(STYLESHEET, (link, address: string) => {
      links.push(link);
      return `<style>${withRootedUrls(readStyle(address), address)}</style>`;
    })
    .replaceAll(/(<script src="[^"]+") async=""/g, '$1 defer=""')
    .replace('</body>', () => `${links.join('')}</body>`);
}

/** In a stylesheet an address is relative to the stylesheet, and in a page to the page. */
function withRootedUrls(style: string, address: string): string {
  return style.replaceAll(
    /url\((?!["']?(?:\/|data:|#))(["']?)([^)"']+)\1\)/g,
    (_url, quote: string, relative: string) => {
      return `url(${quote}${posix.join(dirname(address), relative)}${quote})`;
    },
  );
}

async function compress(path: string): Promise<void> {
  const bytes = readFileSync(path);
  if (bytes.length < SMALLEST_WORTH_IT_BYTES) return;
  writeFileSync(`${path}.br`, await brotli(bytes, { params: { [zlib.BROTLI_PARAM_SIZE_HINT]: bytes.length } }));
}
