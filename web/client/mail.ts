import type { ChooseMail, ConfirmMail, MailSettings, StartMail, StopMail } from '../../contract/mail.ts';
import { call } from './http.ts';

export const getMail = () => call<MailSettings>('GET', '/me/mail');
export const startMail = (body: StartMail) => call<MailSettings>('POST', '/me/mail-codes', { body });
export const confirmMail = (body: ConfirmMail) => call<MailSettings>('POST', '/me/mail-confirmations', { body });
export const chooseMail = (body: ChooseMail) => call<MailSettings>('PATCH', '/me/mail', { body });
export const forgetMail = () => call<void>('DELETE', '/me/mail');
export const stopMail = (body: StopMail) => call<void>('POST', '/mail-unsubscriptions', { body });
