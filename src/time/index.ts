export { addDays, addMonths, addYears, daysBetween, weekday, weekdayOfNumber } from './arithmetic.js';
export {
  age,
  birthdayIn,
  birthdaySlots,
  daysToBirthday,
  formatBirthday,
  isBirthday,
  latestBirthOf,
  monthDaySlot,
  nextBirthday,
} from './birthday.js';
export { parseBirthday } from './birthday-parts.js';
export type { BirthdayParts } from './birthday-parts.js';
export type { Birthday, LeapPolicy } from './birthday.js';
export {
  DATE_PERIODS,
  DATE_UNITS,
  isDateSpec,
  isInPeriod,
  resolveDate,
  resolvePeriod,
  TODAY,
} from './date-spec.js';
export type { CalendarRules, DatePeriod, DateSpec, DateUnit, Period, PeriodSpec } from './date-spec.js';
export { dayOf, formatDay, partsOfNumber } from './calendar.js';
export {
  dayNumber,
  daysInMonth,
  isDay,
  isLeapYear,
  MAX_DAY,
  MAX_DAY_NUMBER,
  MIN_DAY,
  MIN_DAY_NUMBER,
  parseDay,
  parseDayNumber,
  partsOf,
} from './day.js';
export type { Day, DayParts } from './day.js';
export { parseLocalDate } from './local-date.js';
export type { DateError, DateGuess, DateOrder, LocalDate, LocalDateOptions } from './local-date.js';
export { dayInZone, dayNumberInZone, isTimeZone, offsetAt, startOfDay, todayIn, zoneDays } from './zone.js';
