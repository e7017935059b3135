import type { Account, CreateAccount, CreateGrant, Session } from '../../contract/accounts.ts';
import type { AccountDetail, AccountEvent, CreateRole, RenameRole, RoleDetail } from '../../contract/roles.ts';
import { call } from './http.ts';

export interface AccountFilter {
  q?: string;
  role?: string;
  area?: string;
}
type Page<T> = { items: T[]; nextCursor: string | null };
type Roles = { roles: RoleDetail[] };

export const listAccounts = (query: AccountFilter & { cursor?: string } = {}) =>
  call<Page<Account>>('GET', '/accounts', { query: { ...query } });
export const getAccount = (id: string) => call<AccountDetail>('GET', `/accounts/${id}`);
export const createAccount = (body: CreateAccount) => call<AccountDetail>('POST', '/accounts', { body });
export const grantRole = (accountId: string, body: CreateGrant) =>
  call<AccountDetail>('POST', `/accounts/${accountId}/grants`, { body });
export const endGrant = (accountId: string, grantId: string) =>
  call<void>('DELETE', `/accounts/${accountId}/grants/${grantId}`);
export const suspendAccount = (id: string) => call<AccountDetail>('POST', `/accounts/${id}/suspension`);
export const reinstateAccount = (id: string) => call<void>('DELETE', `/accounts/${id}/suspension`);
export const resetPassword = (id: string) => call<{ password: string }>('POST', `/accounts/${id}/password-resets`);
export const resetSecondStep = (id: string) => call<void>('POST', `/accounts/${id}/second-step-resets`);
export const listSessionsOf = (id: string) => call<{ sessions: Session[] }>('GET', `/accounts/${id}/sessions`);
export const endSessionOf = (id: string, sessionId: string) =>
  call<void>('DELETE', `/accounts/${id}/sessions/${sessionId}`);
export const listEventsOf = (id: string, cursor?: string) =>
  call<Page<AccountEvent>>('GET', `/accounts/${id}/events`, { query: { cursor, limit: 15 } });

export const listRoles = () => call<Roles>('GET', '/roles');
export const createRole = (body: CreateRole) => call<Roles>('POST', '/roles', { body });
export const renameRole = (id: string, body: RenameRole) => call<Roles>('PATCH', `/roles/${id}`, { body });
export const retireRole = (id: string) => call<void>('POST', `/roles/${id}/retirement`);
