import sharp from 'sharp';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseState } from '../contract/cases.ts';
import { isGiven, personNamed, reaches, type Subject } from '../tools/expected-reach.ts';
import { type CasePlacer, openCasePlacer } from '../tools/test-cases.ts';
import {
  type Answer,
  openTestStreet,
  type Person,
  people,
  type TestStreet,
  testPassword,
} from '../tools/test-street.ts';
import { hashToken } from './kernel/actor.ts';
import type { AnyRoute } from './kernel/route.ts';
import { openSession } from './modules/accounts/index.ts';
import { classFor } from './modules/deadlines/index.ts';
import { createAccount, grantRole } from './modules/roles/index.ts';

/** One person a permission set, a handler of the whole street besides, and three of another street. */
const persons: readonly Person[] = ['chen', 'li', 'zhou', 'peng', 'wu', 'xu', 'zheng', 'hu', 'gao', 'qian'];
const relations = ['own', 'handled', 'helping', 'own area', 'other area'] as const;
type Relation = (typeof relations)[number];

let street: TestStreet;
let cases: CasePlacer;
let photo: string;
let cells = 0;
beforeAll(async () => {
  street = await openTestStreet();
  cases = await openCasePlacer(street);
  const bytes = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
    .jpeg()
    .toBuffer();
  photo = (await street.as('wang').upload<{ id: string }>('/photos', bytes)).body.id;
});
afterAll(async () => {
  process.stdout.write(`authorization matrix: ${cells} cells of ${rows.size} routes, ${persons.length} people\n`);
  await cases.close();
  await street.close();
});

/** A subject in the relation to the person, always of the first street; what is not asked for is somebody else's. */
function subjectFor(person: Person, relation: Relation): Subject {
  const { area, body } = personNamed(person);
  const mine = person in people;
  const away: Subject = { raiser: 'wang', area: 'pinghu.2.unit.1', body: 'otherProperty', street: 'own' };
  if (relation === 'own') return mine ? { ...away, raiser: person } : away;
  if (relation === 'handled') return { ...away, body: body ?? 'otherProperty' };
  if (relation === 'helping') return { ...away, helper: body ?? 'property' };
  if (relation === 'own area')
    return { ...away, area: area === 'street' ? 'wenti.2.unit.1' : `${area.split('.').slice(0, 2).join('.')}` };
  return away;
}

const allowed = 'allowed';
const tables = () => street.open.permissions;

/** What a verb on a case has to answer: refused for the role, not there, not yours, or done. */
function expectedOnCase(person: Person, permission: string, subject: Subject): string {
  if (!isGiven(tables(), permission, person)) return 'request.forbidden';
  if (!reaches(tables(), 'case.read', person, subject)) return 'cases.not_found';
  return reaches(tables(), permission, person, subject) ? allowed : 'cases.not_yours_to_move';
}

interface Cell {
  expected: string;
  ask: () => Promise<Answer>;
}
type Row = (person: Person, relation: Relation, permission: string) => Promise<Cell[]>;

/** Codes that mean: let in, and then something else was the matter. */
const letInAll = [
  'cases.no_phone',
  'accounts.not_demonstration',
  'accounts.sign_in_failed',
  'accounts.wrong_password',
  'authenticators.not_started',
  'authenticators.wrong_code',
  'passkeys.unavailable',
  'mail.not_offered',
  'routing.empty',
  'mail.wrong_code',
  'mail.no_address',
  'mail.bad_token',
  'file.missing',
  'organizations.people_there',
  'organizations.open_cases',
  'redistricting.left_over',
  'redistricting.not_alike',
  'redistricting.same_place',
  'redistricting.open_cases',
];

function outcomeOf({ status, code }: Answer): string {
  if (status < 400 || letInAll.includes(code ?? '')) return allowed;
  return code ?? String(status);
}

function onCase(
  state: CaseState,
  ask: (person: Person, id: string) => Promise<Answer>,
  narrower: (person: Person, subject: Subject) => string | undefined = () => undefined,
): Row {
  return async (person, relation, permission) => {
    const subject = subjectFor(person, relation);
    const id = await cases.place({ ...subject, raiser: subject.raiser ?? 'wang', state });
    const expected = expectedOnCase(person, permission, subject);
    return [
      {
        expected: (expected === allowed ? narrower(person, subject) : undefined) ?? expected,
        ask: () => ask(person, id),
      },
    ];
  };
}

const verb = (
  noun: string,
  state: CaseState,
  body: () => unknown = () => ({}),
  narrower?: Parameters<typeof onCase>[2],
) => onCase(state, (person, id) => street.as(person).post(`/cases/${id}/${noun}`, body()), narrower);

/** Not about one thing: the role decides alone. */
const plain =
  (ask: (person: Person) => Promise<Answer>): Row =>
  async (person, relation, permission) => {
    if (relation !== 'own') return [];
    const given = ['public', 'signed_in'].includes(permission) || isGiven(tables(), permission, person);
    return [{ expected: given ? allowed : 'request.forbidden', ask: () => ask(person) }];
  };

/** About an account of the first street. */
const onAccount =
  (ask: (person: Person) => Promise<Answer>): Row =>
  async (person, _, permission) => {
    const expected = !isGiven(tables(), permission, person)
      ? 'request.forbidden'
      : person in people
        ? allowed
        : 'accounts.not_found';
    return [{ expected, ask: () => ask(person) }];
  };

/** A case of somebody else that neighbours may hear of. */
const onJoinable =
  (ask: (person: Person, id: string) => Promise<Answer>): Row =>
  async (person, relation, permission) => {
    const subject = subjectFor(person, relation);
    const id = await cases.place({ raiser: subject.raiser ?? 'wang', area: subject.area, state: 'accepted' });
    await cases.query('update case_record set published_at = now() where id = $1', [id]);
    const given = isGiven(tables(), permission, person);
    const found = !(person in people)
      ? 'neighbours.not_found'
      : subject.raiser === person
        ? 'neighbours.own_case'
        : allowed;
    return [{ expected: given ? found : 'request.forbidden', ask: () => ask(person, id) }];
  };

/** A case that the person follows, or nobody does. */
const onFollowed =
  (ask: (person: Person, id: string) => Promise<Answer>): Row =>
  async (person, relation, permission) => {
    const { area } = subjectFor(person, relation);
    const id = await cases.place({ raiser: person === 'wang' ? 'chen' : 'wang', area, state: 'accepted' });
    const follows = relation === 'own' && person in people;
    if (follows)
      await cases.query(
        `insert into case_follower (tenant_id, id, case_id, account_id, since) select tenant_id, gen_random_uuid(), id, $2, now() from case_record where id = $1`,
        [id, street.account(person)],
      );
    const expected = !isGiven(tables(), permission, person)
      ? 'request.forbidden'
      : follows
        ? allowed
        : 'neighbours.not_found';
    return [{ expected, ask: () => ask(person, id) }];
  };

