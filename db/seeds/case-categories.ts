import type { DeadlineCode } from './deadline-classes.ts';

/** One everyday matter: code below its class, label, English label. */
export interface SeedCategory {
  code: string;
  label: string;
  en: string;
  /** Its class of deadline, when other than its class's. */
  deadline?: DeadlineCode;
  /** Danger to life or property: this number is to be called before anything is written. */
  callFirst?: string;
  /** When other than its class. */
  shared?: boolean;
}

export interface SeedClass {
  code: string;
  label: string;
  en: string;
  deadline: DeadlineCode;
  /** Matters of everybody: a neighbour may hear that one is open close by. */
  shared?: boolean;
  items: readonly SeedCategory[];
}

const danger = 'danger';
const supply = 'supply';
const general = 'general';
const complex = 'complex';
const cleaning = 'cleaning';

/** The everyday matters of DOMAIN §3.2, as two levels. A street may rename them, end them and add its own. */
export const caseCategories: readonly SeedClass[] = [
  {
    ...{ code: 'facility', label: '公共设施', en: 'Public facilities', deadline: general, shared: true },
    items: [
      { code: 'stairwell_light', label: '楼道照明', en: 'Stairwell lighting' },
      { code: 'lift_trapped', label: '电梯困人', en: 'People trapped in a lift', deadline: danger, callFirst: '119' },
      { code: 'lift', label: '电梯', en: 'Lift', deadline: supply },
      { code: 'entrance', label: '门禁和单元门', en: 'Entrance doors' },
      { code: 'pipe', label: '水管漏水', en: 'Leaking pipe', deadline: supply },
      { code: 'supply_cut', label: '停水停电停暖', en: 'Water, power or heat cut', deadline: supply },
      { code: 'sewer', label: '下水道堵塞', en: 'Blocked sewer', deadline: supply },
      { code: 'road', label: '路面破损', en: 'Broken paving' },
      { code: 'manhole', label: '井盖', en: 'Manhole cover', deadline: supply },
      { code: 'street_light', label: '路灯', en: 'Street light' },
      { code: 'fitness', label: '健身器材', en: 'Fitness equipment' },
      { code: 'bench', label: '便民座椅', en: 'Benches' },
      { code: 'charging', label: '充电桩', en: 'Charging points' },
      { code: 'roof', label: '屋面渗漏', en: 'Leaking roof', deadline: complex },
    ],
  },
  {
    ...{ code: 'safety', label: '消防与用电安全', en: 'Fire and electrical safety', deadline: general, shared: true },
    items: [
      { code: 'gas_leak', label: '燃气泄漏', en: 'Gas leak', deadline: danger, callFirst: '119' },
      { code: 'gas', label: '燃气隐患', en: 'Gas hazard', deadline: supply },
      { code: 'flying_wire', label: '电动车飞线充电', en: 'E-bike charged by a loose cable', deadline: supply },
      { code: 'bike_indoors', label: '电动车进楼', en: 'E-bike inside a building' },
      { code: 'stairwell_pile', label: '楼道堆物', en: 'Things piled in a stairwell' },
      { code: 'fire_lane', label: '占用消防通道', en: 'Blocked fire lane', deadline: supply },
      { code: 'old_wiring', label: '老化线路', en: 'Old wiring', deadline: supply },
      { code: 'falling_object', label: '高空抛物', en: 'Things thrown from above', deadline: supply },
    ],
  },
  {
    ...{ code: 'parking', label: '停车与车辆', en: 'Parking and vehicles', deadline: general, shared: true },
    items: [
      { code: 'short', label: '停车难', en: 'Too few parking places', deadline: complex },
      { code: 'wild', label: '乱停放', en: 'Wild parking' },
      { code: 'zombie', label: '僵尸车', en: 'Abandoned vehicle' },
      { code: 'taken', label: '占用车位和地锁', en: 'Taken places and ground locks' },
    ],
  },
  {
    ...{ code: 'green', label: '环境卫生与绿化', en: 'Cleanliness and greenery', deadline: general, shared: true },
    items: [
      { code: 'rubbish', label: '暴露垃圾', en: 'Exposed rubbish', deadline: cleaning },
      { code: 'rubble', label: '建筑垃圾', en: 'Building rubble' },
      { code: 'sorting', label: '垃圾分类', en: 'Waste sorting' },
      { code: 'adverts', label: '乱张贴小广告', en: 'Fly-posting' },
      { code: 'plot', label: '毁绿种菜', en: 'Vegetables on public green' },
      { code: 'tree', label: '危树修剪', en: 'Dangerous tree' },
      { code: 'pests', label: '除四害', en: 'Pests' },
      { code: 'river', label: '河道', en: 'Waterway' },
    ],
  },
  {
    ...{ code: 'neighbours', label: '邻里生活', en: 'Life among neighbours', deadline: general },
    items: [
      { code: 'noise', label: '噪音', en: 'Noise' },
      { code: 'pets', label: '宠物管理', en: 'Pets' },
      { code: 'fumes', label: '油烟', en: 'Cooking fumes' },
      { code: 'leak_dispute', label: '漏水纠纷', en: 'Dispute over a leak', deadline: complex },
      { code: 'light_dispute', label: '采光通行', en: 'Light and passage', deadline: complex },
      { code: 'square_dance', label: '广场舞', en: 'Square dancing' },
    ],
  },
  {
    ...{ code: 'property', label: '物业与业委会', en: 'Property and owners', deadline: general },
    items: [
      { code: 'service', label: '物业服务', en: 'Property service' },
      { code: 'fee', label: '物业费', en: 'Property fee' },
      { code: 'fund', label: '维修资金', en: 'Repair fund', deadline: complex },
      { code: 'committee', label: '业委会组建', en: 'Setting up an owners’ committee', deadline: complex },
      { code: 'income', label: '公共收益', en: 'Common income', deadline: complex },
    ],
  },
  {
    ...{ code: 'renewal', label: '老旧小区与拆迁安置', en: 'Renewal and resettlement', deadline: complex },
    items: [
      { code: 'plan', label: '改造方案', en: 'Renewal plan' },
      { code: 'add_lift', label: '加装电梯', en: 'Adding a lift' },
      { code: 'resettlement', label: '安置房配套', en: 'Resettlement housing' },
    ],
  },
  {
    ...{ code: 'care', label: '一老一小', en: 'The old and the young', deadline: general },
    items: [
      { code: 'collapsed', label: '突发疾病或摔倒', en: 'Sudden illness or fall', deadline: danger, callFirst: '120' },
      { code: 'living_alone', label: '独居探访', en: 'Visiting people who live alone' },
      { code: 'meals', label: '助餐', en: 'Meals' },
      { code: 'day_care', label: '托管', en: 'After-school care' },
      { code: 'health', label: '健康', en: 'Health' },
      { code: 'nursing', label: '看护', en: 'Nursing' },
    ],
  },
  {
    ...{ code: 'aid', label: '救助与残障', en: 'Aid and disability', deadline: general },
    items: [
      { code: 'allowance', label: '低保和临时救助申请协助', en: 'Help with applying for aid' },
      { code: 'disability', label: '残疾人服务', en: 'Services for disabled people' },
      { code: 'barrier_free', label: '无障碍', en: 'Barrier-free access' },
    ],
  },
  {
    ...{ code: 'work', label: '就业与社保', en: 'Work and social insurance', deadline: general },
    items: [
      { code: 'job', label: '求职', en: 'Looking for work' },
      { code: 'wages', label: '欠薪', en: 'Unpaid wages', deadline: complex },
      { code: 'insurance', label: '社保医保咨询', en: 'Social and medical insurance' },
      { code: 'training', label: '技能培训', en: 'Training' },
    ],
  },
  {
    ...{ code: 'policy', label: '政策咨询与证明', en: 'Policies and certificates', deadline: general },
    items: [
      { code: 'explain', label: '政策解读', en: 'Explaining a policy' },
      { code: 'errand', label: '帮办代办', en: 'Errands and paperwork' },
    ],
  },
  {
    ...{ code: 'sudden', label: '突发', en: 'Sudden events', deadline: danger },
    items: [
      { code: 'fire', label: '火情', en: 'Fire', callFirst: '119', shared: true },
      { code: 'weather', label: '极端天气', en: 'Extreme weather', callFirst: '119', shared: true },
      { code: 'missing', label: '走失', en: 'Missing person', callFirst: '110' },
      { code: 'public_health', label: '公共卫生', en: 'Public health', deadline: supply },
      { code: 'other', label: '其他突发', en: 'Other sudden event', callFirst: '110' },
    ],
  },
  {
    ...{ code: 'voice', label: '意见建议和表扬', en: 'Suggestions and praise', deadline: complex },
    items: [
      { code: 'suggestion', label: '建议', en: 'Suggestion' },
      { code: 'praise', label: '表扬', en: 'Praise' },
      { code: 'other', label: '其他', en: 'Other' },
    ],
  },
];
