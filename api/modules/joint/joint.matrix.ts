import { uuidv7 } from 'uuidv7';
import { cases, hung, onCase, type Rows, street, verb } from '../../../tools/matrix-ground.ts';

async function hangPart(caseId: string, body: string): Promise<string> {
  const id = uuidv7();
  await cases.query(
    `insert into case_part (tenant_id, id, case_id, organization_id, task, due_at, asked_by, asked_at)
     select tenant_id, $1, id, $3, '配合停水', '2999-01-01', raiser_id, now() from case_record where id = $2`,
    [id, caseId, body],
  );
  return id;
}

export const rows: Rows = [
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
];
