import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { OrganizationsQuery } from '../../../../contract/organizations.ts';
import { findOrganizations } from '../../../client/organizations.ts';

export const bodiesQuery = (query: OrganizationsQuery) =>
  queryOptions({
    queryKey: ['organizations', 'list', query],
    queryFn: () => findOrganizations(query),
    placeholderData: keepPreviousData,
  });
