import { cellLine } from './cell-text.ts';
import type { Cell } from './spreadsheet.ts';

/** An instant read from a cell. `dayOnly`: no time of day was given and `at` is midnight in Asia/Shanghai. */
export interface CellTime {
  at: Date;
  dayOnly: boolean;
}

const shanghaiOffset = 8 * 3_600_000;
const oneDay = 86_400_000;
/** Day 0 of Excel's calendar; right from March 1900 on. */
const serialEpoch = Date.UTC(1899, 11, 30);
/** 1992: before it Shanghai had summer time. */
const earliest = Date.UTC(1992, 0, 1);
const latest = Date.UTC(2100, 0, 1);

const written = new RegExp(
  [
    '^(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?',
    '(?:[T,]?\\s*(上午|下午|晚上|中午|凌晨|AM|PM)?\\s*(\\d{1,2})[:时点](\\d{1,2})?分?(?::?(\\d{1,2})(?:\\.\\d+)?秒?)?\\s*(AM|PM)?)?',
    '\\s*(Z|[+-]\\d{2}:?\\d{2})?$',
  ].join(''),
  'i',
);
const digitsOnly = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?$/;

/** Reads a date or a date with time, taken as Asia/Shanghai unless it names its offset; null when unreadable. */
export function cellTime(cell: Cell | undefined): CellTime | null {
  if (typeof cell === 'number') return fromSerial(cell);
  if (typeof cell !== 'string') return null;
  const text = cellLine(cell)
    .normalize('NFKC')
    .replace(/(?:星期|周)[一二三四五六日天]/, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (/^\d{5}(\.\d+)?$/.test(text)) return fromSerial(Number(text));
  const digits = digitsOnly.exec(text);
  if (digits) return fromParts(digits.slice(1, 4), digits.slice(4, 7));
  const parts = written.exec(text);
  if (!parts) return null;
  const [, year, month, day, before, hour, minute, second, after, offset] = parts;
  return fromParts([year, month, day], [hour, minute, second], before ?? after, offset);
}

function fromSerial(serial: number): CellTime | null {
  const wallClock = Math.round((serialEpoch + serial * oneDay) / 1000) * 1000;
  return inRange({ at: new Date(wallClock - shanghaiOffset), dayOnly: Number.isInteger(serial) });
}

function fromParts(
  date: (string | undefined)[],
  time: (string | undefined)[],
  half?: string,
  offset?: string,
): CellTime | null {
  const [year = 0, month = 0, day = 0] = date.map(Number);
  const dayOnly = time[0] === undefined;
  const [hour = 0, minute = 0, second = 0] = time.map((part) => Number(part ?? 0));
  const midnight = new Date(Date.UTC(year, month - 1, day));
  if (midnight.getUTCMonth() !== month - 1 || midnight.getUTCDate() !== day) return null;
  if (hour > 23 || minute > 59 || second > 59) return null;
  const wallClock = midnight.getTime() + ((hourOfDay(hour, half) * 60 + minute) * 60 + second) * 1000;
  return inRange({ at: new Date(wallClock - offsetOf(offset)), dayOnly });
}

function hourOfDay(hour: number, half: string | undefined): number {
  if (half === undefined || hour > 12) return hour;
  if (/^(下午|晚上|PM)$/i.test(half)) return hour === 12 ? 12 : hour + 12;
  if (half === '中午') return hour < 11 ? hour + 12 : hour;
  return hour === 12 ? 0 : hour;
}

function offsetOf(offset: string | undefined): number {
  if (offset === undefined) return shanghaiOffset;
  if (/^z$/i.test(offset)) return 0;
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(-2));
  return (offset.startsWith('-') ? -minutes : minutes) * 60_000;
}

const inRange = (time: CellTime): CellTime | null =>
  time.at.getTime() >= earliest && time.at.getTime() < latest ? time : null;
