import type { Day } from '../contract/values.js';
import { dateFormat } from './intl.js';

let last = { zone: '', second: Number.NaN, day: '' };

/**
 * The zone's calendar day at an instant in milliseconds. The room of time has the same for many instants at once; a page asks for a few,
 * and for today over and over. An unknown zone, and what is no instant, throw a RangeError.
 */
export function dayInZone(ms: number, timeZone: string): Day {
  // No day begins within a second.
  const second = Math.floor(ms / 1000);
  if (last.second === second && last.zone === timeZone) return last.day;
  const format = dateFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const [month = '', date = '', year = ''] = format.format(second * 1000).split('/');
  const day = `${year.padStart(4, '0')}-${month}-${date}`;
  last = { zone: timeZone, second, day };
  return day;
}
