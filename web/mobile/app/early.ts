import { getMe, listDemoPeople, listStreets } from '../../client/accounts.ts';
import { listCases } from '../../client/cases.ts';

/**
 * A first script of its own, small enough to run while the program is still on its way: asks who is there, and at the door for its
 * streets, so that on a slow line these waits overlap with the download instead of following it.
 */
const atDoor = location.pathname === '/sign-in';
const me = atDoor ? undefined : getMe();
const streets = me ? me.then(nothing, listStreets) : listStreets();
// Whoever is signed in never sees the door, so it is no part of the program; whoever is not gets it while that is on its way.
const fetchDoor = () => void import('../features/accounts/screens/sign-in.tsx').catch(nothing);
if (me) me.catch(fetchDoor);
else fetchDoor();
const people = streets.then((found) => (found?.demonstration ? listDemoPeople() : undefined));

/** What the first screen lists in either version; asked although a worker's first screen shows something else. */
export const firstList = {
  view: 'mine',
  ...(localStorage.getItem('linju.elder') === 'yes' ? { open: 'true' } : {}),
  sort: 'newest',
  limit: 20,
} as const;
const cases = location.pathname === '/' ? listCases(firstList) : undefined;

export const early = { me, cases, streets, people };
// Whoever waits for an answer hears of its failure; nobody else should.
for (const answer of Object.values(early)) answer?.catch(nothing);

function nothing() {
  return undefined;
}
