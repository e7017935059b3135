import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as contract from '../../../contract/categories.ts';
import { IdParams } from '../../../contract/wire.ts';
import { contextOf } from '../../kernel/actor.ts';
import { appendEvent } from '../../kernel/audit.ts';
import { fail } from '../../kernel/problem.ts';
import { kernelProblems } from '../../kernel/problems.ts';
import { type AnyRoute, openRoute, route } from '../../kernel/route.ts';
import { inFolder, withUpload, workbookType } from '../../kernel/workbook-files.ts';
import type { World } from '../../kernel/world.ts';
import * as actions from './actions.ts';
import { exportTree, treeView } from './reports.ts';
import { importTree } from './sync.ts';

export function categoriesRoutes(world: World): AnyRoute[] {
  const one = {
    permission: 'category.write',
    params: IdParams,
    reply: contract.CategoryNode,
    etag: true,
    ifMatch: 'required' as const,
  };
  return [
    route({
      method: 'GET',
      path: '/case-categories/tree',
      summary: 'The tree of categories as those see it who keep it, ended ones too',
      permission: 'category.read',
      reply: contract.CategoryTree,
      handle: (call) => treeView(call, world),
    }),
    route({
      method: 'POST',
      path: '/case-categories',
      summary: 'Add a category',
      permission: 'category.write',
      body: contract.AddCategory,
      reply: contract.CategoryNode,
      status: 201,
      etag: true,
      problems: [
        'categories.unknown_place',
        'categories.parent_ended',
        'categories.name_taken',
        'categories.number_without_danger',
        'deadlines.unknown_class',
      ],
      handle: (call) => actions.addCategory(call, world, call.body),
    }),
    route({
      ...one,
      method: 'PATCH',
      path: '/case-categories/:id',
      summary: 'Change names, danger, number to call, deadline of a category',
      body: contract.EditCategory,
      problems: [
        'categories.not_found',
        'categories.name_taken',
        'categories.number_without_danger',
        'deadlines.unknown_class',
      ],
      handle: (call) => actions.editCategory(call, world, call.params.id, call.body, call.version),
    }),
    route({
      ...one,
      method: 'POST',
      path: '/case-categories/:id/placement',
      summary: 'Put a category under another, or elsewhere among those beside it',
      body: contract.PlaceCategory,
      status: 201,
      problems: [
        'categories.not_found',
        'categories.below_itself',
        'categories.unknown_place',
        'categories.parent_ended',
        'categories.name_taken',
      ],
      handle: (call) => actions.placeCategory(call, world, call.params.id, call.body, call.version),
    }),
    route({
      ...one,
      method: 'POST',
      path: '/case-categories/:id/ending',
      summary: 'No longer offer a category and what stands under it',
      status: 201,
      problems: ['categories.not_found', 'categories.ended'],
      handle: (call) => actions.endCategory(call, world, call.params.id, call.version),
    }),
    route({
      ...one,
      method: 'POST',
      path: '/case-categories/:id/reinstatement',
      summary: 'Offer a category again, with what was ended together with it',
      status: 201,
      problems: ['categories.not_found', 'categories.in_use', 'categories.parent_ended', 'categories.name_taken'],
      handle: (call) => actions.reinstateCategory(call, world, call.params.id, call.version),
    }),
    openRoute({
      method: 'GET',
      path: '/category-exports',
      summary: 'The categories as a workbook, a column for each level',
      access: 'category.read',
      produces: workbookType,
      async handle({ actor, language, now, reply }) {
        if (!actor) throw fail(kernelProblems, 'request.unauthenticated');
        const bytes = await inFolder((folder) =>
          world.db.transaction(contextOf(actor), async (tx) => {
            const file = path.join(folder, 'categories.xlsx');
            const rows = await exportTree(tx, file, language);
            const about = { subjectKind: 'account', subjectId: actor.accountId, at: now };
            appendEvent(tx, { ...about, verb: 'export_categories', data: { rows } });
            return readFile(file);
          }),
        );
        return reply
          .header('content-type', workbookType)
          .header('content-disposition', 'attachment; filename="categories.xlsx"')
          .header('cache-control', 'no-store')
          .send(bytes);
      },
    }),
    openRoute({
      method: 'POST',
      path: '/category-imports',
      summary: 'A workbook of categories (multipart, field `file`): judged, and written unless it is a dry run',
      access: 'category.write',
      query: contract.CategoryImportQuery,
      reply: contract.CategoryOutcome,
      status: 201,
      consumes: 'multipart/form-data',
      problems: ['file.missing', 'categories.unreadable', 'categories.columns_missing'],
      async handle({ actor, language, now, query, request }) {
        if (!actor) throw fail(kernelProblems, 'request.unauthenticated');
        return withUpload(request, (file, folder) => {
          const wanted = {
            ...{ file, returnedFile: path.join(folder, 'returned.xlsx'), now },
            language: language === 'en' ? ('en' as const) : ('zh-Hans' as const),
            dryRun: query.dryRun === 'true',
          };
          return world.db.transaction(contextOf(actor), (tx) => importTree(tx, wanted));
        });
      },
    }),
  ];
}
