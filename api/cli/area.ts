import type { Tier } from '../../contract/areas.ts';
import type { Context, Db } from '../kernel/db.ts';
import { type AreaRow, areaByCodeOrName, areasOfTier } from '../modules/areas/index.ts';
import { UsageError } from './command.ts';
import { operatorOf, type Street, streetNamed, streets } from './street.ts';

interface Place {
  street: Street;
  area: AreaRow;
}

/**
 * The one area with this code or name, of one of the tiers, in the street named or else in any.
 * @throws UsageError listing those that fit, or the communities there are.
 */
export async function areaNamed(
  db: Db,
  wanted: string,
  tiers: readonly Tier[],
  street: string | undefined,
): Promise<{ context: Context; street: Street; area: AreaRow }> {
  const all = street || (await streets(db)).length === 0 ? [await streetNamed(db, street)] : await streets(db);
  const found: Place[] = [];
  const communities: Place[] = [];
  for (const one of all) {
    await db.transaction(operatorOf(one), async (tx) => {
      const areas = (await areaByCodeOrName(tx, wanted)).filter(({ tier }) => tiers.includes(tier));
      found.push(...areas.map((area) => ({ street: one, area })));
      communities.push(...(await areasOfTier(tx, 'community', null)).map((area) => ({ street: one, area })));
    });
  }
  const [place] = found;
  if (place && found.length === 1) return { context: operatorOf(place.street), ...place };
  const title = place
    ? `有几个区域都叫“${wanted}”，请用编码，或加 --street。Several areas have this name, use the code or --street:`
    : `没有找到“${wanted}” Not found: ${wanted}`;
  const list = (place ? found : communities).map((one) => `  ${one.area.code}  ${one.street.name} ${one.area.name}`);
  throw new UsageError([title, ...list].join('\n'));
}
