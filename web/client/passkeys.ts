import type { SignedIn } from '../../contract/accounts.ts';
import type {
  AddPasskey,
  NewPasskeyOptions,
  Passkey,
  PasskeyOptions,
  SignInWithPasskey,
} from '../../contract/passkeys.ts';
import { call } from './http.ts';

type Passkeys = { passkeys: Passkey[] };

// Brought when somebody uses a passkey, and not before.
const browser = () => import('@simplewebauthn/browser');

/** Whether this browser, at this address, can have passkeys of the server's domain. */
export function canUsePasskeys(domain: string | null | undefined): boolean {
  if (!domain || !('PublicKeyCredential' in window)) return false;
  return location.hostname === domain || location.hostname.endsWith(`.${domain}`);
}

export const listPasskeys = () => call<Passkeys>('GET', '/me/passkeys');
export const renamePasskey = (id: string, name: string) =>
  call<Passkeys>('PATCH', `/me/passkeys/${id}`, { body: { name } });
export const removePasskey = (id: string, password: string) =>
  call<void>('POST', `/me/passkeys/${id}/removal`, { body: { password } });

/** Has the device make a passkey, which its owner opens by finger, face or PIN, and brings it to the account. */
export async function addPasskey({ name, password }: { name: string; password: string }): Promise<Passkeys> {
  const optionsJSON = await call<NewPasskeyOptions>('POST', '/me/passkey-challenges', { body: { password } });
  const { startRegistration } = await browser();
  const { id, rawId, type, response, authenticatorAttachment } = await startRegistration({
    optionsJSON: { ...optionsJSON, excludeCredentials: optionsJSON.excludeCredentials as never },
  });
  const { clientDataJSON, attestationObject, transports } = response;
  const credential = {
    id,
    rawId,
    type,
    authenticatorAttachment,
    response: { clientDataJSON, attestationObject, transports },
  };
  const body: AddPasskey = { name, credential };
  return call<Passkeys>('POST', '/me/passkeys', { body });
}

/** Signs in with a passkey the person picks; both steps in one. */
export async function signInWithPasskey(street: string | undefined): Promise<SignedIn> {
  const optionsJSON = await call<PasskeyOptions>('POST', '/passkey-challenges', { body: { street } });
  const { startAuthentication } = await browser();
  const { id, rawId, type, response, authenticatorAttachment } = await startAuthentication({ optionsJSON });
  const { clientDataJSON, authenticatorData, signature, userHandle } = response;
  const credential = {
    ...{ id, rawId, type, authenticatorAttachment },
    response: { clientDataJSON, authenticatorData, signature, userHandle },
  };
  const body: SignInWithPasskey = { street, credential, client: 'browser' };
  return call<SignedIn>('POST', '/passkey-sessions', { body });
}

/** The person closed the device's own window, or let it wait too long: nothing went wrong. */
export const wasCalledOff = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'NotAllowedError' || error.name === 'AbortError');