/** Seen by whoever may read the case, once their role may ask at all. */
const onReadable =
  (ask: (person: Person, id: string) => Promise<Answer>): Row =>
  async (person, relation, permission) => {
    const subject = subjectFor(person, relation);
    const id = await cases.place({ ...subject, raiser: subject.raiser ?? 'wang', state: 'submitted' });
    const seen = reaches(tables(), 'case.read', person, subject) ? allowed : 'cases.not_found';
    return [
      { expected: isGiven(tables(), permission, person) ? seen : 'request.forbidden', ask: () => ask(person, id) },
    ];
  };

const onFigures =
  (address: (area: string) => string): Row =>
  async (person, relation, permission) => {
    const { area } = subjectFor(person, relation);
    const tier = area.split('.').slice(0, 2).join('.');
    const covered = reaches(tables(), permission, person, { area: tier, street: 'own' });
    const expected = !isGiven(tables(), permission, person)
      ? 'request.forbidden'
      : covered
        ? allowed
        : 'figures.unknown_area';
    return [{ expected, ask: () => street.as(person).get(address(street.area(tier))) }];
  };

/** A list holds exactly what the permission reaches among everything there is. */
const listed =
  (address: string, idsOf: (answer: Answer) => string[]): Row =>
  async (person, relation, permission) => {
    const subject = subjectFor(person, relation);
    const id = await cases.place({ ...subject, raiser: subject.raiser ?? 'wang', state: 'submitted' });
    const seen = reaches(tables(), permission, person, subject);
    const expected = isGiven(tables(), permission, person) ? `listed: ${seen}` : 'request.forbidden';
    return [
      {
        expected,
        ask: async () => {
          const answer = await street.as(person).get(address);
          return answer.status === 200
            ? { ...answer, status: 400, code: `listed: ${idsOf(answer).includes(id)}` }
            : answer;
        },
      },
    ];
  };

const corners = [
  [118.12, 26.64],
  [118.13, 26.64],
  [118.13, 26.65],
];
const triangle = { type: 'Polygon', coordinates: [[...corners, corners[0]]] };

/** About an area of the first street, the grid of the relation. */
const onArea =
  (
    ask: (person: Person, id: string, ifMatch: Record<string, string>, grid: string) => Promise<Answer>,
    { seen = false, part = '' }: { seen?: boolean; part?: string } = {},
  ): Row =>
  async (person, relation, permission) => {
    const near = subjectFor(person, relation).area.split('.').slice(0, 2).join('.');
    const grid = part && !near.includes('.') ? `${near}.1` : near;
    const area = `${grid}${part}`;
    const mine = reaches(tables(), permission, person, { area, street: 'own' });
    const found = person in people ? (mine || seen ? allowed : 'areas.not_yours') : 'areas.not_found';
    const expected = isGiven(tables(), permission, person) ? found : 'request.forbidden';
    const id = street.area(area);
    return [
      {
        expected,
        async ask() {
          const [row] = await cases.query('select version from area where id = $1', [id]);
          return ask(person, id, { 'if-match': `"${row?.version}"` }, grid);
        },
      },
    ];
  };

/** A verb on something that hangs on a case: the body that helps with the case has it, or else one that is nobody's here. */
const hung =
  (
    hang: (caseId: string, body: string) => Promise<string>,
    address: (id: string, hung: string) => string,
    body = {},
  ): Row =>
  async (person, relation, permission) => {
    const subject = subjectFor(person, relation);
    const id = await cases.place({ ...subject, raiser: subject.raiser ?? 'wang', state: 'in_progress' });
    const one = await hang(id, street.body(subject.helper ?? 'pinghuDesk'));
    const expected = expectedOnCase(person, permission, subject);
    return [{ expected, ask: () => street.as(person).post(address(id, one), body) }];
  };

async function hangPart(caseId: string, body: string): Promise<string> {
  const id = uuidv7();
  await cases.query(
    `insert into case_part (tenant_id, id, case_id, organization_id, task, due_at, asked_by, asked_at)
     select tenant_id, $1, id, $3, '配合停水', '2999-01-01', raiser_id, now() from case_record where id = $2`,
    [id, caseId, body],
  );
  return id;
}

async function hangWhistle(caseId: string, body: string, turnout = uuidv7(), arrived = false): Promise<string> {
  const whistle = uuidv7();
  await cases.query(
    `insert into case_whistle (tenant_id, id, case_id, meet_at, place, words, called_by, at)
     select tenant_id, $1, id, '2999-01-01', '3号楼前', '一起看水管', raiser_id, now() from case_record where id = $2`,
    [whistle, caseId],
  );
  await cases.query(
    `insert into case_turnout (tenant_id, id, whistle_id, case_id, organization_id, arrived_at)
     select tenant_id, $1, $2, id, $4, case when $5 then now() end from case_record where id = $3`,
    [turnout, whistle, caseId, body, arrived],
  );
  return whistle;
}

const hangTurnout =
  (arrived: boolean) =>
  async (caseId: string, body: string): Promise<string> => {
    const id = uuidv7();
    await hangWhistle(caseId, body, id, arrived);
    return id;
  };

/** About a body of the first street that has people in it. */
const onBody =
  (ask: (person: Person, id: string, ifMatch: Record<string, string>) => Promise<Answer>): Row =>
  async (person, relation, permission) => {
    if (relation !== 'own') return [];
    const found = person in people ? allowed : 'organizations.not_found';
    const expected = isGiven(tables(), permission, person) ? found : 'request.forbidden';
    const id = street.body('property');
    return [
      {
        expected,
        async ask() {
          const [row] = await cases.query('select version from organization where id = $1', [id]);
          return ask(person, id, { 'if-match': `"${row?.version}"` });
        },
      },
    ];
  };

const jurisdiction = '?jurisdiction_id=350702001000';
/** Public, about one case: everybody gets the same answer. */
const onPlacedCase =
  (state: CaseState, expected: string, ask: (person: Person, number: string) => Promise<Answer>): Row =>
  async (person, relation) => {
    const { raiser = 'wang', area, body } = subjectFor(person, relation);
    const id = await cases.place({ raiser, area, body, state });
    return [{ expected, ask: () => ask(person, `T-${id}`) }];
  };

let made = 0;
const serial = () => ++made;

async function freshAccount(): Promise<{ id: string; grantId: string }> {
  return street.inside(async (tx) => {
    const words = { login: `new${serial()}`, name: '新人', password: 'tongxin-2026', passwordHash: 'none' };
    const id = await createAccount(tx, street.open.world, words, street.clock.now());
    const grant = { roleId: street.role('居民'), areaId: street.area('wenti.1') };
    return { id, grantId: await grantRole(tx, street.open.world, id, grant, street.clock.now()) };
  });
}

