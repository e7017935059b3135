import { estateTypes, type Tier, tiers } from '../../../contract/areas.ts';
import { type GazetteerColumn, gazetteerColumns, gazetteerWords } from '../../../contract/gazetteer.ts';

export type FaultCode = keyof (typeof gazetteerWords)['zh-Hans']['faults'];
export interface Fault {
  code: FaultCode;
  value?: string;
}

/** A row of the sheet as text, trimmed. */
export type Draft = Record<GazetteerColumn, string>;

export interface Kind {
  id: string;
  code: string;
  tier: Tier;
  /** Every language's name of it. */
  names: readonly string[];
}

export interface Label {
  kind: 'estate' | 'residents_group';
  name: string;
  estateType: (typeof estateTypes)[number] | null;
}

/** An area as the street has it, or as an earlier row of the sheet makes it. */
export interface Known {
  id: string;
  code: string;
  name: string;
  kindId: string;
  tier: Tier;
  parentId: string | null;
  phone: string;
  lon: number | null;
  lat: number | null;
  closed: boolean;
  labels: readonly Label[];
}

/** What a row asks for, clean; what it leaves empty stays as it is. */
export interface Wish {
  code: string;
  name: string;
  kind: Kind | undefined;
  phone: string | undefined;
  position: { lon: number; lat: number } | undefined;
  labels: Label[] | undefined;
}

const needed = ['code', 'name', 'kind', 'parent'] as const satisfies readonly GazetteerColumn[];

/** Which column of the sheet each field stands in, by its header in any language. */
export function columnsIn(headers: readonly string[]): Partial<Record<GazetteerColumn, number>> {
  const found: Partial<Record<GazetteerColumn, number>> = {};
  for (const column of gazetteerColumns) {
    const words = [gazetteerWords['zh-Hans'].columns[column], gazetteerWords.en.columns[column].toLowerCase()];
    const at = headers.findIndex(
      (header) => words.includes(header.trim()) || words.includes(header.trim().toLowerCase()),
    );
    if (at >= 0) found[column] = at;
  }
  return found;
}

export function missingColumns(found: Partial<Record<GazetteerColumn, number>>): GazetteerColumn[] {
  return needed.filter((column) => found[column] === undefined);
}

const listed = (text: string) => [...new Set(text.split(/[、,，;；]/).map((part) => part.trim()))].filter(Boolean);

function estateTypeOf(text: string): Label['estateType'] | undefined {
  if (text === '') return null;
  const { estateTypes: zh } = gazetteerWords['zh-Hans'];
  const { estateTypes: en } = gazetteerWords.en;
  return estateTypes.find((type) => text === type || text === zh[type] || text === en[type]);
}

function positionOf({ lon, lat }: Draft): Wish['position'] | null {
  if (lon === '' && lat === '') return undefined;
  const [x, y] = [Number(lon), Number(lat)];
  const right = lon !== '' && lat !== '' && Math.abs(x) <= 180 && Math.abs(y) <= 90;
  return right ? { lon: x, lat: y } : null;
}

/** Reads one row by itself: what it asks for, or everything that is wrong with it. */
export function readRow(draft: Draft, kinds: readonly Kind[]): { ok: Wish } | { bad: Fault[] } {
  const bad: Fault[] = [];
  if (draft.name === '') bad.push({ code: 'name_missing' });
  if (draft.name.length > 40) bad.push({ code: 'name_long' });
  if (!/^[0-9A-Za-z._-]{0,40}$/.test(draft.code)) bad.push({ code: 'bad_code' });
  const kind = kinds.find(({ code, names }) => code === draft.kind || names.includes(draft.kind));
  if (draft.kind !== '' && !kind) bad.push({ code: 'unknown_kind', value: draft.kind });
  const estateType = estateTypeOf(draft.estateType);
  if (estateType === undefined) bad.push({ code: 'unknown_estate_type', value: draft.estateType });
  const position = positionOf(draft);
  if (position === null) bad.push({ code: 'bad_position' });
  if (bad.length > 0 || position === null || estateType === undefined) return { bad };
  const labels: Label[] = [
    ...listed(draft.estate).map((name) => ({ kind: 'estate' as const, name, estateType })),
    ...listed(draft.group).map((name) => ({ kind: 'residents_group' as const, name, estateType: null })),
  ];
  const { code, name, phone } = draft;
  return {
    ok: { code, name, kind, phone: phone || undefined, position, labels: labels.length > 0 ? labels : undefined },
  };
}

