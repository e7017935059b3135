import { isGiven } from '../../../tools/expected-reach.ts';
import { allowed, cases, plain, type Row, type Rows, serial, street, tables } from '../../../tools/matrix-ground.ts';
import { type Answer, type Person, people } from '../../../tools/test-street.ts';
import { classFor } from '../deadlines/index.ts';

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

export const rows: Rows = [
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
];