async function otherSession(person: Person): Promise<string> {
  const token = await street.inside(
    (tx) => openSession(tx, street.account(person), 'other', street.clock.now()),
    person,
  );
  const [session] = await cases.query('select id from session where token_hash = $1', [hashToken(token)]);
  return String(session?.id);
}

/** Another row of the uploaded photo, hung on the case. */
async function hangPhoto(caseId: string, internal: boolean): Promise<string> {
  const id = uuidv7();
  await cases.query(
    `insert into file select tenant_id, $1, mime, bytes, width, height, sha256, storage_key, thumbnail_key, uploaded_by, created_at from file where id = $2`,
    [id, photo],
  );
  await cases.query(
    `insert into case_photo (tenant_id, id, case_id, phase, internal, position, at) select tenant_id, id, $2, 'raised', $3, 0, now() from file where id = $1`,
    [id, caseId, internal],
  );
  return id;
}

const laterWords = () => ({
  until: new Date(street.clock.now().getTime() + 86_400_000).toISOString(),
  words: '等配件',
});
const bodyOf = (person: Person) => personNamed(person).body;
/** Every case of these rows stands at the community's desk: a grid worker decides on none of them. */
const atCommunityDesk = (person: Person) =>
  personNamed(person).roleSet === 'grid_worker' ? 'cases.not_yours_to_move' : undefined;
/** A right-looking credential that nobody has. */
const clientDataJSON = Buffer.from(
  JSON.stringify({ type: 'webauthn.create', challenge: 'x', origin: 'http://x' }),
).toString('base64url');
const attestation = {
  ...{ id: 'aaaa', rawId: 'aaaa', type: 'public-key' },
  response: { clientDataJSON, attestationObject: 'aaaa' },
};
const assertion = {
  ...{ id: 'aaaa', rawId: 'aaaa', type: 'public-key' },
  response: { clientDataJSON, authenticatorData: 'aaaa', signature: 'aaaa' },
};

async function passkeyOf(person: Person, relation: Relation): Promise<{ keeper: Person; id: string }> {
  const keeper = relation === 'own' ? person : person === 'wang' ? 'chen' : 'wang';
  const id = uuidv7();
  await cases.query(
    `insert into passkey (tenant_id, id, account_id, credential_id, public_key, counter, name, created_at)
     select tenant_id, $1::uuid, id, $1::text, '', 0, '手机', now() from account where id = $2`,
    [id, street.account(keeper)],
  );
  return { keeper, id };
}

/** Names neither place nor category: whoever may write rules is told so. */
const emptyRule = () => ({
  ...{ areaId: null, categoryId: null, accountId: null, automatic: false },
  organizationId: street.body('property'),
});

/** On the one routing rule of the first street. */
const onRule =
  (ask: (person: Person, id: string) => Promise<Answer>): Row =>
  async (person, relation, permission) => {
    if (relation !== 'own') return [];
    const found = person in people ? allowed : 'routing.not_found';
    return [
      {
        expected: isGiven(tables(), permission, person) ? found : 'request.forbidden',
        async ask() {
          const id = uuidv7();
          await cases.query('delete from routing_rule');
          await cases.query(
            'insert into routing_rule (tenant_id, id, area_id, organization_id) values ($1, $2, $3, $4)',
            [street.own.tenantId, id, street.area('wenti'), street.body('property')],
          );
          return ask(person, id);
        },
      },
    ];
  };

/** A category that is not there yet, in the usual class of a street. */
async function newCategory(of: 'own' | 'other') {
  const { id } = await street.inside((tx) => classFor(tx, null), of === 'own' ? 'xu' : 'gao');
  return {
    ...{ parentId: null, names: { 'zh-Hans': `类别${serial()}`, en: null }, deadlineClassId: id },
    ...{ danger: false, callFirst: null, shared: false },
  };
}

/** On a category of the first street made for the purpose. */
const onCategory =
  (ask: (person: Person, id: string, tag: Record<string, string>) => Promise<Answer>): Row =>
  async (person, relation, permission) => {
    if (relation !== 'own') return [];
    const found = person in people ? allowed : 'categories.not_found';
    const { id } = (await street.as('xu').post<{ id: string }>('/case-categories', await newCategory('own'))).body;
    return [
      {
        expected: isGiven(tables(), permission, person) ? found : 'request.forbidden',
        ask: () => ask(person, id, { 'if-match': '"1"' }),
      },
    ];
  };

/** On a role nobody holds. */
const onRole =
  (ask: (person: Person, id: string) => Promise<Answer>): Row =>
  async (person, _, permission) => {
    const id = uuidv7();
    await cases.query(
      `insert into role (tenant_id, id, role_set, labels) values ($1, $2, 'handler', '{"zh-Hans": "闲"}')`,
      [street.own.tenantId, id],
    );
    const expected = !isGiven(tables(), permission, person)
      ? 'request.forbidden'
      : person in people
        ? allowed
        : 'roles.not_found';
    return [{ expected, ask: () => ask(person, id) }];
  };

/** On an account made for the purpose. */
const freshly =
  (ask: (person: Person, fresh: { id: string; grantId: string }) => Promise<Answer>): Row =>
  async (person, relation, permission) => {
    const fresh = await freshAccount();
    return onAccount((who) => ask(who, fresh))(person, relation, permission);
  };

/** On a list of the hotline that was sent to the community of the relation, or to the whole street. */
const onImport =
  (ask: (person: Person, id: string) => Promise<Answer>): Row =>
  async (person, relation, permission) => {
    const area = relation === 'own' ? 'street' : (subjectFor(person, relation).area.split('.')[0] ?? '');
    const id = uuidv7();
    await cases.query(
      `insert into hotline_import (tenant_id, id, area_id, fingerprint, started_at) values ($1, $2, $3, $4, now())`,
      [street.own.tenantId, id, street.area(area), Buffer.from(id)],
    );
    const mine = reaches(tables(), permission, person, { area, street: 'own' });
    const expected = isGiven(tables(), permission, person)
      ? mine
        ? allowed
        : 'hotline.import_not_found'
      : 'request.forbidden';
    return [{ expected, ask: () => ask(person, id) }];
  };

