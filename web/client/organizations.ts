import type {
  AddOrganization,
  EditOrganization,
  Organization,
  OrganizationsQuery,
} from '../../contract/organizations.ts';
import { call } from './http.ts';

type Listed = { organizations: Organization[] };

/** Bodies on duty for an area, those nearest to it first. */
export const listOrganizations = (area?: string) => call<Listed>('GET', '/organizations', { query: { area } });
/** Bodies by kind and name. */
export const findOrganizations = (query: OrganizationsQuery) => call<Listed>('GET', '/organizations', { query });
export const addOrganization = (body: AddOrganization, idempotencyKey: string) =>
  call<Organization>('POST', '/organizations', { body, idempotencyKey });
export const editOrganization = (id: string, ifMatch: number, body: EditOrganization) =>
  call<Organization>('PATCH', `/organizations/${id}`, { body, ifMatch });
export const closeOrganization = (id: string, ifMatch: number, reason: string, idempotencyKey: string) =>
  call<Organization>('POST', `/organizations/${id}/closure`, { body: { reason }, ifMatch, idempotencyKey });
