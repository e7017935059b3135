import type { Category } from '../../../contract/cases.ts';
import type { ServiceRequest } from '../../../contract/open311.ts';
import type { Language } from '../../../contract/wire.ts';
import { labelIn } from '../../kernel/language.ts';
import type { PublicRow } from './queries.ts';

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
    description: row.body,
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