const itemIds = ({ body }: Answer) => (body.items as { id: string }[]).map(({ id }) => id);
const rows = new Map<string, Row>([
  ['GET /routing-rules', plain((person) => street.as(person).get('/routing-rules'))],
  ['GET /routing-proposals', plain((person) => street.as(person).get('/routing-proposals'))],
  ['POST /routing-rules', plain((person) => street.as(person).post('/routing-rules', emptyRule()))],
  [
    'PATCH /routing-rules/:id',
    onRule((person, id) => street.as(person).patch(`/routing-rules/${id}`, emptyRule(), { 'if-match': '"1"' })),
  ],
  [
    'DELETE /routing-rules/:id',
    onRule((person, id) => street.as(person).del(`/routing-rules/${id}`, { 'if-match': '"1"' })),
  ],
  ['GET /case-categories/tree', plain((person) => street.as(person).get('/case-categories/tree'))],
  [
    'POST /case-categories',
    plain(async (person) =>
      street.as(person).post('/case-categories', await newCategory(person in people ? 'own' : 'other')),
    ),
  ],
  [
    'PATCH /case-categories/:id',
    onCategory(async (person, id, tag) => {
      const { parentId: _, ...said } = await newCategory('own');
      return street.as(person).patch(`/case-categories/${id}`, said, tag);
    }),
  ],
  [
    'POST /case-categories/:id/placement',
    onCategory((person, id, tag) =>
      street.as(person).post(`/case-categories/${id}/placement`, { parentId: null, beforeId: null }, tag),
    ),
  ],
  [
    'POST /case-categories/:id/ending',
    onCategory((person, id, tag) => street.as(person).post(`/case-categories/${id}/ending`, undefined, tag)),
  ],
  [
    'POST /case-categories/:id/reinstatement',
    onCategory(async (person, id, tag) => {
      await cases.query('update case_category set until = now() where id = $1', [id]);
      return street.as(person).post(`/case-categories/${id}/reinstatement`, undefined, tag);
    }),
  ],
  ['GET /category-exports', plain((person) => street.as(person).get('/category-exports'))],
  ['POST /category-imports', plain((person) => street.as(person).post('/category-imports'))],
  ['GET /me/mail', plain((person) => street.as(person).get('/me/mail'))],
  ['POST /me/mail-codes', plain((person) => street.as(person).post('/me/mail-codes', { address: 'a@example.cn' }))],
  [
    'POST /me/mail-confirmations',
    plain((person) => street.as(person).post('/me/mail-confirmations', { code: '000000' })),
  ],
  ['PATCH /me/mail', plain((person) => street.as(person).patch('/me/mail', { topics: ['own'] }))],
  ['DELETE /me/mail', plain((person) => street.as(person).del('/me/mail'))],
  [
    'POST /mail-unsubscriptions',
    plain((person) => street.as(person).post('/mail-unsubscriptions', { token: 'a'.repeat(64) })),
  ],
  ['GET /cases/:id', onCase('submitted', (person, id) => street.as(person).get(`/cases/${id}`))],
  ['GET /cases/:id/timeline', onCase('submitted', (person, id) => street.as(person).get(`/cases/${id}/timeline`))],
  [
    'PATCH /cases/:id',
    onCase('submitted', (person, id) =>
      street.as(person).patch(`/cases/${id}`, { title: '灯不亮' }, { 'if-match': '"1"' }),
    ),
  ],
  ['POST /cases/:id/acceptance', verb('acceptance', 'submitted', () => ({}), atCommunityDesk)],
  ['POST /cases/:id/refusal', verb('refusal', 'submitted', () => ({ reason: '不属于本社区' }))],
  ['POST /cases/:id/assignments', verb('assignments', 'accepted', () => ({ organizationId: street.body('property') }))],
  ['POST /cases/:id/receipt', verb('receipt', 'assigned')],
  [
    'POST /cases/:id/resolution',
    verb(
      'resolution',
      'in_progress',
      () => ({ words: '换好了' }),
      (person, subject) => (subject.body === bodyOf(person) ? undefined : atCommunityDesk(person)),
    ),
  ],
  [
    'POST /cases/:id/confirmation',
    verb(
      'confirmation',
      'resolved',
      () => ({ solved: true }),
      (person, { raiser }) => (raiser === person ? undefined : 'cases.not_yours_to_move'),
    ),
  ],
  ['POST /cases/:id/reopening', verb('reopening', 'closed', () => ({ words: '又坏了' }))],
  ['POST /cases/:id/returns', verb('returns', 'in_progress', () => ({ words: '不归我们管' }))],
  ['POST /cases/:id/hand-ups', verb('hand-ups', 'accepted', () => ({ words: '社区管不了' }), atCommunityDesk)],
  [
    'POST /cases/:id/hand-downs',
    verb(
      'hand-downs',
      'accepted',
      () => ({ words: '请网格先看' }),
      // What lies in the community and in no grid has nowhere to go down to.
      (_, { area }) => (area.includes('.') ? undefined : 'cases.illegal_move'),
    ),
  ],
  ['POST /cases/:id/suspensions', verb('suspensions', 'in_progress', laterWords)],
  ['POST /cases/:id/extensions', verb('extensions', 'in_progress', laterWords)],
  [
    'POST /cases/:id/pause-decisions',
    verb(
      'pause-decisions',
      'in_progress',
      () => ({ approved: true }),
      () => 'pauses.nothing_asked',
    ),
  ],
  ['POST /cases/:id/resumption', verb('resumption', 'suspended')],
  ['POST /cases/:id/phone-disclosures', verb('phone-disclosures', 'submitted', () => ({ reason: '上门前联系' }))],
  [
    'POST /cases/:id/notes',
    async (person, relation, permission) => [
      ...(await verb('notes', 'submitted', () => ({ audience: 'raiser', words: '在路上' }))(
        person,
        relation,
        permission,
      )),
      ...(await verb(
        'notes',
        'submitted',
        () => ({ audience: 'internal', words: '要带梯子' }),
        (who, subject) => (reaches(tables(), 'case.note_internal', who, subject) ? undefined : 'request.forbidden'),
      )(person, relation, permission)),
    ],
  ],
  ['GET /cases/:id/parts', onCase('submitted', (person, id) => street.as(person).get(`/cases/${id}/parts`))],
  [
    'GET /cases/:id/fitting-bodies',
    onCase('submitted', (person, id) => street.as(person).get(`/cases/${id}/fitting-bodies`)),
  ],
  [
    'POST /cases/:id/involvements',
    verb('involvements', 'in_progress', () => ({
      parts: [{ organizationId: street.body('pinghuDesk'), task: '配合停水' }],
    })),
  ],
  ['POST /cases/:id/parts/:partId/receipt', hung(hangPart, (id, part) => `/cases/${id}/parts/${part}/receipt`)],
  [
    'POST /cases/:id/parts/:partId/completion',
    hung(hangPart, (id, part) => `/cases/${id}/parts/${part}/completion`, { words: '停好了' }),
  ],
  [
    'POST /cases/:id/parts/:partId/refusal',
    hung(hangPart, (id, part) => `/cases/${id}/parts/${part}/refusal`, { reason: '不是我们的阀门' }),
  ],
  [
    'POST /cases/:id/parts/:partId/withdrawal',
    hung(hangPart, (id, part) => `/cases/${id}/parts/${part}/withdrawal`, { reason: '不用停水了' }),
  ],
  ['GET /cases/:id/whistles', onCase('submitted', (person, id) => street.as(person).get(`/cases/${id}/whistles`))],
  [
    'POST /cases/:id/whistles/:whistleId/cancellation',
    hung(
      (id, body) => hangWhistle(id, body),
      (id, whistle) => `/cases/${id}/whistles/${whistle}/cancellation`,
      { reason: '水停了，不用来了' },
    ),
  ],
  [
    'POST /cases/:id/whistles',
    verb('whistles', 'in_progress', () => ({
      organizationIds: [street.body('pinghuDesk')],
      meetAt: '2999-01-01T00:00:00Z',
      place: '3号楼前',
      words: '一起看水管',
    })),
  ],
  [
    'POST /cases/:id/turnouts/:turnoutId/answer',
    hung(hangTurnout(false), (id, turnout) => `/cases/${id}/turnouts/${turnout}/answer`, { coming: true }),
  ],
  [
    'POST /cases/:id/turnouts/:turnoutId/arrival',
    hung(hangTurnout(false), (id, turnout) => `/cases/${id}/turnouts/${turnout}/arrival`),
  ],
  [
    'POST /cases/:id/turnouts/:turnoutId/score',
    hung(hangTurnout(true), (id, turnout) => `/cases/${id}/turnouts/${turnout}/score`, { score: 4 }),
  ],
  [
    'POST /cases/:id/turnouts/:turnoutId/call-score',
    hung(hangTurnout(true), (id, turnout) => `/cases/${id}/turnouts/${turnout}/call-score`, { score: 4 }),
  ],
  ['GET /cases', listed('/cases?limit=100', itemIds)],
  ['GET /cases/counts', plain((person) => street.as(person).get('/cases/counts'))],
  ['POST /hotline-imports', plain((person) => street.as(person).post(`/hotline-imports?area=${street.area('wenti')}`))],
  ['GET /hotline-imports', plain((person) => street.as(person).get('/hotline-imports'))],
  ['GET /hotline-templates', plain((person) => street.as(person).get('/hotline-templates'))],
  ['GET /hotline-replies', onImport((person, id) => street.as(person).get(`/hotline-replies?import=${id}`))],
  ['GET /case-exports', plain((person) => street.as(person).get('/case-exports'))],
  [
    'POST /cases',
    async (person, relation, permission) => {
      const { area } = subjectFor(person, relation);
      const place = { body: '楼道灯坏了', areaId: street.area(area) };
      const onBehalf = { name: '孙奶奶', source: 'phone' };
      const given = isGiven(tables(), permission, person);
      const placed = !given ? 'request.forbidden' : person in people ? allowed : 'cases.unknown_place';
      const registers = reaches(tables(), 'case.register', person, { area, street: 'own' });
      return [
        { expected: placed, ask: () => street.as(person).post('/cases', place) },
        {
          expected: placed === allowed && !registers ? 'request.forbidden' : placed,
          ask: () => street.as(person).post('/cases', { ...place, onBehalf }),
        },
      ];
    },
  ],
  [
    'GET /photos/:id',
    async (person, relation) => {
      const subject = subjectFor(person, relation);
      const caseId = await cases.place({ ...subject, raiser: subject.raiser ?? 'wang', state: 'submitted' });
      return Promise.all(
        [false, true].map(async (internal) => {
          const seen = reaches(tables(), internal ? 'case.note_internal' : 'case.read', person, subject);
          const id = await hangPhoto(caseId, internal);
          return { expected: seen ? allowed : 'photos.not_found', ask: () => street.as(person).get(`/photos/${id}`) };
        }),
      );
    },
  ],
  ['POST /photos', plain((person) => street.as(person).post('/photos'))],
  ['GET /case-overview', onFigures((area) => `/case-overview?area=${area}`)],
  ['GET /case-overview-exports', onFigures((area) => `/case-overview-exports?area=${area}`)],
  ['GET /case-figures/:metric/records', onFigures((area) => `/case-figures/case_raised/records?area=${area}`)],
  ['GET /base-map', plain((person) => street.as(person).get('/base-map'))],
  ['GET /case-categories', plain((person) => street.as(person).get('/case-categories'))],
  ['GET /case-filters', plain((person) => street.as(person).get('/case-filters'))],
  [
    'POST /case-filters',
    plain((person) => street.as(person).post('/case-filters', { name: `f${cells}`, filter: { state: 'closed' } })),
  ],
  [
    'DELETE /case-filters/:id',
    async (person, relation) => {
      const keeper = relation === 'own' ? person : person === 'wang' ? 'chen' : 'wang';
      const kept = await street.as(keeper).post<{ id: string }>('/case-filters', { name: `k${serial()}`, filter: {} });
      const expected = keeper === person ? allowed : 'inbox.filter_not_found';
      return [{ expected, ask: () => street.as(person).del(`/case-filters/${kept.body.id}`) }];
    },
  ],
  ['GET /similar-cases', plain((person) => street.as(person).get('/similar-cases?text=%E6%A5%BC%E9%81%93%E7%81%AF'))],
  ['GET /followed-cases', plain((person) => street.as(person).get('/followed-cases'))],
  ['GET /followed-cases/:id', onFollowed((person, id) => street.as(person).get(`/followed-cases/${id}`))],
  ['POST /cases/:id/following', onJoinable((person, id) => street.as(person).post(`/cases/${id}/following`))],
  ['DELETE /cases/:id/following', onFollowed((person, id) => street.as(person).del(`/cases/${id}/following`))],
  ['GET /cases/:id/similar-cases', onReadable((person, id) => street.as(person).get(`/cases/${id}/similar-cases`))],
  [
    'POST /cases/:id/merging',
    async (person, relation, permission) => {
      const subject = subjectFor(person, relation);
      const into = await cases.place({ ...subject, raiser: subject.raiser ?? 'wang', state: 'accepted' });
      return verb('merging', 'submitted', () => ({ into, reason: '同一件事' }))(person, relation, permission);
    },
  ],
  [
    'POST /cases/:id/unmerging',
    onCase('merged', async (person, id) => {
      await cases.query(
        `insert into case_merger (tenant_id, id, case_id, into_id, reason, state_before, merged_by, at)
         select tenant_id, gen_random_uuid(), id, id, '', 'accepted', raiser_id, now() from case_record where id = $1`,
        [id],
      );
      return street.as(person).post(`/cases/${id}/unmerging`);
    }),
  ],
  ['GET /open311/v2/:file', plain((person) => street.as(person).get(`/open311/v2/services.json${jurisdiction}`))],
  [
    'GET /open311/v2/services/:file',
    plain((person) => street.as(person).get(`/open311/v2/services/facility.lift.json${jurisdiction}`)),
  ],
  [
    'GET /open311/v2/requests/:file',
    // Whatever the relation: what was not made public is not there.
    onPlacedCase('submitted', 'georeport.unknown_request', (person, number) =>
      street.as(person).get(`/open311/v2/requests/${number}.json${jurisdiction}`),
    ),
  ],
  // The key in the form decides, not who is signed in: modules/georeport/open311.test.ts.
  ['POST /open311/v2/:file', async () => []],
  ['GET /public-cases', plain((person) => street.as(person).get('/public-cases?street=350702001000'))],
  ['GET /public-plan', plain((person) => street.as(person).get('/public-plan?street=350702001000'))],
  [
    'GET /public-cases/:id',
    async (person, relation) => {
      const { raiser = 'wang', area } = subjectFor(person, relation);
      const id = await cases.place({ raiser, area, state: 'accepted' });
      await cases.query('update case_record set published_at = now() where id = $1', [id]);
      const other = await cases.place({ raiser, area, state: 'accepted' });
      return [
        {
          expected: 'publication.not_found',
          ask: () => street.as(person).get(`/public-cases/${other}?street=350702001000`),
        },
        { expected: allowed, ask: () => street.as(person).get(`/public-cases/${id}?street=350702001000`) },
      ];
    },
  ],
  [
    'POST /cases/:id/publication',
    verb('publication', 'accepted', () => ({ published: false, reason: '写了别人的名字' })),
  ],
  ['GET /cases/:id/checks', onReadable((person, id) => street.as(person).get(`/cases/${id}/checks`))],
  [
    'POST /cases/:id/checks',
    onCase(
      'accepted',
      (person, id) =>
        street.as(person).post(`/cases/${id}/checks`, { areaIds: [street.area('pinghu.2')], words: '看看' }),
      (person) => (personNamed(person).area === 'street' ? undefined : 'elsewhere.unknown_place'),
    ),
  ],
  [
    'POST /cases/:id/check-answer',
    onCase('in_progress', async (person, id) => {
      await cases.query(
        `insert into case_check (tenant_id, id, origin_id, asked_by, at) select tenant_id, id, id, raiser_id, now() from case_record where id = $1`,
        [id],
      );
      return street.as(person).post(`/cases/${id}/check-answer`, { found: true });
    }),
  ],
  // Open streams never end by themselves: that they open and close is in modules/notices/notices.test.ts.
  ['GET /notices/stream', async () => []],
  ['GET /notices', plain((person) => street.as(person).get('/notices'))],
  ['POST /notices/reading', plain((person) => street.as(person).post('/notices/reading'))],
  ['GET /areas', plain((person) => street.as(person).get('/areas'))],
  ['GET /areas/locate', plain((person) => street.as(person).get('/areas/locate?lon=118.125&lat=26.645'))],
  [
    'GET /areas/:id',
    async (person, relation) => {
      const { area } = subjectFor(person, relation);
      const expected = person in people ? allowed : 'areas.not_found';
      return [{ expected, ask: () => street.as(person).get(`/areas/${street.area(area)}`) }];
    },
  ],
  ['GET /areas/matches', plain((person) => street.as(person).get('/areas/matches?q=1'))],
  ['GET /area-kinds', plain((person) => street.as(person).get('/area-kinds'))],
  [
    'POST /areas',
    onArea((person, parentId) => {
      const words = { parentId, kindId: street.own.seeded.kinds.get('building'), name: `新${serial()}号楼` };
      return street.as(person).post('/areas', words);
    }),
  ],
  ['PATCH /areas/:id', onArea((person, id, tag) => street.as(person).patch(`/areas/${id}`, { phone: '1' }, tag))],
  [
    'PATCH /areas/:id/boundary',
    onArea((person, id, tag) => street.as(person).patch(`/areas/${id}/boundary`, { boundary: triangle }, tag)),
  ],
  [
    'GET /areas/:id/next-code',
    onArea((person, id) =>
      street.as(person).get(`/areas/${id}/next-code?kindId=${street.own.seeded.kinds.get('building')}`),
    ),
  ],
  ['GET /areas/:id/history', onArea((person, id) => street.as(person).get(`/areas/${id}/history`), { seen: true })],
  ['GET /areas/:id/boundary', onArea((person, id) => street.as(person).get(`/areas/${id}/boundary`), { seen: true })],
  // What lets everybody in and then refuses for the map's sake: a street that is split in earnest is another one for the rows below.
  [
    'POST /areas/:id/split',
    onArea((person, id, tag) => {
      const parts = ['东片', '西片'].map((name) => ({ name, areaIds: [] }));
      return street.as(person).post(`/areas/${id}/split`, { parts, reason: '户数太多' }, tag);
    }),
  ],
  [
    'POST /area-mergers',
    onArea((person, id) =>
      street
        .as(person)
        .post('/area-mergers', { areaIds: [id, street.area('wenti.1.micro')], name: '新网格', reason: '人少了' }),
    ),
  ],
  [
    'POST /areas/:id/moves',
    onArea(
      (person, id, tag, grid) =>
        street.as(person).post(`/areas/${id}/moves`, { parentId: street.area(`${grid}.micro`) }, tag),
      { part: '.building' },
    ),
  ],
  [
    'POST /areas/:id/closure',
    onArea(
      async (person, id, tag, grid) => {
        await cases.place({ raiser: 'wang', area: `${grid}.building`, state: 'submitted' });
        return street.as(person).post(`/areas/${id}/closure`, { reason: '拆除' }, tag);
      },
      { part: '.building' },
    ),
  ],
  [
    'GET /area-exports',
    async (person, relation, permission) => {
      const area = subjectFor(person, relation).area.split('.').slice(0, 2).join('.');
      const mine = reaches(tables(), permission, person, { area, street: 'own' });
      const found = person in people ? (mine ? allowed : 'areas.not_yours') : 'areas.not_found';
      const expected = isGiven(tables(), permission, person) ? found : 'request.forbidden';
      return [{ expected, ask: () => street.as(person).get(`/area-exports?area=${street.area(area)}`) }];
    },
  ],
  ['POST /area-imports', plain((person) => street.as(person).post('/area-imports'))],
  ['GET /organizations', plain((person) => street.as(person).get(`/organizations?area=${street.area('wenti.1')}`))],
  ['GET /calendar', plain((person) => street.as(person).get('/calendar?month=2026-11'))],
  [
    'PATCH /calendar/week',
    plain((person) =>
      street.as(person).patch('/calendar/week', { weekdays: [1], hours: [{ from: '09:00', to: '12:00' }] }),
    ),
  ],
  [
    'POST /calendar/days',
    plain((person) => street.as(person).post('/calendar/days', { day: '2026-12-01', working: false, name: '停电' })),
  ],
  [
    'DELETE /calendar/days/:id',
    async (person, relation, permission) => {
      if (relation !== 'own') return [];
      const day = `2030-01-${String((serial() % 28) + 1).padStart(2, '0')}`;
      const kept = await street
        .as('xu')
        .post<{ days: { day: string; id: string }[] }>('/calendar/days', { day, working: false, name: '停电' });
      const id = kept.body.days.find((one) => one.day === day)?.id;
      const given = isGiven(tables(), permission, person);
      const expected = !given ? 'request.forbidden' : person in people ? allowed : 'calendar.day_not_found';
      return [{ expected, ask: () => street.as(person).del(`/calendar/days/${id}`) }];
    },
  ],
  [
    'POST /organizations',
    plain((person) => street.as(person).post('/organizations', { kind: 'partner', name: `新单位${serial()}` })),
  ],
  ['GET /organizations/:id', onBody((person, id) => street.as(person).get(`/organizations/${id}`))],
  [
    'PATCH /organizations/:id',
    onBody((person, id, tag) => street.as(person).patch(`/organizations/${id}`, { phone: '1' }, tag)),
  ],
  [
    'POST /organizations/:id/closure',
    onBody((person, id, tag) => street.as(person).post(`/organizations/${id}/closure`, { reason: '撤销' }, tag)),
  ],
  ['GET /deadline-classes', plain((person) => street.as(person).get('/deadline-classes'))],
  [
    'POST /deadline-classes',
    plain((person) =>
      street
        .as(person)
        .post('/deadline-classes', { name: `类${serial()}`, amount: 3, unit: 'working_day', answerHours: 24 }),
    ),
  ],
  [
    'PATCH /deadline-classes/:id',
    async (person, relation, permission) => {
      if (relation !== 'own') return [];
      const added = { name: `类${serial()}`, amount: 3, unit: 'day', answerHours: 24 };
      const { id } = (await street.as('xu').post<{ id: string }>('/deadline-classes', added)).body;
      const given = isGiven(tables(), permission, person);
      const expected = !given ? 'request.forbidden' : person in people ? allowed : 'deadlines.class_not_found';
      return [
        {
          expected,
          ask: () => street.as(person).patch(`/deadline-classes/${id}`, { amount: 4 }, { 'if-match': '"1"' }),
        },
      ];
    },
  ],
  [
    'POST /deadline-classes/categories',
    plain((person) => {
      const where = person in people ? street.own : street.other;
      return street.inside(async (tx) => {
        const { id } = await classFor(tx, null);
        const body = { categoryId: where.seeded.categories.get('green.rubbish'), deadlineClassId: id };
        return street.as(person).post('/deadline-classes/categories', body);
      }, person);
    }),
  ],
  ['GET /deadline-windows', plain((person) => street.as(person).get('/deadline-windows'))],
  [
    'PATCH /deadline-windows',
    plain((person) =>
      street.as(person).patch('/deadline-windows', { reopenHours: 72, confirmDays: 7, archiveDays: 90 }),
    ),
  ],
  [
    'GET /cases/:id/proposed-deadline',
    onCase('accepted', (person, id) => street.as(person).get(`/cases/${id}/proposed-deadline`)),
  ],
  ['POST /cases/:id/urgings', verb('urgings', 'in_progress')],
  ['POST /cases/:id/supervisions', verb('supervisions', 'in_progress', () => ({ watching: true, words: '今天办好' }))],
  ['POST /cases/:id/archiving', verb('archiving', 'closed')],
  ['GET /escalation-ladder', plain((person) => street.as(person).get('/escalation-ladder'))],
  ['PATCH /escalation-ladder', plain((person) => street.as(person).patch('/escalation-ladder', { rungs: [] }))],
  ['GET /streets', plain((person) => street.as(person).get('/streets'))],
  ['GET /demo/people', plain((person) => street.as(person).get('/demo/people'))],
  [
    'POST /sessions',
    plain((person) =>
      street.as(person).post('/sessions', { street: '350702001000', login: `nobody${cells}`, password: 'x' }),
    ),
  ],
  ['GET /sessions', plain((person) => street.as(person).get('/sessions'))],
  [
    'DELETE /sessions/:id',
    async (person, relation) => {
      const owner = relation === 'own' ? person : person === 'wang' ? 'chen' : 'wang';
      const id = await otherSession(owner);
      const expected = owner === person ? allowed : 'accounts.session_not_found';
      return [{ expected, ask: () => street.as(person).del(`/sessions/${id}`) }];
    },
  ],
  [
    'DELETE /sessions/current',
    async (person) => {
      const leaving = await street.inside(
        (tx) => openSession(tx, street.account(person), 'leaving', street.clock.now()),
        person,
      );
      return [
        {
          expected: allowed,
          ask: () => street.stranger.del('/sessions/current', { authorization: `Bearer ${leaving}` }),
        },
      ];
    },
  ],
  ['GET /me', plain((person) => street.as(person).get('/me'))],
  ['PATCH /me', plain((person) => street.as(person).patch('/me', { elderMode: false }))],
  [
    'POST /me/password-changes',
    plain((person) => street.as(person).post('/me/password-changes', { current: 'wrong-one', next: 'tongxin-2027' })),
  ],
  ['GET /sessions/current', plain((person) => street.as(person).get('/sessions/current'))],
  [
    'POST /sessions/current/second-step',
    plain((person) => street.as(person).post('/sessions/current/second-step', { code: '000000' })),
  ],
  ['GET /me/second-step', plain((person) => street.as(person).get('/me/second-step'))],
  [
    'POST /me/authenticator-setups',
    plain((person) => street.as(person).post('/me/authenticator-setups', { password: 'wrong-one' })),
  ],
  ['POST /me/authenticator', plain((person) => street.as(person).post('/me/authenticator', { code: '000000' }))],
  [
    'POST /me/authenticator-removal',
    plain((person) => street.as(person).post('/me/authenticator-removal', { password: 'wrong-one', code: '000000' })),
  ],
  [
    'POST /me/recovery-codes',
    plain((person) => street.as(person).post('/me/recovery-codes', { password: 'wrong-one', code: '000000' })),
  ],
  ['POST /passkey-challenges', plain((person) => street.as(person).post('/passkey-challenges'))],
  ['POST /passkey-sessions', plain((person) => street.as(person).post('/passkey-sessions', { credential: assertion }))],
  ['GET /me/passkeys', plain((person) => street.as(person).get('/me/passkeys'))],
  [
    'POST /me/passkey-challenges',
    plain((person) => street.as(person).post('/me/passkey-challenges', { password: 'x' })),
  ],
  [
    'POST /me/passkeys',
    plain((person) => street.as(person).post('/me/passkeys', { name: '我的手机', credential: attestation })),
  ],
  [
    'PATCH /me/passkeys/:id',
    async (person, relation) => {
      const { keeper, id } = await passkeyOf(person, relation);
      const expected = keeper === person ? allowed : 'passkeys.not_found';
      return [{ expected, ask: () => street.as(person).patch(`/me/passkeys/${id}`, { name: '新名字' }) }];
    },
  ],
  [
    'POST /me/passkeys/:id/removal',
    async (person, relation) => {
      // Whose it is decides; each try costs a password's work.
      if (relation !== 'own' && relation !== 'other area') return [];
      const { keeper, id } = await passkeyOf(person, relation);
      const expected = keeper === person ? allowed : 'passkeys.not_found';
      return [
        { expected, ask: () => street.as(person).post(`/me/passkeys/${id}/removal`, { password: testPassword }) },
      ];
    },
  ],
  ['GET /roles', plain((person) => street.as(person).get('/roles'))],
  [
    'POST /roles',
    plain((person) => street.as(person).post('/roles', { roleSet: 'handler', nameZh: `角色${serial()}` })),
  ],
  ['PATCH /roles/:id', onRole((person, id) => street.as(person).patch(`/roles/${id}`, { nameZh: `角色${serial()}` }))],
  ['POST /roles/:id/retirement', onRole((person, id) => street.as(person).post(`/roles/${id}/retirement`))],
  ['GET /accounts/:id', freshly((person, { id }) => street.as(person).get(`/accounts/${id}`))],
  ['GET /accounts/:id/events', freshly((person, { id }) => street.as(person).get(`/accounts/${id}/events`))],
  ['GET /accounts/:id/sessions', freshly((person, { id }) => street.as(person).get(`/accounts/${id}/sessions`))],
  [
    'DELETE /accounts/:id/sessions/:sessionId',
    freshly(async (person, { id }) => {
      const token = await street.inside((tx) => openSession(tx, id, 'lost', street.clock.now()));
      const [session] = await cases.query('select id from session where token_hash = $1', [hashToken(token)]);
      return street.as(person).del(`/accounts/${id}/sessions/${session?.id}`);
    }),
  ],
  [
    'POST /accounts/:id/password-resets',
    freshly((person, { id }) => street.as(person).post(`/accounts/${id}/password-resets`)),
  ],
  [
    'POST /accounts/:id/second-step-resets',
    freshly((person, { id }) => street.as(person).post(`/accounts/${id}/second-step-resets`)),
  ],
  [
    'DELETE /accounts/:id/suspension',
    freshly(async (person, { id }) => {
      await cases.query('update account set disabled_at = now() where id = $1', [id]);
      return street.as(person).del(`/accounts/${id}/suspension`);
    }),
  ],
  ['GET /accounts', plain((person) => street.as(person).get('/accounts'))],
  [
    'POST /accounts',
    plain((person) =>
      street.as(person).post('/accounts', { login: `made${cells}`, name: '新人', password: 'tongxin-2026' }),
    ),
  ],
  [
    'POST /accounts/:id/grants',
    async (person, relation, permission) => {
      const { id } = await freshAccount();
      return onAccount((who) =>
        street.as(who).post(`/accounts/${id}/grants`, { roleId: street.role('居民'), areaId: street.area('wenti.1') }),
      )(person, relation, permission);
    },
  ],
  [
    'DELETE /accounts/:id/grants/:grantId',
    async (person, relation, permission) => {
      const { id, grantId } = await freshAccount();
      return onAccount((who) => street.as(who).del(`/accounts/${id}/grants/${grantId}`))(person, relation, permission);
    },
  ],
  [
    'POST /accounts/:id/suspension',
    async (person, relation, permission) => {
      const { id } = await freshAccount();
      return onAccount((who) => street.as(who).post(`/accounts/${id}/suspension`))(person, relation, permission);
    },
  ],
]);

