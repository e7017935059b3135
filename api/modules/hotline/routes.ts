import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as contract from '../../../contract/hotline.ts';
import { contextOf } from '../../kernel/actor.ts';
import { fail } from '../../kernel/problem.ts';
import { kernelProblems } from '../../kernel/problems.ts';
import { type AnyRoute, openRoute, route } from '../../kernel/route.ts';
import { usualLimits } from '../../kernel/spreadsheet.ts';
import { writeRows } from '../../kernel/spreadsheet-writer.ts';
import { inFolder, withUpload, workbookType } from '../../kernel/workbook-files.ts';
import type { World } from '../../kernel/world.ts';
import { reachesArea } from '../areas/index.ts';
import { importOrders, mappedColumns, recordReplies } from './actions.ts';
import { importsView, replyLayout, replyRows, templateLayout } from './reports.ts';

const attachment = (name: string) =>
  `attachment; filename="hotline.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}`;

export function hotlineRoutes(world: World): AnyRoute[] {
  return [
    openRoute({
      method: 'POST',
      path: '/hotline-imports',
      summary:
        'A list of the hotline (multipart, field `file`): judged, and up to 500 of its orders written unless it is a dry run',
      access: 'hotline.import',
      query: contract.HotlineImportQuery,
      reply: contract.HotlineOutcome,
      status: 201,
      consumes: 'multipart/form-data',
      problems: [
        ...['file.missing', 'areas.not_found', 'areas.not_yours', 'areas.closed'],
        ...Object.keys(contract.hotlineProblems).filter((code) => code !== 'hotline.import_not_found'),
        ...['not_a_workbook', 'old_or_encrypted', 'too_many_bytes', 'unpacks_too_large', 'has_macros'].map(
          exchangeCode,
        ),
        ...['too_many_cells', 'too_many_rows', 'damaged'].map(exchangeCode),
      ],
      async handle({ actor, scope, language, now, query, request }) {
        if (!actor || !scope) throw fail(kernelProblems, 'request.unauthenticated');
        const mapped = mappedColumns(query.map ?? []);
        const take = (file: string, folder: string) =>
          importOrders(world, contextOf(actor), {
            ...{ file, mapped, now, areaId: query.area, dryRun: query.dryRun === 'true', chunks: 1 },
            returnedFile: path.join(folder, 'returned.xlsx'),
            language: language === 'en' ? 'en' : 'zh',
            mayImport: (area) => reachesArea(scope, area),
          });
        return withUpload(request, take, usualLimits.maxBytes);
      },
    }),
    route({
      method: 'GET',
      path: '/hotline-imports',
      summary: 'The lists that came in last',
      permission: 'hotline.import',
      reply: contract.HotlineImports,
      handle: async ({ tx, scope }) => ({ imports: await importsView(tx, scope) }),
    }),
    openRoute({
      method: 'GET',
      path: '/hotline-templates',
      summary: 'An empty list with the columns that are known',
      access: 'hotline.import',
      produces: workbookType,
      handle: ({ reply }) =>
        inFolder(async (folder) => {
          const file = path.join(folder, 'template.xlsx');
          await writeRows(file, templateLayout, []);
          return reply
            .header('content-type', workbookType)
            .header('content-disposition', attachment('热线工单模板.xlsx'))
            .send(await readFile(file));
        }),
    }),
    openRoute({
      method: 'GET',
      path: '/hotline-replies',
      summary: 'What became of the orders of an import, in the columns of the hotline',
      access: 'hotline.import',
      query: contract.HotlineReplyQuery,
      produces: workbookType,
      problems: ['hotline.import_not_found'],
      async handle({ actor, scope, now, query, reply }) {
        if (!actor || !scope) throw fail(kernelProblems, 'request.unauthenticated');
        const context = contextOf(actor);
        return inFolder(async (folder) => {
          const file = path.join(folder, 'replies.xlsx');
          const rows = await writeRows(file, replyLayout, replyRows(world, context, scope, query.import));
          await world.db.transaction(context, (tx) => recordReplies(tx, query.import, rows, now));
          return reply
            .header('content-type', workbookType)
            .header('content-disposition', attachment('热线工单回填表.xlsx'))
            .header('cache-control', 'no-store')
            .send(await readFile(file));
        });
      },
    }),
  ];
}

const exchangeCode = (fault: string) => `exchange.${fault}`;
