import { personNamed, reaches } from '../../../tools/expected-reach.ts';
import { atCommunityDesk, onCase, type Rows, street, tables, verb } from '../../../tools/matrix-ground.ts';
import type { Person } from '../../../tools/test-street.ts';

const bodyOf = (person: Person) => personNamed(person).body;

export const rows: Rows = [
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
  [
    'GET /cases/:id/proposed-deadline',
    onCase('accepted', (person, id) => street.as(person).get(`/cases/${id}/proposed-deadline`)),
  ],
];
