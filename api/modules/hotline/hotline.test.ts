import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Case } from '../../../contract/cases.ts';
import type { HotlineImports, HotlineOutcome } from '../../../contract/hotline.ts';
import type { Cases } from '../../../contract/inbox.ts';
import type { Notices } from '../../../contract/notices.ts';
import { archiveOf, archivePart } from '../../../tools/test-archive.ts';
import { openTestSheets } from '../../../tools/test-sheets.ts';
import { openTestStreet, type Person, type TestStreet } from '../../../tools/test-street.ts';
import { verifyEvents } from '../../kernel/audit.ts';
import { sql } from '../../kernel/db.ts';
import type { Cell } from '../../kernel/spreadsheet.ts';
import { importOrders } from './index.ts';
import { tellLater } from './jobs.ts';

let street: TestStreet;
const sheets = openTestSheets();
const { cellsOf, folder } = sheets;
beforeAll(async () => {
  street = await openTestStreet();
});
afterAll(async () => {
  await street.close();
  sheets.close();
});

const headers = [
  '诉求内容',
  '工单编号',
  '来电人',
  '联系电话',
  '来电时间',
  '诉求类型',
  '诉求分类',
  '地址',
  '办理时限',
  '紧急程度',
  '是否保密',
];
const sheet = (rows: Cell[][], columns = headers): Promise<Buffer> => {
  const layout = { name: '工单', title: '12345 工单', byline: '填报单位：热线中心' };
  return sheets.written({ ...layout, columns: columns.map((header) => ({ header })) }, rows);
};

const hour = 3_600_000;
const shanghai = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
});
const fromNow = (hours: number) => shanghai.format(new Date(street.clock.now().getTime() + hours * hour));
const order = (number: string, change: Partial<Record<string, Cell>> = {}): Cell[] => {
  const usual: Record<string, Cell> = {
    ...{ 诉求内容: '楼道灯坏了三天，老人上下楼看不见。', 工单编号: number, 来电人: '孙桂英', 联系电话: 13900001234 },
    ...{ 来电时间: fromNow(-5), 诉求类型: '求助', 诉求分类: '公共设施/楼道照明', 地址: '文体社区1号楼1单元' },
  };
  return headers.map((header) => change[header] ?? usual[header] ?? null);
};
const send = (person: Person, bytes: Buffer, area: string, query = 'dryRun=true') =>
  street.as(person).upload<HotlineOutcome>(`/hotline-imports?area=${area}&${query}`, bytes);
const bring = (bytes: Buffer, area = 'wenti', person: Person = 'wu') =>
  send(person, bytes, street.area(area), 'dryRun=false');
const caseWith = async (number: string): Promise<Case> => {
  const { id } = await street.inside((tx) =>
    tx.one<{ id: string }>(
      sql`select id from case_record where tenant_id = app.tenant() and external_key = ${`hotline:${number}`}`,
    ),
  );
  return (await street.as('xu').get<Case>(`/cases/${id}`)).body;
};
const filed = (like: string) =>
  street.inside((tx) =>
    tx.many<
      Record<string, unknown>
    >(sql`select external_key, title, kind, category_id, area_id, place, state, due_at - received_at as allowed, first_receiver_id, anonymous
      from case_record where tenant_id = app.tenant() and external_key like ${like} order by external_key`),
  );

