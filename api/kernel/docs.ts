import { setImmediate as turn } from 'node:timers/promises';
import swagger, { type FastifyDynamicSwaggerOptions } from '@fastify/swagger';
import Fastify, { type FastifyInstance } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import type { Config } from './config.ts';
import { newNonce, withNonce } from './security.ts';

const script = '/api/reference/js/scalar.js';

// Nothing of the library that talks to its makers' services: a street office's server asks nobody else.
const look = {
  telemetry: false,
  withDefaultFonts: false,
  showDeveloperTools: 'never',
  hideClientButton: true,
  agent: { disabled: true },
  mcp: { disabled: true },
};

function page(nonce: string): string {
  return `<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><title>邻聚 API</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta property="csp-nonce" content="${nonce}"></head>
<body><script id="api-reference" data-url="/api/openapi.json" data-configuration='${JSON.stringify(look)}'></script><script src="${script}"></script></body></html>`;
}

const head: FastifyDynamicSwaggerOptions['openapi'] = {
  openapi: '3.1.0',
  info: {
    title: 'Linju 邻聚',
    version: '1',
    description: 'Neighbourhood governance: raise, match, do, confirm, count.',
  },
  security: [{ session: [] }, { token: [] }],
  components: {
    securitySchemes: {
      session: { type: 'apiKey', in: 'cookie', name: 'linju_session' },
      token: { type: 'http', scheme: 'bearer' },
    },
  },
};

const slices = 128;

/**
 * The document is made a slice at a time: in one go it held everybody up for 230 ms. Each slice has the routes that fall to it; gives back what
 * puts them together, once.
 */
async function mountSlices(app: FastifyInstance): Promise<() => Promise<string>> {
  const numbers = new Map<object, number>();
  app.addHook('onRoute', (route) => void numbers.set(route, numbers.size));
  for (let slice = 0; slice < slices; slice++) {
    await app.register(swagger, {
      decorator: `openapi${slice}` as 'swagger',
      openapi: head,
      transform: (document) =>
        (numbers.get(document.route) ?? 0) % slices === slice
          ? jsonSchemaTransform(document)
          : { schema: { hide: true }, url: document.url },
    });
  }
  return async () => {
    const operations = new Map<string, string[]>();
    let rest = {};
    for (let slice = 0; slice < slices; slice++) {
      const { paths = {}, ...others } = app.getDecorator<() => { paths?: object }>(`openapi${slice}`)();
      rest = others;
      for (const [path, methods] of Object.entries(paths)) {
        operations.set(path, [...(operations.get(path) ?? []), JSON.stringify(methods).slice(1, -1)]);
      }
      await turn();
    }
    const paths = [...operations].sort(([a], [b]) => (a < b ? -1 : 1));
    const text = paths.map(([path, methods]) => `${JSON.stringify(path)}:{${methods.join(',')}}`).join(',');
    return `${JSON.stringify(rest).slice(0, -1)},"paths":{${text}}}`;
  };
}

/** OpenAPI 3.1 made from the same schemas that check the requests, and a page to read it. */
export async function mountDocs(app: FastifyInstance, config: Config): Promise<void> {
  const make = await mountSlices(app);
  let document: Promise<string> | undefined;
  const options = { schema: { hide: true } } as const;
  app.get('/api/openapi.json', options, async (_, reply) => {
    document ??= make();
    return reply.type('application/json; charset=utf-8').send(await document);
  });
  app.get('/api/docs', options, async (_, reply) => {
    const nonce = newNonce();
    withNonce(reply, config, nonce);
    return reply.type('text/html; charset=utf-8').send(page(nonce));
  });
  let file: Promise<string> | undefined;
  app.get(script, options, async (_, reply) => {
    file ??= readerScript();
    return reply
      .type('text/javascript; charset=utf-8')
      .header('cache-control', 'max-age=86400')
      .send(await file);
  });
}

// The library's own page starts itself by an inline script, which our policy forbids: only its script file is used. It holds 40 MB once
// loaded, so it is asked for it in a server of its own, when somebody opens the page.
async function readerScript(): Promise<string> {
  const { default: scalar } = await import('@scalar/fastify-api-reference');
  const library = Fastify();
  await library.register(scalar, { routePrefix: '/api/reference', configuration: { url: '/api/openapi.json' } });
  return (await library.inject(script)).body;
}
