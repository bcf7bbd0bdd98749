/**
 * Finds the browsers that the tests drive. Looks only; installing is the business of setup.mjs.
 * Plain Node, no dependency: setup.mjs imports it before anything is installed.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** Chromium below this lacks the popovers and anchors that the widgets stand on. */
const oldestChromium = 125;

const isWindows = process.platform === 'win32';
const isMac = process.platform === 'darwin';

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function onPath(name) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, name);
    if (folder && isExecutable(path)) return path;
  }
  return null;
}

/** Major version, or null for what does not start: Ubuntu's `chromium-browser` only tells people to install a snap. */
function majorVersion(path) {
  // A Windows browser opens a window instead of answering.
  if (isWindows) return Infinity;
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 });
  const major = status === 0 ? /(\d+)\.\d+/.exec(stdout)?.[1] : undefined;
  return major ? Number(major) : null;
}

/** Executables with one of the names, at most `depth` folders below `folder`, the newest folder first. */
function findBelow(folder, names, depth) {
  if (depth < 0 || !existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
    b.name.localeCompare(a.name, 'en', { numeric: true }),
  );
  const here = entries
    .filter((entry) => !entry.isDirectory() && names.includes(entry.name))
    .map((entry) => join(folder, entry.name))
    .filter(isExecutable);
  const below = entries.filter((entry) => entry.isDirectory());
  return [...here, ...below.flatMap((entry) => findBelow(join(folder, entry.name), names, depth - 1))];
}

function playwrightFolders() {
  const custom = process.env.PLAYWRIGHT_BROWSERS_PATH;
  if (custom && custom !== '0') return [custom];
  if (isWindows) return [join(process.env.LOCALAPPDATA ?? homedir(), 'ms-playwright')];
  if (isMac) return [join(homedir(), 'Library/Caches/ms-playwright')];
  return [join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'ms-playwright')];
}

function fromPlaywright(prefix, names) {
  return playwrightFolders().flatMap((folder) => {
    if (!existsSync(folder)) return [];
    const versions = readdirSync(folder).filter((name) => name.startsWith(prefix));
    versions.sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));
    return versions.flatMap((name) => findBelow(join(folder, name), names, 4));
  });
}

function installedChromiums() {
  if (isMac) {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
      apps.map((app) => join(folder, `${app}.app/Contents/MacOS`, app)),
    );
  }
  if (isWindows) {
    const { PROGRAMFILES, 'PROGRAMFILES(X86)': programFiles86, LOCALAPPDATA } = process.env;
    const programs = ['Google/Chrome/Application/chrome.exe', 'Chromium/Application/chrome.exe'];
    return [PROGRAMFILES, programFiles86, LOCALAPPDATA]
      .filter((folder) => folder !== undefined)
      .flatMap((folder) =>
        [...programs, 'Microsoft/Edge/Application/msedge.exe'].map((p) => join(folder, p)),
      );
  }
  const names = [
    'chromium',
    'google-chrome-stable',
    'google-chrome',
    'microsoft-edge-stable',
    'microsoft-edge',
  ];
  return [...names, 'chromium-browser'].map(onPath).filter((path) => path !== null);
}

/** A usable Chromium, Chrome or Edge; CHROME_PATH wins. Null when there is none. */
export function findChromium() {
  const chosen = process.env.CHROME_PATH;
  if (chosen) {
    if (!isExecutable(chosen)) throw new Error(`CHROME_PATH names ${chosen}, which cannot be run.`);
    return chosen;
  }
  const names = isMac
    ? ['Chromium', 'Google Chrome for Testing']
    : ['chrome', 'chrome.exe', 'headless_shell', 'chrome-headless-shell', 'chrome-headless-shell.exe'];
  const candidates = [...installedChromiums(), ...fromPlaywright('chromium', names)];
  return candidates.find((path) => isExecutable(path) && (majorVersion(path) ?? 0) >= oldestChromium) ?? null;
}

/** A usable Firefox; FIREFOX_PATH wins. Null when there is none. */
export function findFirefox() {
  const chosen = process.env.FIREFOX_PATH;
  if (chosen) {
    if (!isExecutable(chosen)) throw new Error(`FIREFOX_PATH names ${chosen}, which cannot be run.`);
    return chosen;
  }
  const candidates = isMac
    ? ['/Applications/Firefox.app/Contents/MacOS/firefox']
    : isWindows
      ? [join(process.env.PROGRAMFILES ?? 'C:/Program Files', 'Mozilla Firefox/firefox.exe')]
      : ['firefox-esr', 'firefox'].map(onPath).filter((path) => path !== null);
  return candidates.find((path) => isExecutable(path) && majorVersion(path) !== null) ?? null;
}

/** WebKitGTK's driver, its small browser and the screen it needs: `{ driver, browser, xvfb }`, or null. Linux only. */
export function findWebKit() {
  const driver = onPath('WebKitWebDriver');
  const xvfb = onPath('Xvfb');
  if (process.platform !== 'linux' || !driver || !xvfb) return null;
  const folders = ['/usr/lib', '/usr/libexec'].filter((folder) => existsSync(folder));
  const browser = folders
    .flatMap((folder) => [folder, ...subfolders(folder, 'linux-gnu')])
    .flatMap((folder) => subfolders(folder, 'webkit'))
    .map((folder) => join(folder, 'MiniBrowser'))
    .find(isExecutable);
  return browser ? { driver, browser, xvfb } : null;
}

function subfolders(folder, part) {
  return readdirSync(folder)
    .filter((name) => name.includes(part))
    .map((name) => join(folder, name));
}

const finders = { chromium: findChromium, firefox: findFirefox, webkit: findWebKit };

/** What each kind of browser answers to, for messages and for `--browser=`. */
export const browserKinds = Object.keys(finders);

/** The browser of that kind, or null. */
export function findBrowser(kind) {
  return finders[kind]();
}

/** As `findBrowser`, but the absence is an error that says what to do. */
export function needBrowser(kind) {
  const found = findBrowser(kind);
  if (!found) throw new Error(`No ${kind} was found. Run: npm run setup -- --browser=${kind}`);
  return found;
}

/** Switches that keep a headless Chromium quiet, offline-minded and runnable by root in a container. */
export const chromiumArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];
