import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasTag } from '../entity-tag.ts';
import { API_ROOT } from '../mounted-operation.ts';
import type { RouteTable } from '../route-table.ts';
import { pageHeaders } from '../security-headers.ts';
import { type Dashboard, type DashboardFile, readDashboard } from './read-dashboard.ts';

/** The route that takes what no other one does. It is no address, so that it says nothing of which methods an address takes. */
export const DASHBOARD_ROUTE = '/*';

const READS = ['GET', 'HEAD'];

/**
 * Mounts the dashboard that was built into a folder, or a page that says how to build it. Only files that were in the folder when we started
 * are known; an address is looked up among them and never made into a path.
 */
export async function mountDashboard(
  app: FastifyInstance,
  routes: RouteTable,
  folder: string | undefined,
): Promise<void> {
  const dashboard = folder === undefined ? undefined : await readDashboard(folder);
  if (dashboard === undefined) {
    mountAbsence(app);
    return;
  }
  for (const address of dashboard.pages) routes.add(address, READS);
  app.get<{ Params: { '*': string } }>(DASHBOARD_ROUTE, async (request, reply) => {
    const address = `/${request.params['*']}`;
    const file = dashboard.files.get(address);
    if (file !== undefined) return sendFile(file, request, reply);
    const page = pageWithoutSlash(address, dashboard);
    if (page !== undefined) return reply.redirect(`${encodeURI(page)}${queryOf(request)}`, 308);
    if (dashboard.notFound === undefined || !isForEyes(address, request)) return reply.callNotFound();
    return sendBody(dashboard.notFound, request, reply.code(404));
  });
}

async function sendFile(file: DashboardFile, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  // Weak, since the same content goes out compressed and not.
  reply.header('etag', `W/${file.tag}`);
  // The headers come first: a browser takes those of a 304 over into what it kept.
  if (hasTag(request.headers['if-none-match'], file.tag)) return reply.headers(file.headers).code(304).send();
  return sendBody(file, request, reply);
}

async function sendBody(
  { body, headers }: DashboardFile,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { bytes, encoding } = await body.as(request.headers['accept-encoding']);
  if (encoding !== undefined) reply.header('content-encoding', encoding);
  return reply.headers(headers).send(bytes);
}

function pageWithoutSlash(address: string, { pages }: Dashboard): string | undefined {
  const page = address.slice(0, -1);
  return address.endsWith('/') && pages.has(page) ? page : undefined;
}

function queryOf({ url }: FastifyRequest): string {
  const start = url.indexOf('?');
  return start < 0 ? '' : url.slice(start);
}

/** Whether a person looks at the answer: they get a page, programs get a problem, and so does whoever asks the API. */
function isForEyes(address: string, { headers }: FastifyRequest): boolean {
  const isApi = address === API_ROOT || address.startsWith(`${API_ROOT}/`);
  return !isApi && headers.accept?.includes('text/html') === true;
}

function mountAbsence(app: FastifyInstance): void {
  const headers = pageHeaders({ scripts: "'none'", styles: "'none'" });
  app.get('/', async (_request, reply) => {
    return reply.code(503).headers(headers).type('text/html; charset=utf-8').send(ABSENCE);
  });
}

const ABSENCE = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><title>Candor</title><link rel="icon" href="data:,"></head>
<body><h1>The dashboard has not been built</h1>
<p>Run <code>npm run build</code> in the folder of Candor, then start it again. It says what is in the way, if anything is.</p>
<p>Everything else is running: the <a href="/docs">API and its reference</a>, <a href="/ready">health</a>, <a href="/metrics">figures</a>.</p>
</body></html>
`;
