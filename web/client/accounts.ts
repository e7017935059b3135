import type { z } from 'zod';
import type {
  ChangePassword,
  DemoPeople,
  Me,
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
