import { OverviewQuery } from '../../../contract/figures.ts';
import { CaseFilter } from '../../../contract/inbox.ts';
import { dayOf } from '../../kernel/clock.ts';
import { fail } from '../../kernel/problem.ts';
import { kernelProblems } from '../../kernel/problems.ts';
import { type AnyRoute, openRoute } from '../../kernel/route.ts';
import { workbookType } from '../../kernel/workbook-files.ts';
import type { World } from '../../kernel/world.ts';
import { exportCases, exportOverview } from './reports.ts';

export function exchangeRoutes(world: World): AnyRoute[] {
  return [
    openRoute({
      method: 'GET',
      path: '/case-exports',
      summary: 'A list of cases as a workbook, at most 50,000',
      access: 'case.export',
      query: CaseFilter,
      produces: workbookType,
      async handle({ actor, scope, language, now, query, reply }) {
        if (!actor || !scope) throw fail(kernelProblems, 'request.unauthenticated');
        const { bytes, content } = await exportCases(world, { actor, scope, language, now, filter: query });
        return reply
          .header('content-type', workbookType)
          .header('content-length', bytes)
          .header('content-disposition', `attachment; filename="cases-${dayOf(now)}.xlsx"`)
          .header('cache-control', 'no-store')
          .send(content);
      },
    }),
    openRoute({
      method: 'GET',
      path: '/case-overview-exports',
      summary: 'The figures of an overview as a workbook',
      access: 'figure.read',
      query: OverviewQuery,
      produces: workbookType,
      problems: ['figures.unknown_area', 'figures.period_reversed'],
      async handle({ actor, scope, language, now, query, reply }) {
        if (!actor || !scope) throw fail(kernelProblems, 'request.unauthenticated');
        const { bytes, content } = await exportOverview(world, { actor, scope, language, now, query });
        return reply
          .header('content-type', workbookType)
          .header('content-length', bytes)
          .header('content-disposition', `attachment; filename="overview-${dayOf(now)}.xlsx"`)
          .header('cache-control', 'no-store')
          .send(content);
      },
    }),
  ];
}