describe('a list of the hotline', () => {
  it('is not taken from a resident, a grid worker or a handler, nor for an area that is not theirs', async () => {
    const list = await sheet([order('R1')]);
    for (const person of ['chen', 'li', 'zhou', 'zheng'] as const)
      expect((await send(person, list, street.area('wenti'))).code).toBe('request.forbidden');
    expect((await send('sun', list, street.area('wenti'))).code).toBe('areas.not_yours');
    expect((await send('wu', list, street.area('street'))).code).toBe('areas.not_yours');
    expect((await send('gao', list, street.area('wenti'))).code).toBe('areas.not_found');
    expect((await send('xu', list, street.area('wenti.1'))).code).toBe('hotline.wrong_area');
    expect((await street.stranger.post(`/hotline-imports?area=${street.area('wenti')}`)).code).toBe(
      'request.unauthenticated',
    );
    expect((await filed('hotline:R%')).length).toBe(0);
  });

  it('is refused as a whole when it is no list, a bomb, or names its columns in words nobody knows', async () => {
    const wenti = street.area('wenti');
    expect((await street.as('wu').post(`/hotline-imports?area=${wenti}`)).code).toBe('file.missing');
    expect((await send('wu', Buffer.from([0x25, 0x50, 0, 1]), wenti)).code).toBe('exchange.not_a_workbook');
    const whole = await sheet([order('B1')]);
    expect((await send('wu', whole.subarray(0, whole.length - 40), wenti)).code).toBe('exchange.damaged');
    const types = archivePart('[Content_Types].xml', '<Types/>');
    const bomb = archiveOf([types, archivePart('xl/worksheets/sheet1.xml', Buffer.alloc(16 * 1024 * 1024))]);
    expect((await send('wu', bomb, wenti)).code).toBe('exchange.unpacks_too_large');
    const strange = await sheet(
      [order('R1')],
      headers.map((header) => (header === '工单编号' ? '甲列' : header)),
    );
    const dry = await send('wu', strange, wenti);
    expect(dry.body).toMatchObject({ rows: 0, sheet: { missing: ['number'] } });
    expect(dry.body.sheet.headers).toContain('甲列');
    expect((await bring(strange)).code).toBe('hotline.columns_missing');
    expect((await send('wu', strange, wenti, 'map=%E4%B9%9D%3Dx')).code).toBe('hotline.unknown_column');
    const named = await send('wu', strange, wenti, `map=${encodeURIComponent('number=甲列')}`);
    expect(named.body).toMatchObject({ rows: 1, fresh: 1, sheet: { missing: [] } });
  });

  it('tried first writes nothing and says what it comes to', async () => {
    const dry = await send(
      'wu',
      await sheet([
        order('D1'),
        order('D2', { 地址: '文体社区百花小区1号楼', 诉求分类: '没有的分类', 办理时限: fromNow(-1) }),
        order('D1', { 来电人: '重复' }),
        order('D4', { 来电时间: '去年夏天', 诉求类型: '闲聊', 紧急程度: '火急火燎', 是否保密: '也许' }),
        order('', { 诉求内容: '' }),
        order('D6', { 办理时限: fromNow(-9) }),
      ]),
      street.area('wenti'),
    );
    expect(dry.body, dry.text).toMatchObject({
      rows: 6,
      fresh: 2,
      present: 0,
      faulty: 4,
      duplicated: 1,
      late: 1,
      added: 0,
    });
    expect(dry.body.faults.map(({ row, words }) => `${row} ${words}`)).toEqual([
      '6 工单编号与第4行重复',
      '7 来电时间无法识别，请写成 2026-11-20 10:55；诉求类型“闲聊”应为咨询、求助、投诉、举报、建议或表扬；紧急程度“火急火燎”应为一般、加急或紧急；是否保密“也许”应为是或否',
      '8 缺少工单编号；缺少诉求内容',
      '9 办理时限早于来电时间',
    ]);
    expect(dry.body.preview[0]).toMatchObject({
      ...{ row: 4, number: 'D1', category: '楼道照明', place: '文体社区1号楼1单元', caller: '孙*英' },
    });
    expect(dry.body.unmatchedPlaces).toEqual([{ value: '文体社区百花小区1号楼', rows: 1 }]);
    expect(dry.body.unmatchedCategories).toEqual([{ value: '没有的分类', rows: 1 }]);
    const returned = await cellsOf(Buffer.from(dry.body.returned ?? '', 'base64'));
    expect(returned[0]).toEqual([...headers, '错误原因']);
    expect(returned[1]?.[2]).toBe('重复');
    expect(returned).toHaveLength(5);
    expect((await filed('hotline:D%')).length).toBe(0);
  });
});

