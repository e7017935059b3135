import type { Organization } from '../../contract/organizations.ts';
import { call } from './http.ts';

/** Bodies on duty for an area, those nearest to it first. */
export const listOrganizations = (area?: string) =>
  call<{ organizations: Organization[] }>('GET', '/organizations', { query: { area } });
