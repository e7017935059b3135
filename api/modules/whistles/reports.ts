import { type Turnout, turnoutVerbs, type Whistle, type Whistles } from '../../../contract/whistles.ts';
import { covers } from '../../kernel/permissions.ts';
import type { Deed } from '../../kernel/route.ts';
import type { World } from '../../kernel/world.ts';
import { caseSeen } from '../cases/index.ts';
import * as queries from './queries.ts';
import * as rules from './rules.ts';

function turnoutView(row: queries.TurnoutRow, now: Date, may: Turnout['may']): Turnout {
  const { id, organizationId, organization, answer, arrivedAt, score, scoreWords, callScore, callWords } = row;
  return {
    ...{ id, answer, arrivedAt, may },
    organization: { id: organizationId, name: organization },
    state: rules.turnoutStateOf(row, now),
    score: score === null ? null : { score, words: scoreWords },
    callScore: callScore === null ? null : { score: callScore, words: callWords },
  };
}

/** The whistles of a case, for those who work on it, with what the caller may do with each call. */
export async function whistlesView(deed: Deed, world: World, id: string): Promise<Whistles> {
  const { tx, actor, now } = deed;
  const row = await caseSeen(deed, world, id);
  const mine = world.scopeOf(actor, 'case.help').helping;
  const calls = covers(world.scopeOf(actor, 'case.whistle'), row);
  const [whistles, turnouts] = await Promise.all([queries.whistlesOf(tx, id), queries.turnoutsOf(tx, id)]);
  const view = (turnout: queries.TurnoutRow) => {
    const may = turnoutVerbs.filter(
      (verb) =>
        rules.isTurnoutLegal(verb, rules.turnoutStateOf(turnout, now), turnout) &&
        (verb === 'score' ? calls : mine.includes(turnout.organizationId)),
    );
    return turnoutView(turnout, now, may);
  };
  return {
    whistles: whistles.map((whistle): Whistle => {
      const { calledOffAt, calledOffBy, calledOffReason } = whistle;
      const called = turnouts.filter(({ whistleId }) => whistleId === whistle.id);
      return {
        ...whistle,
        calledOff: calledOffAt ? { by: calledOffBy, at: calledOffAt, reason: calledOffReason ?? '' } : null,
        turnouts: called.map(view),
        may: calls && rules.mayCallOff(called, now) ? ['call_off'] : [],
      };
    }),
  };
}
