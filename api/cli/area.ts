import type { Tier } from '../../contract/areas.ts';
import type { Tx } from '../kernel/db.ts';
import { type AreaRow, areaByCodeOrName, areasOfTier } from '../modules/areas/index.ts';
import { UsageError } from './command.ts';

/** The one area with this code or name, of one of the tiers. @throws UsageError listing the communities there are. */
export async function areaNamed(tx: Tx, wanted: string, tiers: readonly Tier[]): Promise<AreaRow> {
  const found = (await areaByCodeOrName(tx, wanted)).filter(({ tier }) => tiers.includes(tier));
  const [area] = found;
  if (area && found.length === 1) return area;
  const choice = found.length > 1 ? found : await areasOfTier(tx, 'community', null);
  const list = choice.map(({ code, name }) => `  ${code}  ${name}`).join('\n');
  throw new UsageError(
    found.length > 1
      ? `有几个区域都叫“${wanted}”，请用编码 Several areas have this name, use the code:\n${list}`
      : `没有找到“${wanted}” Not found: ${wanted}\n${list}`,
  );
}
