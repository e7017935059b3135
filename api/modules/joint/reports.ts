import type { CaseState } from '../../../contract/cases.ts';
import { type CasePart, type CaseParts, type FittingBodies, partVerbs } from '../../../contract/joint.ts';
import { covers } from '../../kernel/permissions.ts';
import type { Deed } from '../../kernel/route.ts';
import type { World } from '../../kernel/world.ts';
import { caseSeen, isLegal } from '../cases/index.ts';
import * as queries from './queries.ts';
import * as rules from './rules.ts';

function partView(row: queries.PartRow, now: Date, state: CaseState, may: CasePart['may']): CasePart {
  const { id, organizationId, organization, person, task, dueAt, askedAt, signedAt, finishedAt, words, reason } = row;
  return {
    ...{ id, person, task, dueAt, askedAt, signedAt, finishedAt, words, reason, photoIds: row.photoIds },
    organization: { id: organizationId, name: organization },
    state: rules.partStateOf(row),
    overdue: rules.isPartOpen(row) && rules.isWorkedOn(state) && Date.parse(dueAt) < now.getTime(),
    may,
  };
}

/** The parts of a case, for those who work on it, with what the caller may do with each. */
export async function casePartsView(deed: Deed, world: World, id: string): Promise<CaseParts> {
  const { tx, actor, now } = deed;
  const row = await caseSeen(deed, world, id);
  const mine = world.scopeOf(actor, 'case.help').helping;
  const shares = covers(world.scopeOf(actor, 'case.involve'), row) && isLegal('involve', row.state);
  const parts = await queries.partsOf(tx, id);
  return {
    parts: parts.map((part) => {
      const may = partVerbs.filter(
        (verb) =>
          rules.isPartLegal(verb, part, row.state) &&
          (verb === 'withdraw' ? shares : mine.includes(part.organizationId)),
      );
      return partView(part, now, row.state, may);
    }),
  };
}

/** Whom the caller could ask: bodies on duty for the place first. */
export async function fittingBodies(deed: Deed, world: World, id: string): Promise<FittingBodies> {
  await caseSeen(deed, world, id);
  return { bodies: await queries.bodiesFor(deed.tx, id) };
}
