import type { Client, Context } from '../contract/index.js';

/** Whether the user's branches hold the client. One without a branch is in nobody's but those who may see all. */
export function isInBranches(
  client: Pick<Client, 'branch'>,
  { branches }: Pick<Context, 'branches'>,
): boolean {
  return !branches || (client.branch !== undefined && branches.includes(client.branch));
}
