import { queryOptions } from '@tanstack/react-query';
import { getMe } from '../accounts.ts';

/** Who is signed in. Refetched after sign-in, sign-out and changes of one's settings. */
export const meQuery = queryOptions({ queryKey: ['me'], queryFn: getMe, staleTime: 5 * 60_000 });
