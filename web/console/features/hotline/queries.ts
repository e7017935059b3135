import { queryOptions } from '@tanstack/react-query';
import { listHotlineImports } from '../../../client/hotline.ts';

export const importsQuery = queryOptions({
  queryKey: ['hotline', 'imports'],
  queryFn: async () => (await listHotlineImports()).imports,
});
