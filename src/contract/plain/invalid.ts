import type { Issue } from '../errors.js';
import { ClienteleError } from './errors.js';

/** An `invalid` error with its faults. */
export function invalid(issues: readonly Issue[], operation?: string): ClienteleError {
  const first = issues[0];
  const where = first && first.path.length > 0 ? `${first.path.join('.')}: ` : '';
  return new ClienteleError('invalid', `${where}${first?.message ?? 'invalid input'}`, {
    issues: [...issues],
    ...(operation === undefined ? {} : { operation }),
  });
}
