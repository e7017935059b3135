import type { Point } from './plan.ts';

/** Stairwells × floors of a building; two dwellings on each floor of each stairwell. */
export type House = readonly [stairwells: number, floors: number];

export interface Estate {
  name: string;
  type: 'old' | 'commercial' | 'resettlement';
  /** Numbers of the grids it lies in, 1 = the first; two estates may share a grid. */
  grid: number;
}

export interface Community {
  key: string;
  name: string;
  phone: string;
  /** Where its plan lies on the street's, and how many grids across and down. */
  at: Point;
  columns: number;
  rows: number;
  microGridsPerGrid: number;
  /** Houses of the nth grid, or of each of its micro-grids. */
  houses(grid: number): readonly House[];
  estates: readonly Estate[];
  residentsGroups: number;
  property: string;
  secretary: string;
  staff: readonly string[];
}

const alike = (count: number, house: House): readonly House[] => Array.from({ length: count }, () => house);

// 22 houses a grid; all six grids together 132 houses and 3,156 dwellings, as in the article about 文体社区.
function wenyuanHouses(grid: number): readonly House[] {
  const special = new Map<number, House>([
    [2, [4, 6]],
    [5, [3, 6]],
    [7, [3, 6]],
    ...[11, 12, 13, 14].map((number): [number, House] => [number, [1, 6]]),
  ]);
  if (grid === 6) special.set(22, [1, 6]);
  return alike(22, [2, 6]).map((usual, index) => special.get(index + 1) ?? usual);
}

function oneEstatePerGrid(names: readonly string[], type: Estate['type']): Estate[] {
  return names.map((name, index) => ({ name, type, grid: index + 1 }));
}

/** Five communities in the shape of those the articles tell of; every name is invented. */
export const communities: readonly Community[] = [
  {
    ...{ key: 'wenyuan', name: '文苑社区', phone: '68801101', at: [0, 0], columns: 3, rows: 2, microGridsPerGrid: 0 },
    houses: wenyuanHouses,
    estates: oneEstatePerGrid(['文苑北里', '文苑中里', '文苑东里', '文苑西里', '文苑南里', '河湾里'], 'old'),
    ...{ residentsGroups: 21, property: '邻安物业', secretary: '何晓燕', staff: ['吴敏', '梁晓东', '方静'] },
  },
  {
    ...{ key: 'jinghu', name: '镜湖社区', phone: '68801102', at: [800, 0], columns: 5, rows: 2, microGridsPerGrid: 0 },
    houses: () => alike(5, [2, 11]),
    estates: [
      ...oneEstatePerGrid(['镜湖安居苑', '镜湖新居'], 'resettlement'),
      ...oneEstatePerGrid(
        ['湖畔名邸', '镜湖花园', '澜庭', '水岸新城', '湖心雅苑', '云栖里', '望湖轩', '湖西公馆', '湖光里'],
        'commercial',
      ).map((estate, index) => ({ ...estate, grid: Math.min(index + 3, 10) })),
    ],
    ...{ residentsGroups: 10, property: '安澜物业', secretary: '韩立新', staff: ['宋佳', '于海波', '任晓娟'] },
  },
  {
    ...{
      key: 'nongyuan',
      name: '农园社区',
      phone: '68801103',
      at: [1600, 0],
      columns: 3,
      rows: 2,
      microGridsPerGrid: 0,
    },
    houses: () => alike(4, [2, 5]),
    estates: oneEstatePerGrid(['农园一区', '农园二区', '农园三区', '农园四区', '农园五区', '农园六区'], 'old'),
    ...{ residentsGroups: 8, property: '惠邻物业', secretary: '白玉兰', staff: ['邱明', '邵春梅'] },
  },
  {
    ...{
      key: 'bailudian',
      name: '白鹭甸社区',
      phone: '68801104',
      at: [0, 560],
      columns: 3,
      rows: 2,
      microGridsPerGrid: 6,
    },
    houses: () => alike(2, [2, 5]),
    estates: oneEstatePerGrid(['鹭鸣苑', '甸东小区', '甸西小区', '青禾里', '稻香里', '渔隐里'], 'commercial'),
    ...{ residentsGroups: 12, property: '鹭鸣物业', secretary: '段永清', staff: ['普丽华', '沈国栋', '孔祥云'] },
  },
  {
    ...{ key: 'liuan', name: '柳岸社区', phone: '68801105', at: [800, 560], columns: 2, rows: 2, microGridsPerGrid: 0 },
    houses: () => alike(5, [2, 6]),
    estates: oneEstatePerGrid(['柳岸东园', '柳岸西园', '沟沿小区', '驿家里'], 'old'),
    ...{ residentsGroups: 7, property: '柳岸物业', secretary: '马振华', staff: ['丁文静', '石磊'] },
  },
];

/** A second street, so that the wall between two streets can be seen. */
export const neighbouring: readonly Community[] = [
  {
    ...{
      key: 'qingxi',
      name: '清溪社区',
      phone: '68802101',
      at: [1600, 560],
      columns: 2,
      rows: 1,
      microGridsPerGrid: 0,
    },
    houses: () => alike(3, [1, 5]),
    estates: oneEstatePerGrid(['清溪里', '石桥里'], 'old'),
    ...{ residentsGroups: 2, property: '清泉物业', secretary: '范志远', staff: ['田甜'] },
  },
];
