import { normalisePhone } from '../text/index.js';
import { textOf } from './values.js';

type Fail = (code: string) => void;

/** The phones of a cell as E.164; each one that is none is told. */
export function readPhones(cell: string, country: string, fail: Fail): string[] {
  const whole = normalisePhone(cell, country);
  if ('e164' in whole) return [whole.e164];
  const parts = cell
    .split(/\s*:::\s*|[,;/|\n]|\s(?=\+)/u)
    .map(textOf)
    .filter((part) => part !== '');
  const phones: string[] = [];
  for (const part of parts.length > 1 ? parts : [cell]) {
    const phone = normalisePhone(part, country);
    if ('e164' in phone) phones.push(phone.e164);
    else if (phone.error !== 'empty') fail(`phone_${phone.error}`);
  }
  return phones;
}

const ADDRESS = /^[^\s@"<>(),;:]+@[^\s@"<>(),;:]+\.[^\s@"<>(),;:.]{2,}$/u;

/** The e-mail addresses of a cell, also out of `Ann Lee <ann@example.com>`. */
export function readEmails(cell: string, fail: Fail): string[] {
  const emails: string[] = [];
  for (const part of cell.split(/\s*:::\s*|[,;|\s]+/u).map(textOf)) {
    const address = part.replace(/^(?:mailto:|[<("'])+|[>)"'.]+$/giu, '');
    if (!address.includes('@')) {
      if (!cell.includes('@') && address !== '') {
        fail('unknown_email');
        break;
      }
    } else if (ADDRESS.test(address) && address.length <= 254) emails.push(address);
    else fail('unknown_email');
  }
  return emails;
}
