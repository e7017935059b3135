import { z } from 'zod';
import * as contract from '../../../contract/mail.ts';
import { type AnyRoute, openRoute, route } from '../../kernel/route.ts';
import type { World } from '../../kernel/world.ts';
import * as actions from './actions.ts';
import { mailView } from './reports.ts';

export function mailRoutes(world: World): AnyRoute[] {
  return [
    route({
      method: 'GET',
      path: '/me/mail',
      summary: 'How notices come to me by e-mail',
      permission: 'signed_in',
      reply: contract.MailSettings,
      handle: ({ tx, now }) => mailView(tx, world, now),
    }),
    route({
      method: 'POST',
      path: '/me/mail-codes',
      summary: 'Send a code to an address that is to get my notices',
      permission: 'signed_in',
      body: contract.StartMail,
      reply: contract.MailSettings,
      status: 201,
      problems: ['mail.not_offered', 'mail.too_many_codes'],
      handle: async (call) => {
        await actions.startMail(call, world, call.body);
        return mailView(call.tx, world, call.now);
      },
    }),
    route({
      method: 'POST',
      path: '/me/mail-confirmations',
      summary: 'The code has come: the address is mine',
      permission: 'signed_in',
      body: contract.ConfirmMail,
      reply: contract.MailSettings,
      status: 201,
      problems: ['mail.wrong_code', 'accounts.too_many_tries'],
      handle: async (call) => {
        await actions.confirmMail(call, world, call.body);
        return mailView(call.tx, world, call.now);
      },
    }),
    route({
      method: 'PATCH',
      path: '/me/mail',
      summary: 'Choose which notices come by e-mail as well',
      permission: 'signed_in',
      body: contract.ChooseMail,
      reply: contract.MailSettings,
      problems: ['mail.no_address'],
      handle: async (call) => {
        await actions.chooseMail(call, call.body);
        return mailView(call.tx, world, call.now);
      },
    }),
    route({
      method: 'DELETE',
      path: '/me/mail',
      summary: 'Forget my e-mail address',
      permission: 'signed_in',
      reply: z.null(),
      status: 204,
      problems: ['mail.no_address'],
      handle: async (call) => {
        await actions.forgetMail(call);
        return null;
      },
    }),
    openRoute({
      method: 'POST',
      path: '/mail-unsubscriptions',
      summary: 'End the letters, with the token that stands in each',
      access: 'public',
      body: contract.StopMail,
      reply: z.null(),
      status: 204,
      problems: ['mail.bad_token'],
      handle: async ({ body, now }) => {
        await actions.stopMail(world, body.token, now);
        return null;
      },
    }),
  ];
}
