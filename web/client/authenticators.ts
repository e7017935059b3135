import type { SignedIn, Standing } from '../../contract/accounts.ts';
import type {
  ProveBoth,
  ProveCode,
  RecoveryCodes,
  SecondStep,
  StartTotp,
  TotpSecret,
} from '../../contract/authenticators.ts';
import { call } from './http.ts';

/** Where the session stands: open, or what it has to do first. */
export const getStanding = () => call<Standing>('GET', '/sessions/current');
export const passSecondStep = (body: ProveCode) => call<SignedIn>('POST', '/sessions/current/second-step', { body });

export const getSecondStep = () => call<SecondStep>('GET', '/me/second-step');
export const startTotp = (body: StartTotp) => call<TotpSecret>('POST', '/me/authenticator-setups', { body });
export const confirmTotp = (body: ProveCode) => call<RecoveryCodes>('POST', '/me/authenticator', { body });
export const removeTotp = (body: ProveBoth) => call<void>('POST', '/me/authenticator-removal', { body });
export const renewRecoveryCodes = (body: ProveBoth) => call<RecoveryCodes>('POST', '/me/recovery-codes', { body });
