import { z } from 'zod';
import * as contract from '../../../contract/accounts.ts';
import { IdParams } from '../../../contract/wire.ts';
import { type AnyRoute, openRoute, route } from '../../kernel/route.ts';
import { dropToken, keepToken } from '../../kernel/session-cookie.ts';
import type { World } from '../../kernel/world.ts';
import * as actions from './actions.ts';
import { demonstrationPeople, meView, sessionList, signedIn, standingView, streetsView, tenantFor } from './reports.ts';

/** Any session may ask where it stands and sign out, whatever it has to do first. */
const anyHold = ['accounts.code_needed', 'accounts.password_change_needed', 'accounts.second_step_needed'];
const weakPassword = [
  'accounts.password_short',
  'accounts.password_plain',
  'accounts.password_known',
  'accounts.password_holds_login',
  'accounts.password_same',
];

export function accountsRoutes(world: World): AnyRoute[] {
  return [
    openRoute({
      method: 'GET',
      path: '/streets',
      summary: 'The streets this server holds, for the sign-in page',
      access: 'public',
      reply: contract.Streets,
      handle: () => streetsView(world),
    }),
    openRoute({
      method: 'GET',
      path: '/demo/people',
      summary: 'The demonstration people; only in demonstration mode',
      access: 'public',
      reply: contract.DemoPeople,
      problems: ['accounts.not_demonstration'],
      handle: ({ language, now }) => demonstrationPeople(world, language, now),
    }),
    openRoute({
      method: 'POST',
      path: '/sessions',
      summary: 'Sign in',
      access: 'public',
      body: contract.SignIn,
      reply: contract.SignedIn,
      status: 201,
      problems: ['accounts.sign_in_failed', 'accounts.too_many_tries', 'accounts.unknown_street'],
      async handle({ body, request, reply, language }) {
        const tenantId = await tenantFor(world, body.street);
        const { login, password, client } = body;
        const device = request.headers['user-agent'] ?? '';
        const token = await actions.signIn(world, { tenantId, login, password, address: request.ip, device });
        const answer = await signedIn(world, token, language);
        if (client === 'program') return { ...answer, token };
        keepToken(reply, token, world.config.publicUrl);
        return answer;
      },
    }),
    route({
      method: 'GET',
      path: '/sessions/current',
      summary: 'Where my session stands: open, or what it has to do first',
      permission: 'signed_in',
      openTo: anyHold,
      reply: contract.Standing,
      handle: ({ tx, actor }) => standingView(tx, actor),
    }),
    route({
      method: 'GET',
      path: '/sessions',
      summary: 'My sessions',
      permission: 'signed_in',
      reply: z.object({ sessions: z.array(contract.Session) }),
      handle: async ({ tx, actor, now }) => ({ sessions: await sessionList(tx, actor, now) }),
    }),
    openRoute({
      method: 'DELETE',
      path: '/sessions/current',
      summary: 'Sign out',
      access: 'signed_in',
      openTo: anyHold,
      status: 204,
      reply: z.null(),
      async handle({ actor, reply, language, now }) {
        if (actor) {
          const { tenantId, accountId, sessionId } = actor;
          await world.db.transaction({ tenantId, accountId, reach: [] }, (tx) =>
            actions.endSession({ tx, actor, now, language }, world, sessionId),
          );
        }
        dropToken(reply, world.config.publicUrl);
        return null;
      },
    }),
    route({
      method: 'DELETE',
      path: '/sessions/:id',
      summary: 'End one of my sessions',
      permission: 'signed_in',
      params: IdParams,
      reply: z.null(),
      status: 204,
      problems: ['accounts.session_not_found'],
      handle: async (call) => {
        await actions.endSession(call, world, call.params.id);
        return null;
      },
    }),
    route({
      method: 'GET',
      path: '/me',
      summary: 'Who I am and what I may',
      permission: 'signed_in',
      reply: contract.Me,
      handle: ({ tx, actor, language }) => meView(tx, world, actor, language),
    }),
    route({
      method: 'PATCH',
      path: '/me',
      summary: 'My language and 长辈版',
      permission: 'signed_in',
      body: contract.UpdateMe,
      reply: contract.Me,
      handle: async (call) => {
        await actions.updateMe(call, world, call.body);
        return meView(call.tx, world, call.actor, call.language);
      },
    }),
    route({
      method: 'POST',
      path: '/me/password-changes',
      summary: 'Change my password; other sessions end',
      permission: 'signed_in',
      body: contract.ChangePassword,
      reply: z.null(),
      status: 204,
      openTo: ['accounts.password_change_needed'],
      problems: ['accounts.wrong_password', 'accounts.too_many_tries', ...weakPassword],
      handle: async (call) => {
        await actions.changePassword(call, world, call.body);
        return null;
      },
    }),
  ];
}
