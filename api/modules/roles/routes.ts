import { z } from 'zod';
import * as accounts from '../../../contract/accounts.ts';
import * as contract from '../../../contract/roles.ts';
import { Cursor, Id, IdParams, Limit, page } from '../../../contract/wire.ts';
import { type AnyRoute, route } from '../../kernel/route.ts';
import type { World } from '../../kernel/world.ts';
import * as actions from './actions.ts';
import { accountPage, accountView, eventPage, roleList, sessionPage } from './reports.ts';

const GrantParams = z.strictObject({ id: Id, grantId: Id });
const SessionParams = z.strictObject({ id: Id, sessionId: Id });
const weakPassword = [
  'accounts.password_short',
  'accounts.password_plain',
  'accounts.password_known',
  'accounts.password_holds_login',
];

export function rolesRoutes(world: World): AnyRoute[] {
  return [
    route({
      method: 'GET',
      path: '/accounts',
      summary: 'People with an account, with the roles they hold',
      permission: 'account.read',
      query: contract.AccountsQuery,
      reply: page(accounts.Account),
      problems: ['request.bad_cursor'],
      handle: ({ tx, query, language, now }) => accountPage(tx, query, language, now),
    }),
    route({
      method: 'POST',
      path: '/accounts',
      summary: 'Make an account; its password has to be changed at the first sign-in',
      permission: 'account.create',
      body: accounts.CreateAccount,
      reply: contract.AccountDetail,
      status: 201,
      problems: ['accounts.login_taken', 'accounts.unknown_role_or_area', ...weakPassword],
      handle: async ({ tx, body, now, language }) => {
        const id = await actions.createAccount(tx, world, { ...body, temporaryPassword: true }, now);
        return accountView(tx, world, id, language, now);
      },
    }),
    route({
      method: 'GET',
      path: '/accounts/:id',
      summary: 'One account, with all its grants and how it signs in',
      permission: 'account.read',
      params: IdParams,
      reply: contract.AccountDetail,
      problems: ['accounts.not_found'],
      handle: ({ tx, params, language, now }) => accountView(tx, world, params.id, language, now),
    }),
    route({
      method: 'GET',
      path: '/accounts/:id/events',
      summary: 'What was done to and by an account, newest first',
      permission: 'account.read',
      params: IdParams,
      query: z.strictObject({ cursor: Cursor.optional(), limit: Limit }),
      reply: page(contract.AccountEvent),
      problems: ['accounts.not_found', 'request.bad_cursor'],
      handle: ({ tx, params, query, language }) => eventPage(tx, params.id, query, language),
    }),
    route({
      method: 'POST',
      path: '/accounts/:id/grants',
      summary: 'Give a role on an area',
      permission: 'account.grant',
      params: IdParams,
      body: accounts.CreateGrant,
      reply: contract.AccountDetail,
      status: 201,
      problems: ['accounts.not_found', 'accounts.unknown_role_or_area', 'roles.period_reversed'],
      handle: async ({ tx, params, body, now, language }) => {
        await actions.grantRole(tx, world, params.id, body, now);
        return accountView(tx, world, params.id, language, now);
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
      problems: ['accounts.not_found', 'accounts.own_rights', 'roles.last_administrator'],
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
      reply: contract.AccountDetail,
      status: 201,
      problems: ['accounts.not_found', 'accounts.own_rights', 'roles.last_administrator'],
      handle: async (call) => {
        await actions.suspendAccount(call, world, call.params.id);
        return accountView(call.tx, world, call.params.id, call.language, call.now);
      },
    }),
    route({
      method: 'DELETE',
      path: '/accounts/:id/suspension',
      summary: 'Open a suspended account again',
      permission: 'account.suspend',
      params: IdParams,
      reply: z.null(),
      status: 204,
      problems: ['accounts.not_found'],
      handle: async (call) => {
        await actions.reinstateAccount(call, world, call.params.id);
        return null;
      },
    }),
    route({
      method: 'POST',
      path: '/accounts/:id/password-resets',
      summary: 'A one-time password to hand over; sessions end, the second step stays',
      permission: 'account.reset',
      params: IdParams,
      reply: contract.OneTimePassword,
      status: 201,
      problems: ['accounts.not_found', 'roles.not_on_yourself'],
      handle: async (call) => ({ password: await actions.resetPassword(call, world, call.params.id) }),
    }),
    route({
      method: 'GET',
      path: '/accounts/:id/sessions',
      summary: 'Where somebody is signed in',
      permission: 'account.reset',
      params: IdParams,
      reply: z.object({ sessions: z.array(accounts.Session) }),
      problems: ['accounts.not_found'],
      handle: async ({ tx, actor, params, now }) => ({ sessions: await sessionPage(tx, actor, params.id, now) }),
    }),
    route({
      method: 'DELETE',
      path: '/accounts/:id/sessions/:sessionId',
      summary: 'Sign somebody out on one device',
      permission: 'account.reset',
      params: SessionParams,
      reply: z.null(),
      status: 204,
      problems: ['accounts.session_not_found'],
      handle: async (call) => {
        await actions.endSessionOf(call, world, call.params.id, call.params.sessionId);
        return null;
      },
    }),
    ...roleRoutes(),
  ];
}

const Roles = z.object({ roles: z.array(contract.RoleDetail) });

function roleRoutes(): AnyRoute[] {
  return [
    route({
      method: 'GET',
      path: '/roles',
      summary: 'The roles of this street, the retired ones too',
      permission: 'account.read',
      reply: Roles,
      handle: async ({ tx, language, now }) => ({ roles: await roleList(tx, language, now) }),
    }),
    route({
      method: 'POST',
      path: '/roles',
      summary: 'Name a role over one of the fixed permission sets',
      permission: 'role.keep',
      body: contract.CreateRole,
      reply: Roles,
      status: 201,
      problems: ['roles.name_taken'],
      handle: async (call) => {
        await actions.createRole(call, call.body);
        return { roles: await roleList(call.tx, call.language, call.now) };
      },
    }),
    route({
      method: 'PATCH',
      path: '/roles/:id',
      summary: 'Rename a role, for everybody who holds it',
      permission: 'role.keep',
      params: IdParams,
      body: contract.RenameRole,
      reply: Roles,
      problems: ['roles.not_found', 'roles.name_taken'],
      handle: async (call) => {
        await actions.renameRole(call, call.params.id, call.body);
        return { roles: await roleList(call.tx, call.language, call.now) };
      },
    }),
    route({
      method: 'POST',
      path: '/roles/:id/retirement',
      summary: 'Take a role that nobody holds off the list',
      permission: 'role.keep',
      params: IdParams,
      reply: z.null(),
      status: 204,
      problems: ['roles.not_found', 'roles.in_use'],
      handle: async (call) => {
        await actions.retireRole(call, call.params.id);
        return null;
      },
    }),
  ];
}
