import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };

/** The project's folder. */
export const root = resolve(import.meta.dirname, '../..');

/** What `npm pack` made, and a project beside it that has the package installed. */
export interface Packed {
  tarball: string;
  /** Folder of the project; the package is in its node_modules, and so is what it depends on, what is left to hosts too. */
  consumer: string;
  remove(): void;
}

/** Packs the built package and installs it, as npm would, into a new project in the system's folder for such things. */
export function packed(): Packed {
  const folder = mkdtempSync(join(tmpdir(), 'clientele-packed-'));
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const answer = execFileSync(npm, ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    shell: process.platform === 'win32',
  });
  const listed = JSON.parse(answer) as { filename: string }[] | Record<string, { filename: string }>;
  const filename = Object.values(listed)[0]?.filename;
  if (filename === undefined) throw new Error(`npm pack answered ${answer}`);
  const tarball = join(folder, filename);
  const consumer = join(folder, 'consumer');
  const installed = join(consumer, 'node_modules', packageJson.name);
  mkdirSync(installed, { recursive: true });
  execFileSync('tar', ['-xzf', tarball, '--strip-components=1', '-C', installed]);
  const { dependencies, peerDependencies } = packageJson;
  for (const name of Object.keys({ ...dependencies, ...peerDependencies })) {
    const target = join(consumer, 'node_modules', name);
    mkdirSync(dirname(target), { recursive: true });
    symlinkSync(join(root, 'node_modules', name), target, 'junction');
  }
  return { tarball, consumer, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
