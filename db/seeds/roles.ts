import type { RoleSet } from '../../contract/accounts.ts';

export interface SeedRole {
  roleSet: RoleSet;
  label: string;
  en: string;
}

/** Role names are a street's own words over the fixed permission sets (DOMAIN §1.3); these are the ones it starts with. */
export const roles: readonly SeedRole[] = [
  { roleSet: 'resident', label: '居民', en: 'Resident' },
  { roleSet: 'grid_worker', label: '网格员', en: 'Grid worker' },
  { roleSet: 'grid_worker', label: '网格长', en: 'Grid leader' },
  { roleSet: 'grid_worker', label: '微网格员', en: 'Micro-grid worker' },
  { roleSet: 'grid_worker', label: '楼栋邻里长', en: 'Building neighbour' },
  { roleSet: 'handler', label: '物业', en: 'Property company' },
  { roleSet: 'handler', label: '职能部门', en: 'Department' },
  { roleSet: 'handler', label: '驻区单位', en: 'Resident unit' },
  { roleSet: 'community_staff', label: '社区工作者', en: 'Community worker' },
  { roleSet: 'community_staff', label: '社区书记', en: 'Community secretary' },
  { roleSet: 'street_officer', label: '街道治理办', en: 'Street governance office' },
  { roleSet: 'administrator', label: '系统管理员', en: 'Administrator' },
];
