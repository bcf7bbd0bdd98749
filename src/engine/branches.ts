import type { Context } from '../contract/index.js';

/** Whether the user's branches hold a client or a record. One without a branch is in nobody's but those who may see all. */
export function isInBranches(
  { branch }: { readonly branch?: unknown },
  { branches }: Pick<Context, 'branches'>,
): boolean {
  return !branches || (typeof branch === 'string' && branches.includes(branch));
}
