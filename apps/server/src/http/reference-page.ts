import fastifySwagger, { type StaticDocumentSpec } from '@fastify/swagger';
import fastifySwaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import type { OpenApi } from './openapi/open-api-of.ts';
import { pageHeaders } from './security-headers.ts';

const WORDMARK = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40"><text x="0" y="28" font-family="sans-serif" font-size="24" fill="#d7dde3">Candor</text></svg>`;

// The bundle of the pinned version puts one style element into the page; this is its hash.
const STYLE_OF_THE_BUNDLE = "'sha256-RL3ie0nH+Lzz2YNqQN83mnU0J1ot4QL7b99vMdIX99w='";

const PAGE = pageHeaders({ scripts: "'self'", styles: `'self' ${STYLE_OF_THE_BUNDLE}` });

/** Mounts the browsable reference at /docs. Everything it shows comes from this server. */
export async function mountReferencePage(app: FastifyInstance, openApi: OpenApi): Promise<void> {
  await app.register(async (room) => {
    room.addHook('onRequest', async (_request, reply) => void reply.headers(PAGE));
    // Its types know OpenAPI 3.1 but want to write in it; it only reads.
    const document = openApi as unknown as StaticDocumentSpec['document'];
    await room.register(fastifySwagger, { mode: 'static', specification: { document } });
    await room.register(fastifySwaggerUi, {
      routePrefix: '/docs',
      theme: { title: 'Candor API' },
      logo: { type: 'image/svg+xml', content: WORDMARK, href: '/' },
      uiConfig: {
        // Its badge would ask a server elsewhere whether the document is valid.
        validatorUrl: null,
        deepLinking: true,
        defaultModelsExpandDepth: 0,
        docExpansion: 'list',
        displayRequestDuration: true,
      },
    });
  });
}
