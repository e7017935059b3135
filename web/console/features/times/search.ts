export const tabs = ['calendar', 'classes', 'ladder', 'windows'] as const;
export type Tab = (typeof tabs)[number];

/** What of the screen stands in its address. */
export type TimesSearch = { tab?: Tab; month?: string };

const isTab = (value: unknown): value is Tab => tabs.some((tab) => tab === value);

export const readTimes = ({ tab, month }: Record<string, unknown>): TimesSearch => ({
  ...(isTab(tab) ? { tab } : {}),
  ...(typeof month === 'string' && /^20\d{2}-(0[1-9]|1[0-2])$/.test(month) ? { month } : {}),
});
