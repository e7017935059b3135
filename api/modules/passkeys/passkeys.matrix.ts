import { uuidv7 } from 'uuidv7';
import { allowed, cases, plain, type Relation, type Rows, street } from '../../../tools/matrix-ground.ts';
import { type Person, testPassword } from '../../../tools/test-street.ts';

/** A right-looking credential that nobody has. */
const clientDataJSON = Buffer.from(
  JSON.stringify({ type: 'webauthn.create', challenge: 'x', origin: 'http://x' }),
).toString('base64url');

const attestation = {
  ...{ id: 'aaaa', rawId: 'aaaa', type: 'public-key' },
  response: { clientDataJSON, attestationObject: 'aaaa' },
};

const assertion = {
  ...{ id: 'aaaa', rawId: 'aaaa', type: 'public-key' },
  response: { clientDataJSON, authenticatorData: 'aaaa', signature: 'aaaa' },
};

async function passkeyOf(person: Person, relation: Relation): Promise<{ keeper: Person; id: string }> {
  const keeper = relation === 'own' ? person : person === 'wang' ? 'chen' : 'wang';
  const id = uuidv7();
  await cases.query(
    `insert into passkey (tenant_id, id, account_id, credential_id, public_key, counter, name, created_at)
     select tenant_id, $1::uuid, id, $1::text, '', 0, '手机', now() from account where id = $2`,
    [id, street.account(keeper)],
  );
  return { keeper, id };
}

export const rows: Rows = [
  ['POST /passkey-challenges', plain((person) => street.as(person).post('/passkey-challenges'))],
  ['POST /passkey-sessions', plain((person) => street.as(person).post('/passkey-sessions', { credential: assertion }))],
  ['GET /me/passkeys', plain((person) => street.as(person).get('/me/passkeys'))],
  [
    'POST /me/passkey-challenges',
    plain((person) => street.as(person).post('/me/passkey-challenges', { password: 'x' })),
  ],
  [
    'POST /me/passkeys',
    plain((person) => street.as(person).post('/me/passkeys', { name: '我的手机', credential: attestation })),
  ],
  [
    'PATCH /me/passkeys/:id',
    async (person, relation) => {
      const { keeper, id } = await passkeyOf(person, relation);
      const expected = keeper === person ? allowed : 'passkeys.not_found';
      return [{ expected, ask: () => street.as(person).patch(`/me/passkeys/${id}`, { name: '新名字' }) }];
    },
  ],
  [
    'POST /me/passkeys/:id/removal',
    async (person, relation) => {
      // Whose it is decides; each try costs a password's work.
      if (relation !== 'own' && relation !== 'other area') return [];
      const { keeper, id } = await passkeyOf(person, relation);
      const expected = keeper === person ? allowed : 'passkeys.not_found';
      return [
        { expected, ask: () => street.as(person).post(`/me/passkeys/${id}/removal`, { password: testPassword }) },
      ];
    },
  ],
];
