import * as contract from '../../../contract/organizations.ts';
import { IdParams } from '../../../contract/wire.ts';
import { type AnyRoute, route } from '../../kernel/route.ts';
import * as actions from './actions.ts';
import { organizationsOnDuty, organizationView } from './reports.ts';

const editing = ['organizations.not_found', 'organizations.closed', 'request.precondition_failed'];

export function organizationsRoutes(): AnyRoute[] {
  return [
    route({
      method: 'GET',
      path: '/organizations',
      summary: 'Bodies a case can be given to, those nearest to the area first',
      permission: 'organization.read',
      query: contract.OrganizationsQuery,
      reply: contract.Organizations,
      handle: async ({ tx, query, now, language }) => {
        return { organizations: await organizationsOnDuty(tx, query, now, language) };
      },
    }),
    route({
      method: 'POST',
      path: '/organizations',
      summary: 'Add a body with its areas of duty',
      permission: 'organization.edit',
      body: contract.AddOrganization,
      reply: contract.Organization,
      status: 201,
      etag: true,
      problems: ['organizations.name_taken', 'organizations.unknown_area'],
      handle: async (call) =>
        organizationView(call.tx, await actions.addOrganization(call, call.body), call.now, call.language),
    }),
    route({
      method: 'GET',
      path: '/organizations/:id',
      summary: 'One body: its phones, its areas of duty, its people',
      permission: 'organization.read',
      params: IdParams,
      reply: contract.Organization,
      etag: true,
      problems: ['organizations.not_found'],
      handle: ({ tx, params, now, language }) => organizationView(tx, params.id, now, language),
    }),
    route({
      method: 'PATCH',
      path: '/organizations/:id',
      summary: 'Change a body',
      permission: 'organization.edit',
      params: IdParams,
      body: contract.EditOrganization,
      reply: contract.Organization,
      etag: true,
      ifMatch: 'required',
      problems: [...editing, 'organizations.name_taken', 'organizations.unknown_area'],
      handle: async (call) => {
        await actions.editOrganization(call, call.params.id, call.body, call.version);
        return organizationView(call.tx, call.params.id, call.now, call.language);
      },
    }),
    route({
      method: 'POST',
      path: '/organizations/:id/closure',
      summary: 'Close a body that has nothing on its hands',
      permission: 'organization.edit',
      params: IdParams,
      body: contract.CloseOrganization,
      reply: contract.Organization,
      status: 201,
      etag: true,
      ifMatch: 'required',
      problems: [...editing, 'organizations.open_cases', 'organizations.people_there'],
      handle: async (call) => {
        await actions.closeOrganization(call, call.params.id, call.body.reason, call.version);
        return organizationView(call.tx, call.params.id, call.now, call.language);
      },
    }),
  ];
}
