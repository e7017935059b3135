import type { CaseState } from '../../../contract/cases.ts';
import { cases, plain, type Row, type Rows, street, subjectFor } from '../../../tools/matrix-ground.ts';
import type { Answer, Person } from '../../../tools/test-street.ts';

const jurisdiction = '?jurisdiction_id=350702001000';

/** Public, about one case: everybody gets the same answer. */
const onPlacedCase =
  (state: CaseState, expected: string, ask: (person: Person, number: string) => Promise<Answer>): Row =>
  async (person, relation) => {
    const { raiser = 'wang', area, body } = subjectFor(person, relation);
    const id = await cases.place({ raiser, area, body, state });
    return [{ expected, ask: () => ask(person, `T-${id}`) }];
  };

export const rows: Rows = [
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
];