describe('what comes in', () => {
  it('is an open case of that time with the caller kept apart, masked, and hidden from the handler when it asked for that', async () => {
    const called = fromNow(-5);
    const done = await bring(
      await sheet([
        order('A1', { 来电时间: called, 是否保密: '是' }),
        order('A2', {
          来电人: '',
          联系电话: '未留',
          诉求类型: '',
          诉求内容: '请问老年证怎么办理？',
          诉求分类: '',
          地址: '',
        }),
        order('A3', { 诉求内容: '三楼着火了，冒烟。' }),
      ]),
    );
    expect(done.body, done.text).toMatchObject({ added: 3, left: 0, fresh: 3 });
    const one = await caseWith('A1');
    expect(one).toMatchObject({
      ...{
        state: 'submitted',
        source: 'hotline',
        title: '楼道灯坏了三天，老人上下楼看不见',
        kind: 'help',
        level: 'community',
      },
      ...{ place: '1号楼1单元', anonymous: true, firstReceiver: { name: '文体社区居委会' } },
      raiser: { name: '孙*英', mine: false, phone: '139****1234' },
    });
    expect(one.areas.at(-1)?.name).toBe('1单元');
    expect(Date.parse(one.raisedAt)).toBe(Date.parse(`${called.replace(' ', 'T')}+08:00`));
    expect((await caseWith('A3')).danger).toBe(true);
    expect(await caseWith('A2')).toMatchObject({ kind: 'consultation', category: null, raiser: { phone: null } });
    const opened = await street
      .as('wu')
      .post<{ phone: string }>(`/cases/${one.id}/phone-disclosures`, { reason: '回电' });
    expect(opened.body.phone).toBe('13900001234');
    const stored = await street.inside((tx) =>
      tx.one<{ clear: number }>(
        sql`select count(*) as clear from event where tenant_id = app.tenant() and data::text ~ '13900001234|孙桂英'`,
      ),
    );
    expect(stored.clear).toBe(0);
  });

  it('has the time of its class from when the list came, or what the hotline wants when that is sooner', async () => {
    const wanted = fromNow(30);
    await bring(
      await sheet([
        order('T1'),
        order('T2', { 办理时限: wanted }),
        order('T3', { 紧急程度: '特急', 办理时限: fromNow(900) }),
        order('T4', { 紧急程度: '加急' }),
        order('T5', { 来电时间: fromNow(-99), 办理时限: fromNow(-50) }),
      ]),
    );
    const left = async (number: string) => {
      const { dueAt } = await caseWith(number);
      return Math.round((Date.parse(dueAt ?? '') - street.clock.now().getTime()) / hour);
    };
    expect([await left('T1'), await left('T2'), await left('T3'), await left('T4'), await left('T5')]).toEqual([
      168, 30, 2, 24, -50,
    ]);
    expect((await caseWith('T5')).standing).toBe('overdue');
    const { id } = await caseWith('T2');
    await street.as('wu').post(`/cases/${id}/acceptance`);
    await street.as('wu').post(`/cases/${id}/assignments`, { organizationId: street.body('property') });
    expect(await left('T2')).toBe(30);
  });

  it('goes where the street’s rules send it, counts in the rates as any case, and stays with whoever had it first', async () => {
    const rule = {
      areaId: street.area('wenti'),
      categoryId: null,
      organizationId: street.body('property'),
      accountId: null,
      automatic: true,
    };
    const made = await street.as('xu').post<{ id: string }>('/routing-rules', rule);
    await bring(await sheet([order('F1')]));
    const { id } = await caseWith('F1');
    const accepted = await street.as('wu').post<Case>(`/cases/${id}/acceptance`);
    expect(accepted.body).toMatchObject({ state: 'assigned', handler: { name: '安居物业' } });
    await street.as('xu').del(`/routing-rules/${made.body.id}`);
    await street.as('zhou').post(`/cases/${id}/receipt`);
    await street.as('zhou').post(`/cases/${id}/resolution`, { words: '换了灯' });
    const closed = await street.as('wu').post<Case>(`/cases/${id}/confirmation`, { solved: true, satisfaction: 5 });
    expect(closed.body, closed.text).toMatchObject({ state: 'closed', firstReceiver: { name: '文体社区居委会' } });
    const facts = await street.inside((tx) =>
      tx.many<{ metric: string }>(
        sql`select metric from fact where tenant_id = app.tenant() and subject_id = ${id} order by metric`,
      ),
    );
    expect(facts.map(({ metric }) => metric)).toEqual(
      expect.arrayContaining(['case_raised', 'case_dispatched', 'case_responded', 'case_solved', 'case_satisfied']),
    );
  });

  it('tells each person of the desk once, whoever brought it in not at all', async () => {
    const heard = async (person: Person) =>
      (await street.as(person).get<Notices>('/notices?limit=100')).body.items.length;
    const [wu, li, zhao, sun] = [await heard('wu'), await heard('li'), await heard('zhao'), await heard('sun')];
    const rows = Array.from({ length: 30 }, (_, at) =>
      order(`N${at}`, { 地址: at < 20 ? '文体社区1号楼' : '平湖社区1号楼' }),
    );
    const done = await bring(await sheet(rows), 'street', 'xu');
    expect(done.body, done.text).toMatchObject({ added: 30, unmatchedPlaces: [] });
    expect([await heard('wu'), await heard('li'), await heard('zhao'), await heard('sun')]).toEqual([
      wu + 1,
      li + 1,
      zhao,
      sun + 1,
    ]);
    const [told] = (await street.as('wu').get<Notices>('/notices?limit=1')).body.items;
    expect(told).toMatchObject({
      code: 'hotline.imported',
      params: { cases: '20' },
      subjectKind: 'hotline_import',
      subjectId: done.body.importId,
    });
    const listed = await street.as('wu').get<Cases>(`/cases?import=${done.body.importId}&limit=100`);
    expect(listed.body.items).toHaveLength(20);
    expect((await street.as('hu').get<Cases>(`/cases?import=${done.body.importId}`)).body.items).toHaveLength(0);
  });

  it('takes a text with commas as Excel saves it here, formulas as the words they are', async () => {
    const text = `12345工单,,,\r\n工单编号,诉求内容,来电时间,来电人\r\nC1,"灯坏了，""很黑""",${fromNow(-3)},=HYPERLINK("x")\r\n`;
    const gb =
      'MTIzNDW5pLWlLCwsDQq5pLWlseC6xSzL38fzxNrI3SzAtLXnyrG85CzAtLXnyMsNCkMxLLXGu7XBy6Osuty62iwyMDI2LTAxLTA1IDEwOjAwLMvvufDTog0K';
    const done = await bring(Buffer.from(text));
    expect(done.body, done.text).toMatchObject({ added: 1 });
    expect((await caseWith('C1')).raiser.name).toBe('=*************)');
    expect((await bring(Buffer.from(gb, 'base64'))).body).toMatchObject({ rows: 1, present: 1, added: 0 });
  });

  it('does not take what another community was asked for', async () => {
    const list = await sheet(
      [
        [...order('O1'), '平湖社区'],
        [...order('O2'), '文体社区'],
      ],
      [...headers, '所属社区'],
    );
    const done = await bring(list);
    expect(done.body).toMatchObject({
      added: 1,
      faulty: 1,
      faults: [{ row: 4, words: '这件写的是“平湖社区”，不属于这次导入的社区' }],
    });
  });
});

