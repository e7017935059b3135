import type { ProblemBody } from '../../contract/wire.ts';
import { address, type Query } from './address.ts';
import { newKey } from './keys.ts';
import { currentLanguage } from './language.ts';
import { OfflineError, ProblemError } from './problem.ts';

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

export interface CallOptions {
  readonly query?: Query;
  readonly body?: unknown;
  /** Version of the record that was read; sent as `If-Match: "<version>"`. */
  readonly ifMatch?: number;
  /** Name of this send. Give the same one when the same thing is sent again; made up for a POST when left out. */
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
}

const retryPauses = [400, 1600];

/**
 * One call to `/api/v1`. Answers the parsed body (`undefined` when there is none).
 * Throws ProblemError for every refusal and OfflineError when no answer came; a POST without an answer is sent again
 * twice with the same key, because the key makes that harmless.
 */
export async function call<T>(method: Method, path: string, options: CallOptions = {}): Promise<T> {
  const url = address(path, options.query);
  const init = request(method, options);
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await answer<T>(await fetch(url, init));
    } catch (error) {
      if (error instanceof ProblemError || options.signal?.aborted) throw error;
      const pause = method === 'POST' && navigator.onLine ? retryPauses[attempt] : undefined;
      if (pause === undefined) throw new OfflineError();
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

function request(method: Method, { body, ifMatch, idempotencyKey, signal }: CallOptions): RequestInit {
  const headers: Record<string, string> = { Accept: 'application/json', 'Accept-Language': currentLanguage() };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (ifMatch !== undefined) headers['If-Match'] = `"${ifMatch}"`;
  if (method === 'POST') headers['Idempotency-Key'] = idempotencyKey ?? newKey();
  return {
    method,
    headers,
    credentials: 'same-origin',
    body: body === undefined ? null : JSON.stringify(body),
    signal,
  };
}

async function answer<T>(response: Response): Promise<T> {
  if (!response.ok) throw new ProblemError(await problemOf(response));
  const text = await response.text();
  return (text ? JSON.parse(text) : undefined) as T;
}

async function problemOf(response: Response): Promise<ProblemBody> {
  const type = response.headers.get('content-type') ?? '';
  if (type.includes('json')) return (await response.json()) as ProblemBody;
  // A proxy in between answers in HTML; it counts as the server failing, not as an answer of ours.
  return { type: 'about:blank', status: response.status, code: 'server.failed', title: response.statusText };
}
