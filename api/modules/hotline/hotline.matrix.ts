import { uuidv7 } from 'uuidv7';
import { isGiven, reaches } from '../../../tools/expected-reach.ts';
import {
  allowed,
  cases,
  plain,
  type Row,
  type Rows,
  street,
  subjectFor,
  tables,
} from '../../../tools/matrix-ground.ts';
import type { Answer, Person } from '../../../tools/test-street.ts';

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

export const rows: Rows = [
  ['POST /hotline-imports', plain((person) => street.as(person).post(`/hotline-imports?area=${street.area('wenti')}`))],
  ['GET /hotline-imports', plain((person) => street.as(person).get('/hotline-imports'))],
  ['GET /hotline-templates', plain((person) => street.as(person).get('/hotline-templates'))],
  ['GET /hotline-replies', onImport((person, id) => street.as(person).get(`/hotline-replies?import=${id}`))],
];
