import type { RoleSet } from '../contract/accounts.ts';

export interface TestPerson {
  name: string;
  roleSet: RoleSet;
  /** Key of the map (tools/test-street-map.ts). */
  area: string;
  /** Key of the bodies. */
  body?: string;
  home?: string;
  phone?: string;
}

/** One person a permission set, and the relations that matter: same area, other area, other street. */
export const people = {
  chen: { name: '陈桂花', roleSet: 'resident', area: 'wenti.1', home: 'wenti.1.unit.1', phone: '13800000001' },
  wang: { name: '王秀兰', roleSet: 'resident', area: 'pinghu.1', home: 'pinghu.1.unit.1', phone: '13800000002' },
  li: { name: '李网格', roleSet: 'grid_worker', area: 'wenti.1', body: 'wentiDesk' },
  zhao: { name: '赵网格', roleSet: 'grid_worker', area: 'wenti.2', body: 'wentiDesk' },
  zhou: { name: '周师傅', roleSet: 'handler', area: 'wenti', body: 'property' },
  qin: { name: '秦师傅', roleSet: 'handler', area: 'pinghu', body: 'otherProperty' },
  peng: { name: '彭师傅', roleSet: 'handler', area: 'street', body: 'property' },
  wu: { name: '吴社工', roleSet: 'community_staff', area: 'wenti', body: 'wentiDesk' },
  sun: { name: '孙社工', roleSet: 'community_staff', area: 'pinghu', body: 'pinghuDesk' },
  xu: { name: '徐主任', roleSet: 'street_officer', area: 'street', body: 'office' },
  zheng: { name: '郑管理', roleSet: 'administrator', area: 'street' },
} as const satisfies Record<string, TestPerson>;

/** The other street: whatever belongs to the first does not exist for them. */
export const strangers = {
  hu: { name: '胡社工', roleSet: 'community_staff', area: 'wenti', body: 'wentiDesk' },
  gao: { name: '高主任', roleSet: 'street_officer', area: 'street', body: 'office' },
  qian: { name: '钱居民', roleSet: 'resident', area: 'wenti.1', home: 'wenti.1.unit.1' },
} as const satisfies Record<string, TestPerson>;

export type Person = keyof typeof people | keyof typeof strangers;
