import sharp from 'sharp';
import { createAccount, grantRole } from '../api/modules/roles/index.ts';
import type { CaseState } from '../contract/cases.ts';
import { isGiven, personNamed, reaches, type Subject } from './expected-reach.ts';
import { type CasePlacer, openCasePlacer } from './test-cases.ts';
import { type Answer, openTestStreet, type Person, people, type TestStreet } from './test-street.ts';

export const relations = ['own', 'handled', 'helping', 'own area', 'other area'] as const;

export type Relation = (typeof relations)[number];

/** What the rows of every module stand on: filled by `openGround`, read when a row is asked. */
export let street: TestStreet;
export let cases: CasePlacer;
/** Somebody's upload that hangs on no case. */
export let photo: string;

export async function openGround(): Promise<void> {
  street = await openTestStreet();
  cases = await openCasePlacer(street);
  const bytes = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
    .jpeg()
    .toBuffer();
  photo = (await street.as('wang').upload<{ id: string }>('/photos', bytes)).body.id;
}

export async function closeGround(): Promise<void> {
  await cases.close();
  await street.close();
}

/** A subject in the relation to the person, always of the first street; what is not asked for is somebody else's. */
export function subjectFor(person: Person, relation: Relation): Subject {
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

export const allowed = 'allowed';

export const tables = () => street.open.permissions;

/** What a verb on a case has to answer: refused for the role, not there, not yours, or done. */
export function expectedOnCase(person: Person, permission: string, subject: Subject): string {
  if (!isGiven(tables(), permission, person)) return 'request.forbidden';
  if (!reaches(tables(), 'case.read', person, subject)) return 'cases.not_found';
  return reaches(tables(), permission, person, subject) ? allowed : 'cases.not_yours_to_move';
}

export interface Cell {
  expected: string;
  ask: () => Promise<Answer>;
}

export type Row = (person: Person, relation: Relation, permission: string) => Promise<Cell[]>;

export function onCase(
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

export const verb = (
  noun: string,
  state: CaseState,
  body: () => unknown = () => ({}),
  narrower?: Parameters<typeof onCase>[2],
) => onCase(state, (person, id) => street.as(person).post(`/cases/${id}/${noun}`, body()), narrower);

/** Not about one thing: the role decides alone. */
export const plain =
  (ask: (person: Person) => Promise<Answer>): Row =>
  async (person, relation, permission) => {
    if (relation !== 'own') return [];
    const given = ['public', 'signed_in'].includes(permission) || isGiven(tables(), permission, person);
    return [{ expected: given ? allowed : 'request.forbidden', ask: () => ask(person) }];
  };

/** About an account of the first street. */
export const onAccount =
  (ask: (person: Person) => Promise<Answer>): Row =>
  async (person, _, permission) => {
    const expected = !isGiven(tables(), permission, person)
      ? 'request.forbidden'
      : person in people
        ? allowed
        : 'accounts.not_found';
    return [{ expected, ask: () => ask(person) }];
  };

/** Seen by whoever may read the case, once their role may ask at all. */
export const onReadable =
  (ask: (person: Person, id: string) => Promise<Answer>): Row =>
  async (person, relation, permission) => {
    const subject = subjectFor(person, relation);
    const id = await cases.place({ ...subject, raiser: subject.raiser ?? 'wang', state: 'submitted' });
    const seen = reaches(tables(), 'case.read', person, subject) ? allowed : 'cases.not_found';
    return [
      { expected: isGiven(tables(), permission, person) ? seen : 'request.forbidden', ask: () => ask(person, id) },
    ];
  };

export const onFigures =
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
export const listed =
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

/** About an area of the first street, the grid of the relation. */
export const onArea =
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
export const hung =
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

let made = 0;

export const serial = () => ++made;

export async function freshAccount(): Promise<{ id: string; grantId: string }> {
  return street.inside(async (tx) => {
    const words = { login: `new${serial()}`, name: '新人', password: 'tongxin-2026', passwordHash: 'none' };
    const id = await createAccount(tx, street.open.world, words, street.clock.now());
    const grant = { roleId: street.role('居民'), areaId: street.area('wenti.1') };
    return { id, grantId: await grantRole(tx, street.open.world, id, grant, street.clock.now()) };
  });
}

/** Every case of these rows stands at the community's desk: a grid worker decides on none of them. */
export const atCommunityDesk = (person: Person) =>
  personNamed(person).roleSet === 'grid_worker' ? 'cases.not_yours_to_move' : undefined;

/** On an account made for the purpose. */
export const freshly =
  (ask: (person: Person, fresh: { id: string; grantId: string }) => Promise<Answer>): Row =>
  async (person, relation, permission) => {
    const fresh = await freshAccount();
    return onAccount((who) => ask(who, fresh))(person, relation, permission);
  };

export const itemIds = ({ body }: Answer) => (body.items as { id: string }[]).map(({ id }) => id);

/** The rows of a module: each route by its method and path, and what it has to answer to whom. */
export type Rows = readonly (readonly [route: string, row: Row])[];
