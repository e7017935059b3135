import type { z } from 'zod';
import type {
  Account,
  ChangePassword,
  CreateAccount,
  CreateGrant,
  DemoPeople,
  Me,
  Role,
  Session,
  SignedIn,
  SignIn,
  Streets,
  UpdateMe,
} from '../../contract/accounts.ts';
import { call } from './http.ts';

export const signIn = (body: SignIn) => call<SignedIn>('POST', '/sessions', { body: { ...body, client: 'browser' } });
export const signOut = () => call<void>('DELETE', '/sessions/current');
export const listSessions = () => call<{ sessions: Session[] }>('GET', '/sessions');
export const revokeSession = (id: string) => call<void>('DELETE', `/sessions/${id}`);

export const getMe = () => call<Me>('GET', '/me');
export const updateMe = (body: UpdateMe) => call<Me>('PATCH', '/me', { body });
export const changePassword = (body: z.infer<typeof ChangePassword>) =>
  call<void>('POST', '/me/password-changes', { body });

/** Public: streets of this server, and whether it runs as a demonstration. */
export const listStreets = () => call<Streets>('GET', '/streets');
/** Public, demonstration only; elsewhere a 404. */
export const listDemoPeople = () => call<DemoPeople>('GET', '/demo/people');

export const listAccounts = (query: { q?: string; cursor?: string } = {}) =>
  call<{ items: Account[]; nextCursor: string | null }>('GET', '/accounts', { query });
export const createAccount = (body: CreateAccount) => call<Account>('POST', '/accounts', { body });
export const grantRole = (accountId: string, body: CreateGrant) =>
  call<Account>('POST', `/accounts/${accountId}/grants`, { body });
export const endGrant = (accountId: string, grantId: string) =>
  call<void>('DELETE', `/accounts/${accountId}/grants/${grantId}`);
export const suspendAccount = (accountId: string) => call<Account>('POST', `/accounts/${accountId}/suspension`);
export const listRoles = () => call<{ roles: z.infer<typeof Role>[] }>('GET', '/roles');
