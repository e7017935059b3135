import type { Tier } from '../../contract/areas.ts';

export interface SeedKind {
  code: string;
  tier: Tier;
  label: string;
  en: string;
}

/** Kinds of area every street starts with; a street may rename them and add its own (DOMAIN §1). */
export const areaKinds: readonly SeedKind[] = [
  { code: 'street', tier: 'street', label: '街道', en: 'Street' },
  { code: 'community', tier: 'community', label: '社区', en: 'Community' },
  { code: 'village', tier: 'community', label: '村', en: 'Village' },
  { code: 'grid', tier: 'grid', label: '网格', en: 'Grid' },
  { code: 'dedicated_grid', tier: 'grid', label: '专属网格', en: 'Dedicated grid' },
  { code: 'micro_grid', tier: 'micro_grid', label: '微网格', en: 'Micro-grid' },
  { code: 'building', tier: 'building', label: '楼栋', en: 'Building' },
  { code: 'unit', tier: 'unit', label: '单元', en: 'Stairwell' },
  { code: 'dwelling', tier: 'dwelling', label: '户室', en: 'Dwelling' },
];
