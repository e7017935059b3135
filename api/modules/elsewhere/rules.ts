const days = 7;
const dayMs = 24 * 3_600_000;

/** When somebody should have looked: within seven days. */
export function lookedBy(asked: Date): { dueAt: Date; nearAt: Date } {
  return { dueAt: new Date(asked.getTime() + days * dayMs), nearAt: new Date(asked.getTime() + 0.8 * days * dayMs) };
}

/** 举一反三：楼道灯不亮, within the 60 characters of a title. */
export function checkTitle(title: string): string {
  return [...`举一反三：${title}`].slice(0, 60).join('');
}
