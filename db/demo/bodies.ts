import type { Organization } from '../../contract/organizations.ts';

/** Whom a story hands the work to; the property company and the residents' committee are those of its community. */
export type Body =
  | 'committee'
  | 'property'
  | 'water'
  | 'power'
  | 'gas'
  | 'repairs'
  | 'enforcement'
  | 'gardens'
  | 'police'
  | 'clinic'
  | 'fire'
  | 'office';

export interface StreetBody {
  key: Exclude<Body, 'committee' | 'property'>;
  name: string;
  kind: Organization['kind'];
  phone: string;
  people: readonly string[];
}

/** Bodies that are on duty for the whole street. */
export const streetBodies: readonly StreetBody[] = [
  { key: 'office', name: '街道治理办', kind: 'street_office', phone: '68801001', people: [] },
  { key: 'water', name: '同心供水所', kind: 'department', phone: '68801201', people: ['鲁大勇', '车晓明'] },
  { key: 'power', name: '同心供电服务站', kind: 'department', phone: '68801202', people: ['江海涛', '毛建伟'] },
  { key: 'gas', name: '同心燃气服务站', kind: 'department', phone: '68801203', people: ['薛刚'] },
  { key: 'repairs', name: '市政维修所', kind: 'department', phone: '68801204', people: ['贺长顺', '龚德胜'] },
  { key: 'enforcement', name: '城管执法队', kind: 'department', phone: '68801205', people: ['侯振宇', '熊伟'] },
  { key: 'gardens', name: '园林绿化所', kind: 'department', phone: '68801206', people: ['秦芳'] },
  { key: 'police', name: '派出所社区警务室', kind: 'department', phone: '68801207', people: ['尹建国'] },
  { key: 'clinic', name: '社区卫生服务站', kind: 'department', phone: '68801208', people: ['汪洁'] },
  { key: 'fire', name: '同心消防救援站', kind: 'department', phone: '68801209', people: ['雷鸣'] },
];

/** The neighbouring street has its office only. */
export const officeOnly: readonly StreetBody[] = [
  { key: 'office', name: '街道治理办', kind: 'street_office', phone: '68802001', people: [] },
];
