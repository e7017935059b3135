import type { z } from 'zod';
import { ProposedDeadline } from '../../../contract/deadlines.ts';
import * as contract from '../../../contract/handling.ts';
import { IdParams } from '../../../contract/wire.ts';
import { type AnyRoute, route } from '../../kernel/route.ts';
import type { World } from '../../kernel/world.ts';
import { caseVerb } from '../cases/index.ts';
import * as actions from './actions.ts';
import { proposedDeadline } from './reports.ts';

export function handlingRoutes(world: World): AnyRoute[] {
  const verb = <B extends z.ZodType>(
    noun: string,
    summary: string,
    permission: string,
    body: B,
    act: Parameters<typeof caseVerb<B>>[2],
  ) => caseVerb(world, { noun, summary, permission, body, problems: ['cases.unknown_photo'] }, act);

  return [
    route({
      method: 'GET',
      path: '/cases/:id/proposed-deadline',
      summary: 'By when the case would be due if it were assigned now',
      permission: 'case.assign',
      params: IdParams,
      reply: ProposedDeadline,
      problems: ['cases.not_found', 'cases.not_yours_to_move', 'cases.illegal_move'],
      handle: (call) => proposedDeadline(call, world, call.params.id),
    }),
    verb('acceptance', 'Accept', 'case.accept', contract.Empty, (call) =>
      actions.acceptCase(call, world, call.params.id, call.version),
    ),
    verb('refusal', 'Refuse, with the reason', 'case.refuse', contract.RefuseCase, (call) =>
      actions.refuseCase(call, world, call.params.id, call.body.reason, call.version),
    ),
    verb('assignments', 'Give it to a body with a deadline', 'case.assign', contract.AssignCase, (call) =>
      actions.assignCase(call, world, call.params.id, call.body, call.version),
    ),
    verb('receipt', 'Sign for it', 'case.sign', contract.Empty, (call) =>
      actions.signForCase(call, world, call.params.id, call.version),
    ),
    verb('notes', 'Write a note, among staff or to the raiser', 'case.note', contract.NoteCase, (call) =>
      actions.noteCase(call, world, call.params.id, call.body),
    ),
    verb('resolution', 'Say what was done', 'case.resolve', contract.ResolveCase, (call) =>
      actions.resolveCase(call, world, call.params.id, call.body, call.version),
    ),
    verb('confirmation', 'Say whether it is solved', 'case.confirm', contract.ConfirmCase, (call) =>
      actions.confirmCase(call, world, call.params.id, call.body, call.version),
    ),
    verb('reopening', 'Open it again', 'case.reopen', contract.ReopenCase, (call) =>
      actions.reopenCase(call, world, call.params.id, call.body.words, call.version),
    ),
  ];
}
