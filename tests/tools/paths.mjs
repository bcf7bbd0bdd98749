import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The project's folder. */
export const root = resolve(import.meta.dirname, '../..');

/**
 * The Node that scripts run on: the one pinned in devDependencies, which is newer than what `engines` asks of a
 * contributor's machine; before the first install, the one that runs now.
 */
export function projectNode() {
  const pinned = join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
  return existsSync(pinned) ? pinned : process.execPath;
}

/** The script behind a package's command, to be run with `projectNode()` without going through a shell. */
export function bin(path) {
  return join(root, 'node_modules', path);
}
