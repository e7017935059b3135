import { z } from 'zod';
import { SignedIn } from '../../../contract/accounts.ts';
import * as contract from '../../../contract/passkeys.ts';
import { IdParams } from '../../../contract/wire.ts';
import { type AnyRoute, openRoute, route } from '../../kernel/route.ts';
import { keepToken } from '../../kernel/session-cookie.ts';
import type { World } from '../../kernel/world.ts';
import { signedIn, tenantFor } from '../accounts/index.ts';
import * as actions from './actions.ts';
import { passkeyList } from './reports.ts';

const Passkeys = z.object({ passkeys: z.array(contract.Passkey) });
const notProved = ['accounts.wrong_password', 'accounts.too_many_tries'];

export function passkeysRoutes(world: World): AnyRoute[] {
  return [
    openRoute({
      method: 'POST',
      path: '/passkey-challenges',
      summary: 'What a browser needs to sign in with a passkey',
      access: 'public',
      body: contract.AskPasskey,
      reply: contract.PasskeyOptions,
      status: 201,
      problems: ['passkeys.unavailable', 'accounts.unknown_street'],
      handle: async ({ body, now }) => actions.askForPasskey(world, await tenantFor(world, body.street), now),
    }),
    openRoute({
      method: 'POST',
      path: '/passkey-sessions',
      summary: 'Sign in with a passkey',
      access: 'public',
      body: contract.SignInWithPasskey,
      reply: SignedIn,
      status: 201,
      problems: ['passkeys.unavailable', 'passkeys.not_accepted', 'accounts.unknown_street'],
      async handle({ body, request, reply, language }) {
        const { street, credential, client } = body;
        const device = request.headers['user-agent'] ?? '';
        const token = await actions.signInWithPasskey(world, await tenantFor(world, street), credential, device);
        const answer = await signedIn(world, token, language);
        if (client === 'program') return { ...answer, token };
        keepToken(reply, token, world.config.publicUrl);
        return answer;
      },
    }),
    route({
      method: 'GET',
      path: '/me/passkeys',
      summary: 'My passkeys',
      permission: 'signed_in',
      reply: Passkeys,
      handle: async ({ tx, actor }) => ({ passkeys: await passkeyList(tx, actor.accountId) }),
    }),
    route({
      method: 'POST',
      path: '/me/passkey-challenges',
      summary: 'What a browser needs to make a passkey',
      permission: 'signed_in',
      body: contract.ProvePassword,
      reply: contract.NewPasskeyOptions,
      status: 201,
      problems: ['passkeys.unavailable', 'passkeys.too_many', ...notProved],
      handle: (call) => actions.askForNewPasskey(call, world, call.body.password),
    }),
    route({
      method: 'POST',
      path: '/me/passkeys',
      summary: 'Add the passkey a browser has made',
      permission: 'signed_in',
      body: contract.AddPasskey,
      reply: Passkeys,
      status: 201,
      problems: ['passkeys.unavailable', 'passkeys.not_added'],
      handle: async (call) => {
        await actions.addPasskey(call, world, call.body);
        return { passkeys: await passkeyList(call.tx, call.actor.accountId) };
      },
    }),
    route({
      method: 'PATCH',
      path: '/me/passkeys/:id',
      summary: 'Give a passkey another name',
      permission: 'signed_in',
      params: IdParams,
      body: contract.RenamePasskey,
      reply: Passkeys,
      problems: ['passkeys.not_found'],
      handle: async (call) => {
        await actions.renamePasskey(call, call.params.id, call.body.name);
        return { passkeys: await passkeyList(call.tx, call.actor.accountId) };
      },
    }),
    route({
      method: 'POST',
      path: '/me/passkeys/:id/removal',
      summary: 'Remove a passkey; it opens nothing any more',
      permission: 'signed_in',
      params: IdParams,
      body: contract.ProvePassword,
      reply: z.null(),
      status: 204,
      problems: ['passkeys.not_found', ...notProved],
      handle: async (call) => {
        await actions.removePasskey(call, world, call.params.id, call.body.password);
        return null;
      },
    }),
  ];
}
