import {
  type Case,
  type CaseSummary,
  type CaseVerb,
  type Categories,
  casesProblems,
  caseVerbs,
} from '../../../contract/cases.ts';
import type { Language } from '../../../contract/wire.ts';
import type { Actor } from '../../kernel/actor.ts';
import { sql, type Tx } from '../../kernel/db.ts';
import { labelIn } from '../../kernel/language.ts';
import { maskName, maskPhone } from '../../kernel/masks.ts';
import { covers, reachCondition } from '../../kernel/permissions.ts';
import { fail } from '../../kernel/problem.ts';
import type { Deed } from '../../kernel/route.ts';
import type { World } from '../../kernel/world.ts';
import { knowsRaiser, mayConfirm, mayDecide, permissionOfVerb } from './policy.ts';
import * as queries from './queries.ts';
import { isLegal, levelAfter, standingOf } from './rules.ts';

export function summaryView(row: queries.SummaryRow, now: Date, language: Language): CaseSummary {
  const {
    id,
    number,
    title,
    kind,
    state,
    source,
    danger,
    place,
    raisedAt,
    dueAt,
    closedAt,
    version,
    level,
    suspendedUntil,
  } = row;
  return {
    ...{
      id,
      number,
      title,
      kind,
      state,
      source,
      danger,
      place,
      raisedAt,
      dueAt,
      closedAt,
      version,
      level,
      suspendedUntil,
    },
    supervised: row.supervisedAt !== null,
    category:
      row.categoryId && row.categoryLabels ? { id: row.categoryId, name: labelIn(row.categoryLabels, language) } : null,
    community: row.communityId ? { id: row.communityId, name: row.communityName ?? '', tier: 'community' } : null,
    grid: row.gridId ? { id: row.gridId, name: row.gridName ?? '', tier: 'grid' } : null,
    handler: row.handlerOrganizationId ? { id: row.handlerOrganizationId, name: row.handlerName ?? '' } : null,
    standing: standingOf(row, now),
  };
}

function verbsFor(world: World, actor: Actor, row: queries.DetailRow): CaseVerb[] {
  const waits = row.pause?.asked ?? false;
  return caseVerbs.filter((verb) => {
    if (waits ? verb === 'suspend' || verb === 'extend' : verb === 'decide_pause') return false;
    const scope = world.scopeOf(actor, permissionOfVerb[verb]);
    return (
      isLegal(verb, row.state) &&
      covers(scope, row) &&
      mayDecide(verb, actor, scope, row) &&
      levelAfter(verb, row) !== null &&
      (verb !== 'publish' || row.raiserId === actor.accountId || row.publishedAt !== null) &&
      (verb !== 'confirm' || mayConfirm(row.raiserId, actor.accountId))
    );
  });
}

/** Stands in for whoever is not to be known. */
const nobody = { 'zh-Hans': '匿名', 'zh-Hant': '匿名', en: 'Anonymous' };

/**
 * One case as the actor may see it; a case out of reach reads as not there. `justMoved`: the actor gave it out of their own hands with
 * this very verb, and still sees what became of it.
 */
export async function caseView(
  { tx, actor, now, language }: Deed,
  world: World,
  id: string,
  justMoved = false,
): Promise<Case> {
  const reach = justMoved ? sql`true` : reachCondition(world.scopeOf(actor, 'case.read'));
  const row = await queries.detailOf(tx, id, reach);
  if (!row) throw fail(casesProblems, 'cases.not_found');
  const mine = row.raiserId === actor.accountId;
  const may = verbsFor(world, actor, row);
  const staff = covers(world.scopeOf(actor, 'case.note_internal'), row);
  const known = knowsRaiser(row, actor.accountId, covers(world.scopeOf(actor, 'case.know_raiser'), row));
  const phone =
    row.phoneCipher && known && (mine || staff) ? maskPhone(world.secrets.decrypt(row.phoneCipher, 'phone')) : null;
  const areas = row.places.filter(({ tier }) => tier !== 'street');
  const named = (areaId: string | null) => row.places.find((place) => place.id === areaId);
  const nameOf = (accountId: string | null) => (accountId ? row.people?.[accountId] : undefined);
  const raiserName = nameOf(row.raiserId) ?? row.contactName ?? '';
  const person = nameOf(row.handlerAccountId);
  const communityName = named(row.communityId)?.name ?? null;
  const gridName = named(row.gridId)?.name ?? null;
  return {
    ...summaryView({ ...row, communityName, gridName }, now, language),
    body: row.body,
    areas,
    position: row.lon === null || row.lat === null ? null : { lon: row.lon, lat: row.lat },
    raiser: { name: mine ? raiserName : known ? maskName(raiserName) : labelIn(nobody, language), mine, phone },
    handlerPerson:
      row.handlerAccountId && person
        ? { id: row.handlerAccountId, name: staff ? person : maskName(person), phone: row.handlerPhone ?? '' }
        : null,
    acceptedAt: row.acceptedAt,
    assignedAt: row.assignedAt,
    signedAt: row.signedAt,
    resolvedAt: row.resolvedAt,
    resolution: row.resolution,
    refusal: row.refusal,
    confirmation: row.confirmation,
    reopenedTimes: row.reopenedTimes,
    urgedTimes: row.urgedTimes,
    joinedTimes: row.joinedTimes,
    published: row.publishedAt !== null,
    anonymous: row.anonymous,
    mergedInto: row.mergedInto,
    pause: row.pause && (staff || !row.pause.asked) ? row.pause : null,
    firstReceiver: row.firstReceiver,
    photos: (row.photos ?? []).filter((photo) => staff || !photo.internal),
    communityPhone: named(row.communityId)?.phone || row.streetPhone,
    handlerPhone: row.handlerPhone,
    may: may.includes('disclose_phone') && !phone ? may.filter((verb) => verb !== 'disclose_phone') : may,
  };
}

/** What cases can be about; with what is no longer offered only where old cases are read. */
export async function categoryTree(tx: Tx, language: Language, ended = false): Promise<Categories> {
  const rows = await queries.categories(tx, ended);
  return {
    categories: rows.map(({ labels, amount, unit, ...row }) => ({
      ...row,
      name: labelIn(labels, language),
      allowed: { amount, unit },
    })),
  };
}

/** A photo is seen by whoever uploaded it and by whoever may read its case; internal ones by staff only. */
export async function maySeePhoto(tx: Tx, world: World, actor: Actor, photoId: string): Promise<boolean> {
  const reading = reachCondition(world.scopeOf(actor, 'case.read'));
  const working = reachCondition(world.scopeOf(actor, 'case.note_internal'));
  return (await queries.photoWithin(tx, photoId, reading, working)) !== undefined;
}
