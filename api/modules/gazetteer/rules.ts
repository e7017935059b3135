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
