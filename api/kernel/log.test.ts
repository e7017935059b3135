import Fastify, { LogController } from 'fastify';
import { expect, test } from 'vitest';
import { expectCleanLines, recorded } from '../../tools/personal-lines.ts';
import { logReply, openLog } from './log.ts';

test('lines with personal data and secrets in every place leave none of it, and stay JSON', () => {
  expectCleanLines(1_250);
});

test('ordinary lines are left as they are', () => {
  const lines = recorded((log) => {
    log.info(
      { requestId: 'req-1a', caseId: '0193b1d2-7c1a-7e3f-9a55-3b0c6f1d2e4a', status: 200, ms: 12.5 },
      '办结 3 件',
    );
    log.info({ day: '2026-11-21', from: '2026-11-21T08:00:00.000Z', epoch: 1763745341000 });
  });
  expect(lines[0]).toMatch(
    /^\{"level":30,"time":"[^"]+","requestId":"req-1a","caseId":"0193b1d2-7c1a-7e3f-9a55-3b0c6f1d2e4a","status":200,"ms":12\.5,"msg":"办结 3 件"\}\n$/,
  );
  expect(JSON.parse(lines[1] as string)).toMatchObject({ day: '2026-11-21', epoch: 1763745341000 });
});

test('a database error names the constraint but quotes no row', () => {
  const error = Object.assign(new Error('duplicate key'), {
    code: '23505',
    constraint: 'account_login_key',
    detail: 'Key (login)=(zhangsan) already exists.',
    cause: new TypeError('inner'),
  });
  const [line] = recorded((log) => log.error(error));
  expect(line).not.toContain('zhangsan');
  expect(JSON.parse(line as string).err).toMatchObject({
    code: '23505',
    constraint: 'account_login_key',
    cause: { type: 'TypeError', message: 'inner' },
  });
});

test('a request leaves its route pattern, never its address or query', async () => {
  const lines: string[] = [];
  const loggerInstance = openLog('info', { write: (line) => lines.push(line) });
  const app = Fastify({ loggerInstance, logController: new LogController({ disableRequestLogging: true }) });
  app.addHook('onResponse', async (request, reply) => logReply(request, reply));
  app.get('/api/v1/cases/:id', async () => ({}));
  app.get('/broken', async () => {
    throw new Error('broken');
  });
  await app.inject('/api/v1/cases/0193b1d2?name=zhangsan');
  await app.inject('/broken');
  await app.inject('/nowhere/zhangsan');
  await app.close();

  const written = lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'request');
  expect(written[0]).toMatchObject({ level: 30, method: 'GET', route: '/api/v1/cases/:id', status: 200 });
  expect(written[0].ms).toBeGreaterThan(0);
  expect(written[1]).toMatchObject({ level: 50, route: '/broken', status: 500 });
  expect(written[2]).toMatchObject({ route: '(none)', status: 404 });
  expect(lines.join('')).not.toMatch(/zhangsan|0193b1d2/);
});
