import { useSuspenseQuery } from '@tanstack/react-query';
import { meQuery } from '../../client/queries/me.ts';

/** The one who is signed in; only below the signed-in part of the tree, which waits for it. */
export const useMe = () => useSuspenseQuery(meQuery).data;
