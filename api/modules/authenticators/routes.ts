import { z } from 'zod';
import { SignedIn } from '../../../contract/accounts.ts';
import * as contract from '../../../contract/authenticators.ts';
import { IdParams } from '../../../contract/wire.ts';
import { type Actor, contextOf } from '../../kernel/actor.ts';
import { tokenOf } from '../../kernel/http.ts';
import { type AnyRoute, openRoute, route } from '../../kernel/route.ts';
import type { World } from '../../kernel/world.ts';
import { signedIn } from '../accounts/index.ts';
import { otherAccount } from '../roles/index.ts';
import * as actions from './actions.ts';
import { secondStepView } from './reports.ts';

const settingUp = ['accounts.second_step_needed'];
const notProved = ['authenticators.wrong_code', 'accounts.wrong_password', 'accounts.too_many_tries'];

export function authenticatorsRoutes(world: World): AnyRoute[] {
  return [
    openRoute({
      method: 'POST',
      path: '/sessions/current/second-step',
      summary: 'The second step of signing in: a code of the app, or a recovery code',
      access: 'signed_in',
      openTo: ['accounts.code_needed'],
      body: contract.ProveCode,
      reply: SignedIn,
      status: 201,
      problems: ['authenticators.wrong_code', 'accounts.too_many_tries'],
      async handle({ actor, body, language, now, request }) {
        const asker = actor as Actor;
        await world.db.transaction(contextOf(asker), (tx) =>
          actions.passSecondStep({ tx, actor: asker, language, now }, world, body),
        );
        return signedIn(world, tokenOf(request)?.token ?? '', language);
      },
    }),
    route({
      method: 'GET',
      path: '/me/second-step',
      summary: 'How my second step is set up',
      permission: 'signed_in',
      reply: contract.SecondStep,
      handle: ({ tx, actor }) => secondStepView(tx, world, actor),
    }),
    route({
      method: 'POST',
      path: '/me/authenticator-setups',
      summary: 'Begin to set up an app that shows codes',
      permission: 'signed_in',
      openTo: settingUp,
      body: contract.StartTotp,
      reply: contract.TotpSecret,
      status: 201,
      problems: notProved,
      handle: (call) => actions.startTotp(call, world, call.body),
    }),
    route({
      method: 'POST',
      path: '/me/authenticator',
      summary: 'The app has shown this code: from now on it counts',
      permission: 'signed_in',
      openTo: settingUp,
      body: contract.ProveCode,
      reply: contract.RecoveryCodes,
      status: 201,
      problems: ['authenticators.wrong_code', 'authenticators.not_started', 'accounts.too_many_tries'],
      handle: async (call) => ({ codes: await actions.confirmTotp(call, world, call.body) }),
    }),
    route({
      method: 'POST',
      path: '/me/authenticator-removal',
      summary: 'Sign in without the app from now on, where the role allows it',
      permission: 'signed_in',
      body: contract.ProveBoth,
      reply: z.null(),
      status: 204,
      problems: ['authenticators.not_set', ...notProved],
      handle: async (call) => {
        await actions.removeTotp(call, world, call.body);
        return null;
      },
    }),
    route({
      method: 'POST',
      path: '/me/recovery-codes',
      summary: 'Ten new recovery codes; the old ones end',
      permission: 'signed_in',
      body: contract.ProveBoth,
      reply: contract.RecoveryCodes,
      status: 201,
      problems: ['authenticators.not_set', ...notProved],
      handle: async (call) => ({ codes: await actions.renewRecoveryCodes(call, world, call.body) }),
    }),
    route({
      method: 'POST',
      path: '/accounts/:id/second-step-resets',
      summary: 'Take away the second step of somebody who lost it; they are told',
      permission: 'account.reset',
      params: IdParams,
      reply: z.null(),
      status: 204,
      problems: ['accounts.not_found', 'roles.not_on_yourself'],
      handle: async ({ tx, actor, params, now }) => {
        await otherAccount(tx, actor.accountId, params.id);
        await actions.resetSecondStep(tx, world, params.id, now);
        return null;
      },
    }),
  ];
}