const nameOf = ({ route: { method, path } }: AnyRoute) => `${method} ${path}`;
const permissionOf = (entry: AnyRoute) => (entry.kind === 'verb' ? entry.route.permission : entry.route.access);

describe('the matrix', () => {
  it('has a row for every route, and no row without a route', () => {
    const routes = street.open.modules.flatMap((module) => module.routes).map(nameOf);
    expect([...rows.keys()].sort(), 'add the row of the route to api/matrix.db.test.ts').toEqual(routes.sort());
  });

  it('knows every permission that a route asks for', () => {
    const asked = street.open.modules.flatMap((module) => module.routes).map(permissionOf);
    const known = ['public', 'signed_in', ...Object.keys(tables())];
    expect(asked.filter((permission) => !known.includes(permission))).toEqual([]);
  });

  it('gives every permission to somebody of the right kind', () => {
    for (const [permission, sets] of Object.entries(tables())) {
      expect({ permission, given: Object.keys(sets).length > 0 }).toEqual({ permission, given: true });
    }
  });
});

describe('somebody who is not signed in', () => {
  it('is let into public routes only', async () => {
    const surprises: string[] = [];
    const tokens: Record<string, string>[] = [
      {},
      { authorization: 'Bearer lj_nothing' },
      { cookie: 'linju_session=lj_nothing' },
    ];
    for (const entry of street.open.modules.flatMap((module) => module.routes)) {
      if (permissionOf(entry) === 'public') continue;
      const { method, path } = entry.route;
      const address = path.replace(/:metric/, 'case_raised').replace(/:\w+/g, uuidv7());
      const body = method === 'POST' || method === 'PATCH' ? {} : undefined;
      for (const headers of tokens) {
        const answer = await call(method, address, body, headers);
        cells += 1;
        if (answer.code !== 'request.unauthenticated')
          surprises.push(`${nameOf(entry)}: ${answer.status} ${answer.code}`);
      }
    }
    expect(surprises).toEqual([]);
  });
});

