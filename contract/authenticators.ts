import { z } from 'zod';
import { Instant } from './wire.ts';

/** Six digits from the app, or one of the recovery codes. */
export const Code = z.string().trim().min(6).max(20);
const Password = z.string().min(1).max(200);

/** How somebody's second step is set up. */
export const SecondStep = z.object({
  totpSince: Instant.nullable(),
  recoveryCodesLeft: z.int(),
  /** Their role does not go without. */
  required: z.boolean(),
});
export type SecondStep = z.infer<typeof SecondStep>;

/** The password may be left out right after signing in with it, the code where there is none yet. */
export const StartTotp = z.strictObject({ password: Password.optional(), code: Code.optional() });
export type StartTotp = z.infer<typeof StartTotp>;

/** What an app is told: as text to type, and as an address (`otpauth://`) to show as a QR code. */
export const TotpSecret = z.object({ secret: z.string(), uri: z.string() });
export type TotpSecret = z.infer<typeof TotpSecret>;

export const ProveCode = z.strictObject({ code: Code });
export type ProveCode = z.infer<typeof ProveCode>;
export const ProveBoth = z.strictObject({ password: Password, code: Code });
export type ProveBoth = z.infer<typeof ProveBoth>;

/** Shown once; each is good for one sign-in. */
export const RecoveryCodes = z.object({ codes: z.array(z.string()) });
export type RecoveryCodes = z.infer<typeof RecoveryCodes>;

export const authenticatorsProblems = {
  'authenticators.wrong_code': {
    status: 422,
    'zh-Hans': '验证码不对，或者已经用过。等手机上换了新的码再试。',
    en: 'The code is not right, or it was used already; wait for the next one.',
  },
  'authenticators.not_started': {
    status: 409,
    'zh-Hans': '这次设置已经过时，请从头再来。',
    en: 'This setup is out of date; please begin again.',
  },
  'authenticators.not_set': {
    status: 409,
    'zh-Hans': '还没有设好验证器。',
    en: 'No authenticator app is set up.',
  },
} as const;
