import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { areasProblems } from '../../../contract/areas.ts';
import { GazetteerImportQuery, GazetteerOutcome, GazetteerQuery } from '../../../contract/gazetteer.ts';
import { contextOf } from '../../kernel/actor.ts';
import { appendEvent } from '../../kernel/audit.ts';
import { fail } from '../../kernel/problem.ts';
import { kernelProblems } from '../../kernel/problems.ts';
import { type AnyRoute, openRoute } from '../../kernel/route.ts';
import { inFolder, withUpload, workbookType } from '../../kernel/workbook-files.ts';
import type { World } from '../../kernel/world.ts';
import { areaById, reachesArea } from '../areas/index.ts';
import { importGazetteer } from './actions.ts';
import { exportGazetteer } from './reports.ts';

export function gazetteerRoutes(world: World): AnyRoute[] {
  return [
    openRoute({
      method: 'GET',
      path: '/area-exports',
      summary: 'The tree below an area as a workbook',
      access: 'area.export',
      query: GazetteerQuery,
      produces: workbookType,
      problems: ['areas.not_found', 'areas.not_yours'],
      async handle({ actor, scope, language, now, query, reply }) {
        if (!actor || !scope) throw fail(kernelProblems, 'request.unauthenticated');
        const bytes = await inFolder((folder) =>
          world.db.transaction(contextOf(actor), async (tx) => {
            const area = await areaById(tx, query.area ?? scope.communities[0] ?? actor.tenantId);
            if (!area) throw fail(areasProblems, 'areas.not_found');
            if (!reachesArea(scope, area)) throw fail(areasProblems, 'areas.not_yours');
            const file = path.join(folder, 'areas.xlsx');
            const rows = await exportGazetteer(tx, { file, areaId: area.id, areaName: area.name, language, now });
            const about = { subjectKind: 'account', subjectId: actor.accountId, at: now };
            appendEvent(tx, { ...about, verb: 'export_areas', data: { rows, area: area.id } });
            return readFile(file);
          }),
        );
        return reply
          .header('content-type', workbookType)
          .header('content-disposition', `attachment; filename="areas.xlsx"`)
          .header('cache-control', 'no-store')
          .send(bytes);
      },
    }),
    openRoute({
      method: 'POST',
      path: '/area-imports',
      summary: 'A workbook of areas (multipart, field `file`): judged, and written unless it is a dry run',
      access: 'area.import',
      query: GazetteerImportQuery,
      reply: GazetteerOutcome,
      status: 201,
      consumes: 'multipart/form-data',
      problems: ['file.missing', 'gazetteer.unreadable', 'gazetteer.columns_missing'],
      async handle({ actor, language, now, query, request }) {
        if (!actor) throw fail(kernelProblems, 'request.unauthenticated');
        return withUpload(request, (file, folder) => {
          const wanted = {
            ...{ file, returnedFile: path.join(folder, 'returned.xlsx'), now },
            language: language === 'en' ? ('en' as const) : ('zh-Hans' as const),
            dryRun: query.dryRun === 'true',
          };
          return world.db.transaction(contextOf(actor), (tx) => importGazetteer(tx, wanted));
        });
      },
    }),
  ];
}
