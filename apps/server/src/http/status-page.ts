import { createHash } from 'node:crypto';
import { CandorError } from '@candor/domain/candor-error';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Container } from '../container.ts';
import { invoke } from '../operations/invoke.ts';
import type { Health, HealthBoard } from '../resources/health-board.ts';
import { callerOf } from './mount-operation.ts';
import type { MountedOperation } from './mounted-operation.ts';
import { pageHeaders } from './security-headers.ts';

export interface StatusPageDependencies {
  readonly container: Container;
  readonly operations: readonly MountedOperation[];
  readonly health: HealthBoard;
  readonly version: string;
}

const LISTS = [
  { id: 'sessions.list', title: 'Sessions', columns: ['id', 'name', 'state', 'reason'] },
  { id: 'jobs.list', title: 'Jobs', columns: ['id', 'job', 'state', 'createdAt', 'endedAt'] },
] as const;
const MOST_ROWS = 20;
const PATIENCE_MS = 5_000;

const STYLE = `
:root { color-scheme: dark; }
body { background: #101418; color: #d7dde3; font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; }
h1 { font-size: 1.4rem; } h2 { font-size: 1rem; color: #9fb0c0; margin-top: 2rem; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid #26303a; }
th { color: #9fb0c0; font-weight: 500; } a { color: #7cc4ff; } .ready { color: #7ddf9a; } .not-ready { color: #ffb86b; }
`;

/** Mounts a plain page at / that shows how the server is, from the same data as the API. It has no script and asks again by itself. */
export function mountStatusPage(
  app: FastifyInstance,
  { container, operations, health, version }: StatusPageDependencies,
): void {
  const headers = pageHeaders({
    scripts: "'none'",
    styles: `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  });
  app.get('/', async (_request, reply) => {
    const sections: string[] = [healthSection(health.state())];
    for (const { id, title, columns } of LISTS) {
      const operation = operations.find((one) => one.id === id);
      if (operation !== undefined) sections.push(await listSection(title, columns, operation, container));
    }
    return reply.headers(headers).type('text/html; charset=utf-8').send(page(sections, version));
  });
}

function page(sections: readonly string[], version: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="refresh" content="5">
<meta name="viewport" content="width=device-width"><title>Candor</title><link rel="icon" href="data:,"><style>${STYLE}</style></head>
<body><h1>Candor ${escapeHtml(version)}</h1>
<p><a href="/docs">API reference</a> · <a href="/ready">ready</a> · <a href="/metrics">metrics</a></p>
${sections.join('\n')}</body></html>
`;
}

function healthSection({ isReady, components }: Health): string {
  const word = isReady ? '<span class="ready">ready</span>' : '<span class="not-ready">not ready</span>';
  const rows = components.map(({ name, state, reason }) => [name, state, reason ?? '']);
  return `<h2>Health: ${word}</h2>${table(['part', 'state', 'reason'], rows)}`;
}

/** What a list of the API has in it, whatever the list is called. */
const Listing = z.record(z.string(), z.unknown());
const Rows = z.array(z.record(z.string(), z.unknown()));

async function listSection(
  title: string,
  columns: readonly string[],
  operation: MountedOperation,
  container: Container,
): Promise<string> {
  const heading = `<h2>${title}</h2>`;
  try {
    const caller = callerOf(container, AbortSignal.timeout(PATIENCE_MS));
    const output = Listing.parse(await invoke(operation, container, {}, caller));
    const rows = Object.values(output).flatMap((value) => Rows.safeParse(value).data ?? []);
    if (rows.length === 0) return `${heading}<p>None.</p>`;
    const shown = columns.filter((column) => rows.some((row) => row[column] != null));
    const cells = rows.slice(0, MOST_ROWS).map((row) => shown.map((column) => String(row[column] ?? '')));
    return `${heading}${table(shown, cells)}`;
  } catch (error) {
    // The page says what is wrong with one part and shows the others.
    if (!(error instanceof CandorError)) throw error;
    return `${heading}<p class="not-ready">${escapeHtml(error.message)}</p>`;
  }
}

function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = columns.map((column) => `<th>${escapeHtml(column)}</th>`).join('');
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`).join('');
  return `<table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
