import { type Timeline, TimelineEntry } from '../../../contract/trail.ts';
import { sql } from '../../kernel/db.ts';
import { labelIn } from '../../kernel/language.ts';
import { maskName } from '../../kernel/masks.ts';
import { reachCondition } from '../../kernel/permissions.ts';
import type { Deed } from '../../kernel/route.ts';
import type { World } from '../../kernel/world.ts';
import { caseView, categoryTree, summaries } from '../cases/index.ts';
import * as queries from './queries.ts';

function detailsOf(row: queries.TimelineRow, categoryNames: ReadonlyMap<string, string>): Record<string, string> {
  const { data, words, organization, audience } = row;
  const { dueAt, until, asked, approved, solved, satisfaction, title, reason } = data;
  const category = categoryNames.get(String(data.category));
  const given = {
    words,
    organization,
    audience,
    dueAt,
    until,
    asked,
    approved,
    solved,
    satisfaction,
    title,
    reason,
    category,
  };
  return Object.fromEntries(
    Object.entries(given)
      .filter(([, value]) => value !== null && value !== undefined)
      .map(([key, value]) => [key, String(value)]),
  );
}

/** Steps that somebody takes who is neither the raiser nor at work. */
const byNeighbour: ReadonlySet<string> = new Set(['join', 'leave']);

/** The life of a case, step by step. The raiser sees no internal note, but who opened their number and why; a raiser's name is masked for everybody else. */
export async function timelineView(deed: Deed, world: World, id: string): Promise<Timeline> {
  const { tx, actor, language } = deed;
  const { raiser } = await caseView(deed, world, id);
  const staff = await isStaff(deed, world, id);
  const rows = await queries.timelineOf(tx, id);
  const names = new Map((await categoryTree(tx, language, true)).categories.map(({ id: each, name }) => [each, name]));
  const entries = rows
    .filter((row) => staff || !amongStaff(row))
    .map((row) => ({
      id: row.id,
      verb: TimelineEntry.shape.verb.parse(row.verb),
      at: row.at,
      actor: row.actorName
        ? {
            name:
              row.actorId === actor.accountId || (staff && !row.byRaiser && !byNeighbour.has(row.verb))
                ? row.actorName
                : row.byRaiser
                  ? raiser.name
                  : maskName(row.actorName),
            roleName: row.roleLabels ? labelIn(row.roleLabels, language) : null,
            mine: row.actorId === actor.accountId,
          }
        : null,
      details: detailsOf(staff || row.audience !== 'internal' ? row : { ...row, words: null }, names),
    }));
  return { entries: raiser.mine || staff ? entries : entries.filter((entry) => entry.verb !== 'disclose_phone') };
}

const neverTold = ['decline_part', 'withdraw_part', 'answer_call', 'score_turnout', 'score_call'];

/** How the office keeps itself moving. */
const inside: ReadonlySet<string> = new Set(['come_near', 'escalate', 'sign_part', 'score_turnout', 'stay_away']);

/** What is only asked for, refused or noted inside, and how the office keeps itself moving, is no news for the raiser. */
function amongStaff({ verb, audience, data }: queries.TimelineRow): boolean {
  if (neverTold.includes(verb)) return true;
  if (inside.has(verb)) return true;
  if (verb === 'note') return audience === 'internal';
  return verb === 'decide_pause' ? data.approved === false : data.asked === true;
}

async function isStaff({ tx, actor }: Deed, world: World, id: string): Promise<boolean> {
  const reach = reachCondition(world.scopeOf(actor, 'case.note_internal'));
  return (await summaries(tx, sql`c.id = ${id} and ${reach}`, sql`limit 1`)).length > 0;
}
