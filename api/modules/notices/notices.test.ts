import { once } from 'node:events';
import http from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Case } from '../../../contract/cases.ts';
import type { Notice, Notices } from '../../../contract/notices.ts';
import { openTestStreet, type Person, type TestStreet } from '../../../tools/test-street.ts';

let street: TestStreet;
let port: number;
beforeAll(async () => {
  street = await openTestStreet();
  await street.app.listen({ port: 0, host: '127.0.0.1' });
  const address = street.app.server.address();
  port = typeof address === 'object' && address ? address.port : 0;
});
afterAll(() => street.close());

interface Stream {
  status: number | undefined;
  headers: http.IncomingHttpHeaders;
  /** Resolves with the data of the next event of this name. */
  next<T>(event: string): Promise<T>;
  seen: string[];
  close(): void;
}

async function listen(person: Person): Promise<Stream> {
  const authorization = `Bearer ${await street.token(person)}`;
  const request = http.get({
    port,
    path: '/api/v1/notices/stream',
    headers: { authorization, accept: 'text/event-stream' },
  });
  const [response] = (await once(request, 'response')) as [http.IncomingMessage];
  const seen: string[] = [];
  response.setEncoding('utf8').on('data', (text: string) => seen.push(...text.split('\n\n').filter(Boolean)));
  return {
    status: response.statusCode,
    headers: response.headers,
    seen,
    async next<T>(event: string) {
      for (;;) {
        const at = seen.findIndex((one) => one.startsWith(`event: ${event}\n`));
        const [found] = at >= 0 ? seen.splice(at, 1) : [];
        if (found) return JSON.parse(found.split('\ndata: ')[1] ?? '') as T;
        await once(response, 'data');
      }
    },
    close: () => request.destroy(),
  };
}

describe('live notices', () => {
  it('reach the person they are for at once, and nobody else', async () => {
    const [chen, wang] = [await listen('chen'), await listen('wang')];
    expect([chen.status, chen.headers['content-type']]).toEqual([200, 'text/event-stream; charset=utf-8']);
    expect(chen.headers['x-content-type-options']).toBe('nosniff');
    expect(await chen.next<{ unread: number }>('unread')).toEqual({ unread: 0 });
    await wang.next('unread');
    const raised = await street.as('chen').post<Case>('/cases', { body: '楼道灯坏了' });
    await street.as('wu').post(`/cases/${raised.body.id}/acceptance`);
    // At once, on a machine of any speed: before as many lists are read as take it a fraction of a second.
    let lists = 0;
    for (; !chen.seen.some((event) => event.startsWith('event: notice\n')) && lists < 50; lists += 1)
      await street.as('li').get('/notices');
    expect(lists).toBeLessThan(50);
    const heard = await chen.next<Notice>('notice');
    expect(heard).toMatchObject({
      code: 'case.accepted',
      subjectId: raised.body.id,
      params: { number: raised.body.number },
    });
    expect(wang.seen).toEqual([]);
    chen.close();
    wang.close();
  });

  it('are not for those who are not signed in', async () => {
    expect((await street.stranger.get('/notices/stream')).code).toBe('request.unauthenticated');
  });
});

describe('the list', () => {
  it('keeps what came, newest first, and counts what was not read', async () => {
    for (const body of ['第一件', '第二件', '第三件']) await street.as('chen').post('/cases', { body });
    const { body } = await street.as('li').get<Notices>('/notices?unread=true&limit=2');
    expect(body.items).toHaveLength(2);
    expect(body.items[0]?.params.title).toBe('第三件');
    const rest = await street.as('li').get<Notices>(`/notices?unread=true&limit=2&cursor=${body.nextCursor}`);
    expect(rest.body.items.map(({ id }) => id)).not.toContain(body.items[1]?.id);
    const upTo = body.items[1]?.id;
    const left = (await street.as('li').post<{ unread: number }>('/notices/reading', { upTo })).body.unread;
    expect(left).toBe(1);
    expect((await street.as('li').post('/notices/reading')).body).toEqual({ unread: 0 });
    expect((await street.as('wu').get<Notices>('/notices')).body.unread).toBeGreaterThan(0);
  });

  it('tells nobody of what they did themselves', async () => {
    const { body } = await street.as('li').get<Notices>('/notices?limit=100');
    await street.as('li').post('/cases', { body: '我自己看到的' });
    expect((await street.as('li').get<Notices>('/notices?limit=100')).body.items).toHaveLength(body.items.length);
  });
});
