import { uuidv7 } from 'uuidv7';
import { cases, hung, onCase, type Rows, street, verb } from '../../../tools/matrix-ground.ts';

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

export const rows: Rows = [
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
];
