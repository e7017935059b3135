import { Organizations, OrganizationsQuery } from '../../../contract/organizations.ts';
import { type AnyRoute, route } from '../../kernel/route.ts';
import { organizationsOnDuty } from './reports.ts';

export function organizationsRoutes(): AnyRoute[] {
  return [
    route({
      method: 'GET',
      path: '/organizations',
      summary: 'Bodies a case can be given to, those nearest to the area first',
      permission: 'organization.read',
      query: OrganizationsQuery,
      reply: Organizations,
      handle: async ({ tx, query, now, language }) => {
        return { organizations: await organizationsOnDuty(tx, query.area ?? null, now, language) };
      },
    }),
  ];
}
