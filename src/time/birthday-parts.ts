import { parseDay } from './day.js';

export interface BirthdayParts {
  /** Null: not known. */
  year: number | null;
  month: number;
  day: number;
}

/** Strict: `YYYY-MM-DD` or `--MM-DD` of a day that exists (`--02-29` does); null for anything else. */
export function parseBirthday(text: string): BirthdayParts | null {
  if (!text.startsWith('--')) return parseDay(text);
  // 2000 is a leap year: every day of the year exists in it.
  const parts = text.length === 7 ? parseDay(`2000${text.slice(1)}`) : null;
  return parts === null ? null : { ...parts, year: null };
}
