import { z } from 'zod';
import { Id, Instant } from './wire.ts';

export const Passkey = z.object({ id: Id, name: z.string(), createdAt: Instant, lastUsedAt: Instant.nullable() });
export type Passkey = z.infer<typeof Passkey>;

const Base64Url = z
  .string()
  .regex(/^[A-Za-z0-9_-]+$/)
  .max(16_384);
const CredentialId = Base64Url.max(1_400);
const PasskeyName = z.string().trim().min(1).max(40);
const known = z.object({ id: z.string(), type: z.literal('public-key'), transports: z.array(z.string()).optional() });

/** What the browser is asked to make a passkey with (WebAuthn Level 3, PublicKeyCredentialCreationOptionsJSON). */
export const NewPasskeyOptions = z.object({
  challenge: z.string(),
  rp: z.object({ id: z.string(), name: z.string() }),
  user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
  pubKeyCredParams: z.array(z.object({ alg: z.int(), type: z.literal('public-key') })),
  timeout: z.int(),
  attestation: z.literal('none'),
  excludeCredentials: z.array(known),
  authenticatorSelection: z.object({
    residentKey: z.literal('required'),
    requireResidentKey: z.literal(true),
    userVerification: z.literal('required'),
  }),
});
export type NewPasskeyOptions = z.infer<typeof NewPasskeyOptions>;

/** What the browser is asked to sign in with. No credential is named: the person picks, and nobody learns who has one. */
export const PasskeyOptions = z.object({
  challenge: z.string(),
  rpId: z.string(),
  timeout: z.int(),
  userVerification: z.literal('required'),
});
export type PasskeyOptions = z.infer<typeof PasskeyOptions>;

export const ProvePassword = z.strictObject({ password: z.string().min(1).max(200) });
export type ProvePassword = z.infer<typeof ProvePassword>;

const Extensions = z.record(z.string().max(40), z.unknown()).optional();
const Attachment = z.enum(['platform', 'cross-platform']).optional();

export const AddPasskey = z.strictObject({
  name: PasskeyName,
  credential: z.strictObject({
    id: CredentialId,
    rawId: CredentialId,
    type: z.literal('public-key'),
    authenticatorAttachment: Attachment,
    clientExtensionResults: Extensions,
    response: z.strictObject({
      clientDataJSON: Base64Url,
      attestationObject: Base64Url,
      authenticatorData: Base64Url.optional(),
      transports: z.array(z.string().max(20)).max(8).optional(),
      publicKeyAlgorithm: z.int().optional(),
      publicKey: Base64Url.optional(),
    }),
  }),
});
export type AddPasskey = z.infer<typeof AddPasskey>;

export const RenamePasskey = z.strictObject({ name: PasskeyName });
export const AskPasskey = z.strictObject({ street: z.string().max(20).optional() });

export const SignInWithPasskey = z.strictObject({
  street: z.string().max(20).optional(),
  client: z.enum(['browser', 'program']).default('browser'),
  credential: z.strictObject({
    id: CredentialId,
    rawId: CredentialId,
    type: z.literal('public-key'),
    authenticatorAttachment: Attachment,
    clientExtensionResults: Extensions,
    response: z.strictObject({
      clientDataJSON: Base64Url,
      authenticatorData: Base64Url,
      signature: Base64Url,
      userHandle: Base64Url.optional(),
    }),
  }),
});
export type SignInWithPasskey = z.input<typeof SignInWithPasskey>;

export const passkeysProblems = {
  'passkeys.unavailable': {
    status: 409,
    'zh-Hans': '这个网址用不了通行密钥。请管理员把 PUBLIC_URL 设成域名。',
    en: 'Passkeys cannot be used at this address; PUBLIC_URL has to be a domain.',
  },
  'passkeys.not_accepted': {
    status: 401,
    'zh-Hans': '这个通行密钥没有通过，请再试一次，或用密码登录。',
    en: 'This passkey was not accepted; try again, or sign in with your password.',
  },
  'passkeys.not_added': {
    status: 422,
    'zh-Hans': '通行密钥没有加上，请再试一次。',
    en: 'The passkey was not added; please try again.',
  },
  'passkeys.not_found': { status: 404, 'zh-Hans': '没有找到这个通行密钥。', en: 'This passkey was not found.' },
  'passkeys.too_many': {
    status: 409,
    'zh-Hans': '最多 {most} 个通行密钥，先去掉一个。',
    en: 'At most {most} passkeys; remove one first.',
  },
} as const;
