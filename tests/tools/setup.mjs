/**
 * Makes a fresh clone ready: the dependencies of the lock file and, when asked, a browser for the tests.
 * What is there already is left alone, so that a second run installs nothing.
 *
 *   node tests/tools/setup.mjs                    the dependencies
 *   node tests/tools/setup.mjs --browser          and a Chromium (an installed Chrome or Edge will do)
 *   node tests/tools/setup.mjs --browser=firefox  and a Firefox; likewise webkit
 *
 * Plain Node >= 20.19 without dependencies: it runs before there are any.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { browserKinds, findBrowser } from './browsers.mjs';
import { bin, projectNode, root } from './paths.mjs';

const stampPath = join(root, 'node_modules/.clientele-setup');

const debianPackages = {
  chromium: ['chromium'],
  firefox: ['firefox-esr'],
  webkit: ['webkit2gtk-driver', 'xvfb', 'xauth'],
};

const advice = {
  chromium: 'Install Chrome, Chromium or Edge, or set CHROME_PATH to one, and run this again.',
  firefox: 'Install Firefox, or set FIREFOX_PATH to it, and run this again.',
  webkit:
    'The WebKit tests need Linux with the packages webkit2gtk-driver, xvfb and xauth: install them and run this again.',
};

function run(command, args, options = {}) {
  console.log(`> ${[command, ...args].join(' ')}`);
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', cwd: root, ...options });
  if (error) console.error(error.message);
  return status === 0;
}

function lockHash() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

function packagesOf(path) {
  const { packages } = JSON.parse(readFileSync(path, 'utf8'));
  return Object.entries(packages).filter(([name, { optional }]) => name !== '' && !optional);
}

/** Whether what npm last installed is what the lock file says: true after a plain `npm ci` or `npm install`, too. */
function isInstalledByHand() {
  const installedPath = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installedPath)) return false;
  const installed = new Map(packagesOf(installedPath));
  return packagesOf(join(root, 'package-lock.json')).every(
    ([name, { version }]) => installed.get(name)?.version === version,
  );
}

/** Installs what the lock file says, unless it is there. Answers whether it is there now. */
export function ensureDependencies() {
  const hash = lockHash();
  if (existsSync(stampPath) && readFileSync(stampPath, 'utf8') === hash) return true;
  if (!isInstalledByHand()) {
    console.log('Installing the dependencies of package-lock.json; this takes a minute or two.');
    // npm is a script on Windows, which Node starts only through a shell.
    const shell = process.platform === 'win32';
    if (!run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { shell })) return false;
  }
  writeFileSync(stampPath, hash);
  return true;
}

function linuxFamily() {
  if (process.platform !== 'linux' || !existsSync('/etc/os-release')) return null;
  const release = readFileSync('/etc/os-release', 'utf8');
  const words = [...release.matchAll(/^(?:ID|ID_LIKE)="?([^"\n]*)"?$/gm)].flatMap((match) =>
    match[1].split(' '),
  );
  return words.includes('ubuntu') ? 'ubuntu' : words.includes('debian') ? 'debian' : null;
}

/** The words before a command that needs root: none for root, sudo where it asks no password, else null. */
function rootPrefix() {
  if (process.getuid?.() === 0) return [];
  return spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0 ? ['sudo', '-n'] : null;
}

function installByApt(prefix, packages) {
  const apt = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get'];
  const [command, ...args] = apt;
  // An outdated mirror in the list fails the update, while the packages may still be there.
  run(command, [...args, 'update', '-qq']);
  return run(command, [...args, 'install', '-y', '-qq', '--no-install-recommends', ...packages]);
}

/** Installs packages with apt, on Debian and its kin, where root or sudo without a password allow it. Answers whether it did. */
export function installPackages(packages) {
  const prefix = linuxFamily() ? rootPrefix() : null;
  return prefix !== null && installByApt(prefix, packages);
}

function installByPlaywright(prefix) {
  const withSystem = prefix === null ? [] : ['--with-deps'];
  return run(projectNode(), [bin('playwright-core/cli.js'), 'install', ...withSystem, 'chromium']);
}

function install(kind) {
  const family = linuxFamily();
  const prefix = family ? rootPrefix() : null;
  // Ubuntu packages its browsers as snaps, which a container cannot run; WebKit's driver is a real package there.
  const byApt = family === 'debian' || (family === 'ubuntu' && kind === 'webkit');
  if (byApt && prefix) return installByApt(prefix, debianPackages[kind]);
  if (kind === 'chromium' && family === 'ubuntu') return installByPlaywright(prefix);
  return false;
}

/** Finds or installs a browser of the kind. Answers whether there is one now. */
export function ensureBrowser(kind) {
  if (findBrowser(kind)) return true;
  console.log(`No ${kind} was found; installing one where that is possible.`);
  install(kind);
  if (findBrowser(kind)) return true;
  const debian =
    linuxFamily() === 'debian' ? ` On this machine: apt-get install ${debianPackages[kind].join(' ')}` : '';
  console.error(`${advice[kind]}${debian}`);
  return false;
}

function main(args) {
  if (!ensureDependencies()) return false;
  for (const arg of args) {
    const [name, value = 'chromium'] = arg.split('=');
    if (name !== '--browser' || !browserKinds.includes(value)) {
      console.error(
        `Unknown argument ${arg}. Known: --browser, ${browserKinds.map((k) => `--browser=${k}`).join(', ')}.`,
      );
      return false;
    }
    if (!ensureBrowser(value)) return false;
    const found = findBrowser(value);
    console.log(`${value}: ${typeof found === 'string' ? found : found.browser}`);
  }
  return true;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = main(process.argv.slice(2)) ? 0 : 1;
}