/** Whether a kind may stand below an area of a tier. */
export const fitsBelow = (tier: Tier, parent: Tier) => tiers.indexOf(tier) > tiers.indexOf(parent);

const written = (labels: readonly Label[]) =>
  labels
    .map(({ kind, name }) => `${kind} ${name}`)
    .sort()
    .join('\n');
const near = (a: number | null, b: number) => a !== null && Math.abs(a - b) < 1e-7;

/** Whether a row says something else of an area than the street has. */
export function differs(known: Known, { name, phone, position, labels }: Wish): boolean {
  const types = (of: readonly Label[]) => new Map(of.map((label) => [label.name, label.estateType]));
  const typed = labels?.some(
    (label) => label.estateType !== null && types(known.labels).get(label.name) !== label.estateType,
  );
  return (
    known.name !== name ||
    (phone !== undefined && phone !== known.phone) ||
    (position !== undefined && !(near(known.lon, position.lon) && near(known.lat, position.lat))) ||
    (labels !== undefined && (written(labels) !== written(known.labels) || typed === true))
  );
}

/** A fault in words for whoever has to put the row right. */
export function faultWords({ code, value = '' }: Fault, language: 'zh-Hans' | 'en'): string {
  return gazetteerWords[language].faults[code].replace('{value}', value);
}

const hanDigits = '零一二三四五六七八九';
/** 三 → 3, 十二 → 12, 二十 → 20. */
function numberOf(han: string): number {
  const [tens = '', ones = ''] = han.includes('十') ? han.split('十') : ['', han];
  const digit = (text: string, none: number) => (text === '' ? none : hanDigits.indexOf(text));
  return han.includes('十') ? digit(tens, 1) * 10 + digit(ones, 0) : digit(ones, 0);
}

