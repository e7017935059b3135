import { cases, onArea, type Rows, street } from '../../../tools/matrix-ground.ts';

export const rows: Rows = [
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
];
