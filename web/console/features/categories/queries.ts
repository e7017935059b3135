import { queryOptions } from '@tanstack/react-query';
import { getCategoryTree } from '../../../client/categories.ts';
import { getDeadlineClasses } from '../../../client/times.ts';

export const treeQuery = queryOptions({ queryKey: ['categories', 'tree'], queryFn: getCategoryTree });
export const classesQuery = queryOptions({ queryKey: ['times', 'classes'], queryFn: getDeadlineClasses });