describe('an import that breaks off', () => {
  const rows = () =>
    Array.from({ length: 1_203 }, (_, at) =>
      order(`P${String(at).padStart(4, '0')}`, {
        ...{
          来电时间: '2026-01-05 10:00',
          办理时限: at % 3 === 0 ? '2026-01-20' : null,
          紧急程度: at % 7 === 0 ? '紧急' : '一般',
        },
        地址: `文体社区${(at % 3) + 1}号楼${(at % 2) + 1}单元`,
        诉求分类: at % 5 === 0 ? '噪音' : '楼道照明',
      }),
    );
  const inStreet = (person: Person) =>
    street.inside(
      (tx) =>
        tx.many<
          Record<string, unknown>
        >(sql`select c.external_key, c.title, c.kind, k.code, a.code as area, c.place, c.state, c.raised_at, c.wanted_by,
          case when c.due_at is distinct from c.wanted_by then (c.due_at - c.received_at)::text end as allowed,
          case when c.due_at is distinct from c.wanted_by then (c.near_at - c.received_at)::text end as near, c.level, r.name as receiver, p.name
        from case_record c join area a on a.tenant_id = c.tenant_id and a.id = c.area_id
          left join case_category k on k.tenant_id = c.tenant_id and k.id = c.category_id
          left join organization r on r.tenant_id = c.tenant_id and r.id = c.first_receiver_id
          left join case_contact p on p.tenant_id = c.tenant_id and p.id = c.id
        where c.tenant_id = app.tenant() and c.external_key like 'hotline:P%' order by c.external_key`),
      person,
    );
  const straight = (wanted: { file: string; onProgress?: (done: number) => void }, person: Person) =>
    importOrders(
      street.open.world,
      {
        tenantId: person === 'xu' ? street.own.tenantId : street.other.tenantId,
        accountId: street.account(person),
        reach: '*',
      },
      {
        ...{
          mapped: {},
          returnedFile: path.join(folder, 'unused.xlsx'),
          language: 'zh',
          dryRun: false,
          now: street.clock.now(),
        },
        areaId: (person === 'xu' ? street.own : street.other).areas.get('wenti') ?? '',
        mayImport: () => true,
        ...wanted,
      },
    );

  it('has the same cases in the end as one that went through, each once, and its people are told at last', async () => {
    const bytes = await sheet(rows());
    const file = path.join(folder, 'long.xlsx');
    fs.writeFileSync(file, bytes);
    expect(await straight({ file }, 'gao')).toMatchObject({ added: 1_203, left: 0 });

    const first = await bring(bytes);
    expect(first.body).toMatchObject({ fresh: 1_203, added: 500, left: 703 });
    const cut = straight(
      {
        file,
        onProgress: (done) => {
          if (done === 500) throw new Error('the power went');
        },
      },
      'xu',
    );
    await expect(cut).rejects.toThrow('the power went');
    expect(await inStreet('xu')).toHaveLength(1_000);
    const told = async () =>
      street.inside((tx) =>
        tx.many<{
          params: unknown;
        }>(sql`select params from notice where tenant_id = app.tenant() and account_id = ${street.account('li')}
          and subject_id = ${first.body.importId} order by id`),
      );
    expect(await told()).toEqual([]);
    const work = {
      payload: { importId: first.body.importId },
      tenantId: street.own.tenantId,
      db: street.db,
      clock: street.clock,
    };
    await tellLater.run({ ...work, ticket: { id: '0', lockedBy: '' }, log: street.open.world.log, signal: undefined });
    expect((await told()).map(({ params }) => params)).toMatchObject([{ cases: '334' }]);

    const last = await bring(bytes);
    expect(last.body).toMatchObject({ present: 1_000, added: 203, left: 0, importId: first.body.importId });
    expect((await told()).map(({ params }) => params)).toMatchObject([{ cases: '334' }, { cases: '67' }]);
    expect(await inStreet('xu')).toEqual(await inStreet('gao'));
    expect((await bring(bytes)).body).toMatchObject({ present: 1_203, fresh: 0, added: 0, left: 0 });
    expect((await street.inside(verifyEvents)).broken).toEqual([]);
    const counted = await street.inside((tx) =>
      tx.one<{
        facts: number;
      }>(sql`select count(*) as facts from fact f join hotline_order o on o.tenant_id = f.tenant_id and o.id = f.subject_id
        where f.tenant_id = app.tenant() and f.metric = 'case_raised' and o.number like 'P%'`),
    );
    expect(counted.facts).toBe(1_203);
  });

  it('is listed for those who may import there, and goes back with what became of it, without whoever called', async () => {
    expect((await street.as('li').get('/hotline-imports')).code).toBe('request.forbidden');
    const { imports } = (await street.as('wu').get<HotlineImports>('/hotline-imports')).body;
    expect(imports.every(({ area }) => area.name === '文体社区')).toBe(true);
    expect(imports.find(({ cases }) => cases === 1_203)).toMatchObject({ open: 1_203, startedBy: '吴社工' });
    const [mine] = imports.filter(({ cases, open }) => cases === 1 && open === 0);
    const address = `/hotline-replies?import=${mine?.id}`;
    expect((await street.as('sun').get(address)).code).toBe('hotline.import_not_found');
    expect((await street.as('gao').get(address)).code).toBe('hotline.import_not_found');
    const answer = await street.app.inject({
      url: `/api/v1${address}`,
      headers: { authorization: `Bearer ${await street.token('wu')}` },
    });
    const [title, header, row = []] = await cellsOf(answer.rawPayload);
    expect(title?.[0]).toBe('12345 热线工单办理情况');
    expect(header?.slice(0, 3)).toEqual(['工单编号', '诉求标题', '诉求内容']);
    expect(row[0]).toBe('F1');
    expect(row.slice(10, 13)).toEqual(['已办结', '安居物业', '换了灯']);
    expect(row.slice(-2)).toEqual(['是', '很满意']);
    expect(JSON.stringify(row)).not.toMatch(/孙桂英|1390000/);
  });
});