/** A place as it is compared: 三栋, 3# and 3号楼 are one writing; white space and commas are none. */
export function plainPlace(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s,，。、;；·]/g, '')
    .replace(/[一二三四五六七八九十]{1,3}(?=号楼|栋|幢|单元)/g, (han) => String(numberOf(han)))
    .replace(/(\d+)(?:#楼?|号?栋|号?幢)/g, '$1号楼');
}

/** Where a place was found in an address: the smallest area that is certain, and the words that name none. */
export interface FoundPlace {
  areaId: string;
  communityId: string | null;
  /** 文体社区2号楼1单元 */
  name: string;
  /** A building or a unit. */
  exact: boolean;
  rest: string;
}

/** Names of estates that a street may not have: 3号楼 of one that is not known is no 3号楼 of ours. */
const estateLike = /\p{Script=Han}(?:小区|花园|家园|苑|公寓|新村|大厦|广场|华府|公馆|城)/u;
const beforeName = /[0-9A-Za-z甲乙丙丁东西南北新老]$/;

/** Finds areas by the words of an address, in the tree below one area; what is not certain it does not find. */
export function placeFinder(areas: readonly Known[], root: Known): (text: string, named?: string) => FoundPlace {
  const live = areas.filter(({ closed }) => !closed);
  const byId = new Map(live.map((area) => [area.id, area]));
  const line = (area: Known | undefined): Known[] =>
    area ? [...line(area.parentId ? byId.get(area.parentId) : undefined), area] : [];
  const communities = live.filter(({ tier }) => tier === 'community');
  const grids = live.filter(({ tier }) => tier === 'grid');
  const communityOf = (area: Known) => line(area).find(({ tier }) => tier === 'community');
  const namedAs = ({ name, code }: Known, words: string) => [name, name.replace(/社区$/, ''), code].includes(words);
  const buildings = Map.groupBy(
    live.filter(({ tier }) => tier === 'building'),
    ({ name }) => plainPlace(name),
  );
  const lengths = [...new Set([...buildings.keys()].map((name) => name.length))].toSorted((a, b) => b - a);
  const units = Map.groupBy(
    live.filter(({ tier }) => tier === 'unit'),
    ({ parentId }) => parentId ?? '',
  );
  const estatesOf = (area: Known) =>
    line(area).flatMap(({ labels }) => labels.filter(({ kind }) => kind === 'estate').map(({ name }) => name));
  const estates = [...new Set(live.flatMap(estatesOf))];
  const known = [
    ...estates,
    ...live.filter(({ tier }) => tier !== 'building' && tier !== 'unit').map(({ name }) => name),
  ]
    .map(plainPlace)
    .filter((name) => name.length > 1)
    .toSorted((a, b) => b.length - a.length);
  const unnamed = (text: string) => known.reduce((left, name) => left.replace(name, ''), text);

  /** The one building that the words name; undefined where they name none, several, or one that there is twice. */
  function buildingIn(
    text: string,
    fits: (area: Known) => boolean,
  ): { area: Known; from: number; to: number } | undefined {
    const hits: { areas: Known[]; from: number; to: number }[] = [];
    for (let from = 0; from < text.length; from++) {
      if (beforeName.test(text.slice(Math.max(from - 1, 0), from))) continue;
      for (const length of lengths) {
        const areas = (buildings.get(text.slice(from, from + length)) ?? []).filter(fits);
        if (areas.length === 0) continue;
        hits.push({ areas, from, to: from + length });
        from += length - 1;
        break;
      }
    }
    const [hit, ...others] = hits;
    const [area, ...alike] = hit?.areas ?? [];
    const sure =
      hit && area && alike.length === 0 && others.every(({ areas }) => areas.length === 1 && areas[0] === area);
    return sure ? { area, from: hit.from, to: hit.to } : undefined;
  }

  return (text, named = '') => {
    const plain = plainPlace(text);
    const inText = communities.filter(({ name }) => plain.includes(plainPlace(name)));
    const byColumn = communities.filter((area) => namedAs(area, named));
    const [community] = byColumn.length === 1 ? byColumn : inText.length === 1 ? inText : [];
    const at = community ?? root;
    const here = estates.filter((name) => plain.includes(plainPlace(name)));
    const inGrids = grids.filter(({ name }) => plain.includes(plainPlace(name)));
    const hit = buildingIn(
      plain,
      (area) =>
        (!community || communityOf(area)?.id === community.id) &&
        (here.length === 0 || estatesOf(area).some((name) => here.includes(name))) &&
        (inGrids.length === 0 || line(area).some((one) => inGrids.includes(one))),
    );
    const before = hit ? unnamed(plain.slice(0, hit.from)) : '';
    if (!hit || estateLike.test(before))
      return {
        areaId: at.id,
        communityId: communityOf(at)?.id ?? null,
        name: at.name,
        exact: false,
        rest: text.trim(),
      };
    const behind = plain.slice(hit.to);
    const unit = units.get(hit.area.id)?.find(({ name }) => behind.startsWith(plainPlace(name)));
    const area = unit ?? hit.area;
    const rest = [before, unit ? behind.slice(plainPlace(unit.name).length) : behind].filter(Boolean).join(' ');
    const name = [communityOf(area)?.name, hit.area.name, unit?.name].filter(Boolean).join('');
    return { areaId: area.id, communityId: communityOf(area)?.id ?? null, name, exact: true, rest };
  };
}
