import { uuidv7 } from 'uuidv7';
import { reaches } from '../../../tools/expected-reach.ts';
import { allowed, cases, photo, plain, type Rows, street, subjectFor, tables } from '../../../tools/matrix-ground.ts';

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

export const rows: Rows = [
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
];
