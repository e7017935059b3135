import { z } from 'zod';
import * as contract from '../../../contract/accounts.ts';
import { accountsProblems } from '../../../contract/accounts.ts';
import { Cursor, Id, IdParams, Limit, page } from '../../../contract/wire.ts';
import { sessionCookie } from '../../kernel/http.ts';
import { labelIn } from '../../kernel/language.ts';
import { fail } from '../../kernel/problem.ts';
import { type AnyRoute, openRoute, route } from '../../kernel/route.ts';
import type { World } from '../../kernel/world.ts';
import * as actions from './actions.ts';
import { accountPage, accountView, demonstrationPeople, meView, rolesOf, sessionList, streetsView } from './reports.ts';

const GrantParams = z.strictObject({ id: Id, grantId: Id });

async function tenantFor(world: World, code: string | undefined): Promise<string> {
  const { streets } = await streetsView(world);
  const street = code ? streets.find((one) => one.code === code) : streets[0];
  if (!street) throw fail(accountsProblems, 'accounts.unknown_street');
  return street.id;
}

export function accountsRoutes(world: World): AnyRoute[] {
  const cookie = {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: world.config.publicUrl?.startsWith('https:') ?? false,
  } as const;
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
        const actor = await actions.findActor(world, token);
        if (!actor) throw fail(accountsProblems, 'accounts.sign_in_failed');
        const me = await world.db.transaction(actions.nobody(tenantId), (tx) => meView(tx, world, actor, language));
        if (client === 'program') return { me, token };
        reply.setCookie(sessionCookie, token, { ...cookie, maxAge: 30 * 86_400 });
        return { me };
      },
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
      status: 204,
      reply: z.null(),
      async handle({ actor, reply, language, now }) {
        if (actor) {
          const { tenantId, accountId, sessionId } = actor;
          await world.db.transaction({ tenantId, accountId, reach: [] }, (tx) =>
            actions.endSession({ tx, actor, now, language }, world, sessionId),
          );
        }
        reply.clearCookie(sessionCookie, cookie);
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
      problems: ['accounts.wrong_password', 'accounts.weak_password'],
      handle: async (call) => {
        await actions.changePassword(call, world, call.body);
        return null;
      },
    }),
    route({
      method: 'GET',
      path: '/roles',
      summary: 'The roles of this street',
      permission: 'account.read',
      reply: z.object({ roles: z.array(contract.Role) }),
      handle: async ({ tx, language }) => {
        const roles = await rolesOf(tx);
        return { roles: roles.map(({ id, roleSet, labels }) => ({ id, roleSet, name: labelIn(labels, language) })) };
      },
    }),
    route({
      method: 'GET',
      path: '/accounts',
      summary: 'People with an account, with their roles',
      permission: 'account.read',
      query: z.strictObject({
        q: z.string().trim().min(1).max(40).optional(),
        cursor: Cursor.optional(),
        limit: Limit,
      }),
      reply: page(contract.Account),
      problems: ['request.bad_cursor'],
      handle: ({ tx, query, language }) => accountPage(tx, query, language),
    }),
    route({
      method: 'POST',
      path: '/accounts',
      summary: 'Make an account',
      permission: 'account.create',
      body: contract.CreateAccount,
      reply: contract.Account,
      status: 201,
      problems: ['accounts.login_taken', 'accounts.weak_password', 'accounts.unknown_role_or_area'],
      handle: async ({ tx, body, now, language }) =>
        accountView(tx, await actions.createAccount(tx, world, body, now), language),
    }),
    route({
      method: 'POST',
      path: '/accounts/:id/grants',
      summary: 'Give a role on an area',
      permission: 'account.grant',
      params: IdParams,
      body: contract.CreateGrant,
      reply: contract.Account,
      status: 201,
      problems: ['accounts.not_found', 'accounts.unknown_role_or_area'],
      handle: async ({ tx, params, body, now, language }) => {
        await actions.grantRole(tx, world, params.id, body, now);
        return accountView(tx, params.id, language);
      },
    }),
    route({
      method: 'DELETE',
      path: '/accounts/:id/grants/:grantId',
      summary: 'End a role',
      permission: 'account.grant',
      params: GrantParams,
      reply: z.null(),
      status: 204,
      problems: ['accounts.not_found', 'accounts.own_rights'],
      handle: async (call) => {
        await actions.endGrant(call, world, call.params.id, call.params.grantId);
        return null;
      },
    }),
    route({
      method: 'POST',
      path: '/accounts/:id/suspension',
      summary: 'Close an account; its sessions end at once',
      permission: 'account.suspend',
      params: IdParams,
      reply: contract.Account,
      status: 201,
      problems: ['accounts.not_found', 'accounts.own_rights'],
      handle: async (call) => {
        await actions.suspendAccount(call, world, call.params.id);
        return accountView(call.tx, call.params.id, call.language);
      },
    }),
  ];
}
