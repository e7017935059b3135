import { officeOnly, type StreetBody, streetBodies } from './bodies.ts';
import { type Community, communities, neighbouring } from './communities.ts';

/** Whom the sign-in page offers, one a role, all of them in the first community of their street. */
export interface Offered {
  resident: { login: string; name: string; salutation: string; home: { grid: number; building: string; unit: string } };
  gridWorker: { login: string; name: string; grid: number };
  handler: { login: string; name: string };
  /** Login of the first of the community's staff. */
  staff: { login: string };
  officer: { login: string; name: string };
  administrator: { login: string; name: string };
}

export interface StreetPlan {
  code: string;
  name: string;
  phone: string;
  communities: readonly Community[];
  bodies: readonly StreetBody[];
  offered: Offered;
}

/** Codes begin with 99, which no place in GB/T 2260 has. */
export const tongxin: StreetPlan = {
  code: '990101001000',
  name: '同心街道',
  phone: '68801000',
  communities,
  bodies: streetBodies,
  offered: {
    resident: {
      ...{ login: 'chen.guihua', name: '陈桂华', salutation: '陈女士' },
      home: { grid: 3, building: '2号楼', unit: '4单元' },
    },
    gridWorker: { login: 'li.zhiqiang', name: '李志强', grid: 3 },
    handler: { login: 'zhou.shifu', name: '周师傅' },
    staff: { login: 'wu.min' },
    officer: { login: 'xu.jianping', name: '许建平' },
    administrator: { login: 'zheng.hong', name: '郑宏' },
  },
};

export const qinghe: StreetPlan = {
  code: '990101002000',
  name: '清河街道',
  phone: '68802000',
  communities: neighbouring,
  bodies: officeOnly,
  offered: {
    resident: {
      ...{ login: 'luo.yumei', name: '罗玉梅', salutation: '罗阿姨' },
      home: { grid: 1, building: '1号楼', unit: '1单元' },
    },
    gridWorker: { login: 'deng.wei', name: '邓伟', grid: 1 },
    handler: { login: 'peng.shifu', name: '彭师傅' },
    staff: { login: 'tian.tian' },
    officer: { login: 'jiang.lan', name: '蒋兰' },
    administrator: { login: 'lu.ming', name: '陆明' },
  },
};
