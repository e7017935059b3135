import { isGiven } from '../../../tools/expected-reach.ts';
import {
  allowed,
  cases,
  onCase,
  onReadable,
  plain,
  type Row,
  type Rows,
  street,
  subjectFor,
  tables,
  verb,
} from '../../../tools/matrix-ground.ts';
import { type Answer, type Person, people } from '../../../tools/test-street.ts';

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

export const rows: Rows = [
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
];
