import { XMLBuilder } from 'fast-xml-parser';
import type { Category } from '../../../contract/cases.ts';
import { georeportProblems, type RequestsQuery, type ServiceRequest } from '../../../contract/georeport.ts';
import type { Language } from '../../../contract/wire.ts';
import type { Tx } from '../../kernel/db.ts';
import { labelIn } from '../../kernel/language.ts';
import { fail } from '../../kernel/problem.ts';
import type { World } from '../../kernel/world.ts';
import { streetsView } from '../accounts/index.ts';
import { categoryTree } from '../cases/index.ts';
import { withoutNumbers } from '../publication/index.ts';
import { type PublicRow, publicCases } from './queries.ts';

/** A state in the raiser's words (docs/glossary.md), for whoever reads along. */
const notes = {
  submitted: ['社区收到后会回复', 'Waiting for the community'],
  accepted: ['社区收到了', 'Received'],
  assigned: ['已经交办', 'Given to a body'],
  in_progress: ['正在办', 'Under way'],
  resolved: ['办好了，等反映人确认', 'Done, waiting for the raiser'],
  closed: ['已经办结', 'Closed'],
  reopened: ['接着办', 'Work goes on'],
  refused: ['这件事社区办不了', 'Not for the community to do'],
  suspended: ['先等一等', 'On hold'],
  merged: ['和别的诉求并在一起办', 'Handled together with another'],
  archived: ['已经办结', 'Closed'],
} as const satisfies Record<PublicRow['state'], readonly [string, string]>;

const ended: readonly PublicRow['state'][] = ['closed', 'refused', 'merged', 'archived'];

export function serviceRequest(row: PublicRow, language: Language): ServiceRequest {
  return {
    service_request_id: row.number,
    status: ended.includes(row.state) ? 'closed' : 'open',
    status_notes: notes[row.state][language === 'en' ? 1 : 0],
    service_name: row.labels ? labelIn(row.labels, language) : '',
    service_code: row.code ?? '',
    description: withoutNumbers(row.body),
    agency_responsible: row.handlerName ?? '',
    requested_datetime: seconds(row.raisedAt),
    updated_datetime: seconds(row.movedAt),
    expected_datetime: row.dueAt ? seconds(row.dueAt) : '',
    address: [row.communityName, row.gridName, row.buildingName].filter(Boolean).join(' '),
    lat: row.lat,
    long: row.lon,
  };
}

/** The standard's time has no fraction of a second. */
const seconds = (instant: string) => instant.replace(/\.\d+/, '');

export interface Service {
  service_code: string;
  service_name: string;
  description: string;
  metadata: boolean;
  type: 'realtime';
  keywords: string;
  group: string;
}

/** What can be asked for: the categories that nothing hangs below. */
export function servicesOf(categories: readonly Category[]): Service[] {
  const parents = new Map(categories.map((category) => [category.id, category]));
  const inner = new Set(categories.map(({ parentId }) => parentId));
  return categories
    .filter(({ id }) => !inner.has(id))
    .map(({ code, name, parentId, callFirst }) => ({
      service_code: code,
      service_name: name,
      description: callFirst ? `${name} ☎ ${callFirst}` : name,
      metadata: false,
      type: 'realtime' as const,
      keywords: '',
      group: (parentId ? parents.get(parentId)?.name : undefined) ?? name,
    }));
}

const builder = new XMLBuilder({ format: true, suppressEmptyNode: false });

/** The standard's XML: a list element around one element for each entry; what is not known stays an empty element. */
export function toXml(list: string, item: string, entries: readonly object[]): string {
  const plain = entries.map((entry) =>
    Object.fromEntries(Object.entries(entry).map(([key, value]) => [key, writable(value ?? '')])),
  );
  return document({ [list]: { [item]: plain } });
}

/** What a service asks for besides the fields of the standard: nothing. */
export const definitionXml = (code: string): string =>
  document({ service_definition: { service_code: code, attributes: '' } });

const document = (content: object) => `<?xml version="1.0" encoding="utf-8"?>\n${builder.build(content)}`;

/** Characters that no XML 1.0 document may hold are left out. */
function writable(value: unknown): unknown {
  return typeof value === 'string'
    ? value.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    : value;
}

/** The street that is asked: named by its code, or the only one there is. */
export async function jurisdiction(world: World, code: string | undefined): Promise<string> {
  const { streets } = await streetsView(world);
  const street = code ? streets.find((one) => one.code === code) : streets.length === 1 ? streets[0] : undefined;
  if (!street) throw fail(georeportProblems, 'georeport.unknown_jurisdiction');
  return street.id;
}

const reading = async <T>(world: World, code: string | undefined, work: (tx: Tx) => Promise<T>): Promise<T> =>
  world.db.transaction({ tenantId: await jurisdiction(world, code), accountId: null, reach: [] }, work);

export async function listServices(world: World, code: string | undefined, language: Language): Promise<Service[]> {
  const { categories } = await reading(world, code, (tx) => categoryTree(tx, language));
  return servicesOf(categories);
}

const dayMs = 86_400_000;

/** Requests by number, or by filter: the last 90 days unless asked otherwise, as the standard has it. */
export async function findRequests(
  world: World,
  query: Partial<RequestsQuery> & Pick<RequestsQuery, 'page' | 'page_size'>,
  language: Language,
  now: Date,
): Promise<ServiceRequest[]> {
  const to = query.end_date ?? now.toISOString();
  const several = (text: string | undefined) => text?.split(',').map((one) => one.trim());
  const rows = await reading(world, query.jurisdiction_id, (tx) =>
    publicCases(tx, {
      status: query.status,
      page: query.page,
      page_size: query.page_size,
      numbers: several(query.service_request_id),
      codes: several(query.service_code),
      from: query.start_date ?? new Date(Date.parse(to) - 90 * dayMs),
      to,
    }),
  );
  return rows.map((row) => serviceRequest(row, language));
}
