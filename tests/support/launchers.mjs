/** The browsers that web-test-runner drives, by kind: 'chromium', 'firefox', 'webkit'. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { chromeLauncher } from '@web/test-runner-chrome';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import { chromiumArgs, needBrowser } from '../tools/browsers.mjs';

function chromium() {
  return chromeLauncher({
    launchOptions: {
      executablePath: needBrowser('chromium'),
      headless: true,
      userDataDir: mkdtempSync(join(tmpdir(), 'clientele-chromium-')),
      args: chromiumArgs,
    },
  });
}

/** Driven by WebDriver BiDi: no geckodriver. */
function firefox() {
  const launcher = chromeLauncher({
    concurrency: 1,
    launchOptions: { browser: 'firefox', executablePath: needBrowser('firefox'), headless: true },
  });
  return Object.assign(launcher, { name: 'Firefox' });
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** A screen for WebKitGTK, which has no headless mode. Its number is read from file descriptor 3. */
async function startScreen(xvfb) {
  const args = ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'];
  const screen = spawn(xvfb, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const [chunk] = await once(screen.stdio[3], 'data');
  return { screen, display: `:${String(chunk).trim()}` };
}

async function startWebKit(port) {
  const { driver: driverPath, browser, xvfb } = needBrowser('webkit');
  const { screen, display } = await startScreen(xvfb);
  const driver = spawn(driverPath, [`--port=${port}`, '--host=127.0.0.1'], {
    stdio: 'ignore',
    env: {
      ...process.env,
      DISPLAY: display,
      GDK_BACKEND: 'x11',
      WEBKIT_DISABLE_COMPOSITING_MODE: '1',
      LIBGL_ALWAYS_SOFTWARE: '1',
      // Its sandbox needs user namespaces, which containers forbid.
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
    },
  });
  const stop = () => {
    driver.kill();
    screen.kill();
  };
  process.once('exit', stop);
  for (let attempt = 0; attempt < 100; attempt++) {
    const isReady = await fetch(`http://127.0.0.1:${port}/status`).then(
      (response) => response.ok,
      () => false,
    );
    if (isReady) return { browser, stop };
    await delay(100);
  }
  stop();
  throw new Error('WebKitWebDriver did not answer within 10 s.');
}

async function webkit() {
  const port = await freePort();
  const { browser, stop } = await startWebKit(port);
  const launcher = webdriverLauncher({
    automationProtocol: 'webdriver',
    hostname: '127.0.0.1',
    port,
    path: '/',
    logLevel: 'error',
    capabilities: {
      browserName: 'MiniBrowser',
      'wdio:enforceWebDriverClassic': true,
      'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] },
    },
  });
  const initialize = launcher.initialize.bind(launcher);
  const startSession = launcher.startSession.bind(launcher);
  const stopLauncher = launcher.stop.bind(launcher);
  return Object.assign(launcher, {
    async initialize(config) {
      await initialize(config);
      launcher.name = 'WebKit';
    },
    async startSession(id, url) {
      // All files share one window: what one left pressed, small or open must not meet the next.
      await launcher.ensureManagerInitialized();
      await launcher.driver.releaseActions();
      await launcher.driver.setWindowSize(1280, 900);
      await startSession(id, url);
    },
    async stop() {
      await stopLauncher().finally(stop);
    },
  });
}

const launchers = { chromium, firefox, webkit };

/** Launchers of the kinds named, in that order. */
export async function launchersOf(kinds) {
  const unknown = kinds.filter((kind) => !(kind in launchers));
  if (unknown.length > 0)
    throw new Error(`BROWSERS names ${unknown.join(', ')}; known are ${Object.keys(launchers).join(', ')}.`);
  return Promise.all(kinds.map((kind) => launchers[kind]()));
}
