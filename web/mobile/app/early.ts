import { getMe, listDemoPeople, listStreets } from '../../client/accounts.ts';

/**
 * A first script of its own, small enough to run while the program is still on its way: asks who is there, and at the door for its
 * streets, so that on a slow line these waits overlap with the download instead of following it.
 */
const atDoor = location.pathname === '/sign-in';
const me = atDoor ? undefined : getMe();
const streets = me ? me.then(nothing, listStreets) : listStreets();
const people = streets.then((found) => (found?.demonstration ? listDemoPeople() : undefined));

export const early = { me, streets, people };
// Whoever waits for an answer hears of its failure; nobody else should.
for (const answer of Object.values(early)) answer?.catch(nothing);

function nothing() {
  return undefined;
}
