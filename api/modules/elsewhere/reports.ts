import type { Checks } from '../../../contract/elsewhere.ts';
import { reachCondition } from '../../kernel/permissions.ts';
import type { Deed } from '../../kernel/route.ts';
import type { World } from '../../kernel/world.ts';
import { caseView } from '../cases/index.ts';
import * as queries from './queries.ts';

/** Where the case was looked for as well, as far as the reader's own reach goes. */
export async function checksView(deed: Deed, world: World, id: string): Promise<Checks> {
  const { tx, actor } = deed;
  await caseView(deed, world, id);
  const reach = reachCondition(world.scopeOf(actor, 'case.note_internal'));
  const [origin, checks] = await Promise.all([queries.originOf(tx, id), queries.checksOf(tx, id, reach)]);
  const answered = (found: boolean | null) => checks.filter((check) => check.found === found).length;
  return {
    origin: origin ? { id: origin.id, number: origin.number } : null,
    unanswered: origin?.unanswered ?? false,
    checks,
    found: answered(true),
    clear: answered(false),
    waiting: answered(null),
  };
}
