/** Said where there is no PostgreSQL and none can be had. */
export const ADVICE: string;
/** Whether the environment names a server. */
export function isNamed(env?: NodeJS.ProcessEnv): boolean;
/** Where the server's programs are; null: nowhere. */
export function findPrograms(env?: NodeJS.ProcessEnv, roots?: readonly string[]): string | null;
/** Where the demo keeps its database. */
export function cacheFolder(env?: NodeJS.ProcessEnv, isRoot?: boolean): string;
