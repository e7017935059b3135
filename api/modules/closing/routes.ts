import { Case } from '../../../contract/cases.ts';
import { ArchiveCase } from '../../../contract/closing.ts';
import { IdParams } from '../../../contract/wire.ts';
import { type AnyRoute, route } from '../../kernel/route.ts';
import type { World } from '../../kernel/world.ts';
import { caseView } from '../cases/index.ts';
import { archiveCase } from './actions.ts';

export function closingRoutes(world: World): AnyRoute[] {
  return [
    route({
      method: 'POST',
      path: '/cases/:id/archiving',
      summary: 'Put a case away that is over',
      permission: 'case.archive',
      params: IdParams,
      body: ArchiveCase,
      reply: Case,
      status: 201,
      etag: true,
      ifMatch: 'optional',
      problems: ['cases.not_found', 'cases.not_yours_to_move', 'cases.illegal_move'],
      handle: async (call) => {
        await archiveCase(call, world, call.params.id, call.version);
        return caseView(call, world, call.params.id);
      },
    }),
  ];
}
