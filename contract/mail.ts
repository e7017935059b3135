import { z } from 'zod';
import { Instant } from './wire.ts';

/** What a notice is about for the person it goes to: a matter of their own, their work, their account. */
export const MailTopic = z.enum(['own', 'work', 'account']);
export type MailTopic = z.infer<typeof MailTopic>;
const Topics = z.array(MailTopic).max(3);

/** How notices come to somebody by e-mail. Addresses are masked. */
export const MailSettings = z.object({
  /** False where the street office has no mail server: then there is nothing to set. */
  offered: z.boolean(),
  address: z.string().nullable(),
  topics: Topics,
  /** An address that a code was sent to, until when the code is good. */
  waiting: z.object({ address: z.string(), until: Instant }).nullable(),
  /** Letters given up in the last 30 days, and when the last one was. */
  failed: z.object({ count: z.int(), at: Instant }).nullable(),
});
export type MailSettings = z.infer<typeof MailSettings>;

export const StartMail = z.strictObject({ address: z.email().max(200) });
export type StartMail = z.infer<typeof StartMail>;
export const ConfirmMail = z.strictObject({ code: z.string().trim().min(6).max(20) });
export type ConfirmMail = z.infer<typeof ConfirmMail>;
export const ChooseMail = z.strictObject({ topics: Topics });
export type ChooseMail = z.infer<typeof ChooseMail>;

/** The token stands in every letter and does nothing but end the letters. */
export const StopMail = z.strictObject({ token: z.string().min(10).max(200) });
export type StopMail = z.infer<typeof StopMail>;

export const mailProblems = {
  'mail.not_offered': {
    status: 409,
    'zh-Hans': '这里还不能发邮件。',
    en: 'No e-mail can be sent from here yet.',
  },
  'mail.too_many_codes': {
    status: 429,
    'zh-Hans': '验证码发得太多了，请过一小时再试。',
    en: 'Too many codes were sent; please try again in an hour.',
  },
  'mail.wrong_code': {
    status: 422,
    'zh-Hans': '验证码不对，或者过了时间。',
    en: 'The code is not right, or it is out of date.',
  },
  'mail.no_address': {
    status: 409,
    'zh-Hans': '还没有确认过的邮箱。',
    en: 'There is no confirmed e-mail address.',
  },
  'mail.bad_token': {
    status: 404,
    'zh-Hans': '这个退订链接不对，请登录后在“我的”里关掉。',
    en: 'This link is not right; please sign in and turn e-mail off there.',
  },
} as const;
