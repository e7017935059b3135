import type { TimeUnit } from '../../contract/calendar.ts';

export type DeadlineCode = 'danger' | 'supply' | 'cleaning' | 'general' | 'complex';

export interface SeedDeadlineClass {
  code: DeadlineCode;
  label: string;
  en: string;
  amount: number;
  unit: TimeUnit;
  answerHours: number;
  basis: string;
}

/** The ladder everybody knows (DOMAIN §0.5), and one class in working time (DOMAIN §3.3). A street may change each and add its own. */
export const deadlineClasses: readonly SeedDeadlineClass[] = [
  {
    ...{ code: 'danger', label: '紧急危险', en: 'Danger', amount: 2, unit: 'hour', answerHours: 2 },
    basis: '12345 热线通行时限：紧急类 2 小时',
  },
  {
    ...{
      code: 'supply',
      label: '水电气暖',
      en: 'Water, power, gas and heat',
      amount: 24,
      unit: 'hour',
      answerHours: 24,
    },
    basis: '12345 热线通行时限：水电气热 24 小时',
  },
  {
    ...{ code: 'cleaning', label: '市容保洁', en: 'Keeping clean', amount: 1, unit: 'working_day', answerHours: 24 },
    basis: '数字化城市管理：暴露垃圾 1 个工作日',
  },
  {
    ...{ code: 'general', label: '一般事项', en: 'General matters', amount: 7, unit: 'day', answerHours: 24 },
    basis: '12345 热线通行时限：一般类 7 天',
  },
  {
    ...{ code: 'complex', label: '复杂事项', en: 'Complex matters', amount: 15, unit: 'day', answerHours: 24 },
    basis: '12345 热线通行时限：复杂类 15 天',
  },
];

/** For whatever has no category. */
export const usualClass: DeadlineCode = 'general';
