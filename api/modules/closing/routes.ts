import { ArchiveCase } from '../../../contract/closing.ts';
import type { AnyRoute } from '../../kernel/route.ts';
import type { World } from '../../kernel/world.ts';
import { caseVerb } from '../cases/index.ts';
import { archiveCase } from './actions.ts';

export function closingRoutes(world: World): AnyRoute[] {
  return [
    caseVerb(
      world,
      { noun: 'archiving', summary: 'Put a case away that is over', permission: 'case.archive', body: ArchiveCase },
      (call, id) => archiveCase(call, world, id, call.version),
    ),
  ];
}
