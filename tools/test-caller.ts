import type { FastifyInstance, InjectOptions } from 'fastify';
import type { ProblemBody } from '../contract/wire.ts';

/** What the server answered. */
export interface Answer<T = Record<string, unknown>> {
  status: number;
  /** The JSON answered; undefined when it was something else. */
  body: T;
  /** The problem's code, when it is one. */
  code: string | undefined;
  text: string;
  headers: Record<string, string | string[] | number | undefined>;
}

type Headers = Record<string, string>;

/** One person at the front door. */
export interface Caller {
  get<T = Record<string, unknown>>(address: string, headers?: Headers): Promise<Answer<T>>;
  post<T = Record<string, unknown>>(address: string, body?: unknown, headers?: Headers): Promise<Answer<T>>;
  patch<T = Record<string, unknown>>(address: string, body: unknown, headers?: Headers): Promise<Answer<T>>;
  del<T = Record<string, unknown>>(address: string, headers?: Headers): Promise<Answer<T>>;
  /** A photo as a browser sends it. */
  upload<T = Record<string, unknown>>(address: string, bytes: Buffer, headers?: Headers): Promise<Answer<T>>;
}

export function callerOf(app: FastifyInstance, token: () => Promise<string | undefined>): Caller {
  async function call<T>(
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
    address: string,
    payload: unknown,
    headers: Headers = {},
  ): Promise<Answer<T>> {
    const bearer = await token();
    const answer = await app.inject({
      method,
      url: address.startsWith('/api/') ? address : `/api/v1${address}`,
      headers: { ...(bearer ? { authorization: `Bearer ${bearer}` } : {}), ...headers },
      ...(payload === undefined ? {} : { payload: payload as NonNullable<InjectOptions['payload']> }),
    });
    const body = /json/.test(String(answer.headers['content-type'])) ? (answer.json() as T) : (undefined as T);
    const code = answer.statusCode >= 400 ? (body as ProblemBody | undefined)?.code : undefined;
    return { status: answer.statusCode, body, code, text: answer.body, headers: answer.headers };
  }
  return {
    get: (address, headers) => call('GET', address, undefined, headers),
    post: (address, body = {}, headers) => call('POST', address, body, headers),
    patch: (address, body, headers) => call('PATCH', address, body, headers),
    del: (address, headers) => call('DELETE', address, undefined, headers),
    upload: (address, bytes, headers) => {
      const edge = 'linju-edge';
      const head = `--${edge}\r\ncontent-disposition: form-data; name="photo"; filename="photo"\r\ncontent-type: application/octet-stream\r\n\r\n`;
      const form = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${edge}--\r\n`)]);
      return call('POST', address, form, { 'content-type': `multipart/form-data; boundary=${edge}`, ...headers });
    },
  };
}
