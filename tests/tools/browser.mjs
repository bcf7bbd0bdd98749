/**
 * Runs the element tests in one kind of browser; further arguments go to web-test-runner.
 *
 *   node tests/tools/browser.mjs firefox --files 'tests/elements/list/*.browser.ts'
 */
import { spawnSync } from 'node:child_process';
import { bin, projectNode, root } from './paths.mjs';
import { ensureBrowser } from './setup.mjs';

const [kind = 'chromium', ...rest] = process.argv.slice(2);

if (ensureBrowser(kind)) {
  const { status } = spawnSync(
    projectNode(),
    [bin('@web/test-runner/dist/bin.js'), '--config', 'tests/support/wtr.config.mjs', ...rest],
    { cwd: root, stdio: 'inherit', env: { ...process.env, BROWSERS: kind } },
  );
  process.exitCode = status ?? 1;
} else {
  process.exitCode = 1;
}