function call(method: string, address: string, body: unknown, headers: Record<string, string>): Promise<Answer> {
  if (method === 'POST') return street.stranger.post(address, body, headers);
  if (method === 'PATCH') return street.stranger.patch(address, body, headers);
  return method === 'DELETE' ? street.stranger.del(address, headers) : street.stranger.get(address, headers);
}

describe('every route for everybody', () => {
  it.each([...rows.keys()])('%s', async (name) => {
    const entry = street.open.modules.flatMap((module) => module.routes).find((one) => nameOf(one) === name);
    const row = rows.get(name);
    if (!entry || !row) throw new Error(`no such route: ${name}`);
    const asked: (Cell & { who: string })[] = [];
    for (const person of persons) {
      for (const relation of relations) {
        const found = await row(person, relation, permissionOf(entry));
        asked.push(
          ...found.map((cell) => ({ ...cell, who: `${person} (${personNamed(person).roleSet}), ${relation}` })),
        );
      }
    }
    const surprises: string[] = [];
    // The refusals first: what is let in may change what comes after.
    for (const { who, expected, ask } of asked.toSorted(
      (a, b) => Number(a.expected === allowed) - Number(b.expected === allowed),
    )) {
      const answer = await ask();
      cells += 1;
      if (outcomeOf(answer) !== expected) surprises.push(`${who}: expected ${expected}, got ${outcomeOf(answer)}`);
    }
    expect(surprises).toEqual([]);
  });
});
