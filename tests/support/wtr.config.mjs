/** web-test-runner: every .browser.ts file, in the browsers that BROWSERS names (comma-separated; Chromium unless told). */
import { defaultReporter } from '@web/test-runner';
import { closingLineReporter } from './closing-line.mjs';
import { launchersOf } from './launchers.mjs';
import { viteServing } from './vite-serving.mjs';
import { webdriverCommands } from './webdriver-commands.mjs';

const kinds = (process.env.BROWSERS ?? 'chromium').split(',');
const { plugins, middleware } = await viteServing();

export default {
  files: ['tests/**/*.browser.ts'],
  rootDir: process.cwd(),
  nodeResolve: false,
  browsers: await launchersOf(kinds),
  // One at a time: a page in the background gets neither the focus nor animation frames, and real keys go to the one in front.
  concurrency: 1,
  plugins: [...plugins, webdriverCommands()],
  middleware,
  reporters: [defaultReporter({ reportTestProgress: process.stdout.isTTY ?? false }), closingLineReporter()],
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  testFramework: { config: { ui: 'bdd', timeout: 15_000 } },
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 300_000,
  coverageConfig: { include: ['src/**/*.ts'], report: true, reportDir: 'coverage' },
};
