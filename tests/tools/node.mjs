/**
 * Runs the tests that need no browser.
 *
 *   node tests/tools/node.mjs                   every .test.ts file, except tests/packaging
 *   node tests/tools/node.mjs tests/segments    those below a folder, or single files
 *   node tests/tools/node.mjs --long            also the .long.ts files, and longer runs of the random tests
 *   node tests/tools/node.mjs --packaging       the tests of what `npm run build` made
 */
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { sep } from 'node:path';
import { projectNode, root } from './paths.mjs';

const args = process.argv.slice(2);
const flags = args.filter((arg) => arg.startsWith('--'));
const wanted = args.filter((arg) => !arg.startsWith('--')).map((path) => path.replace(/\/+$/, ''));
const isLong = flags.includes('--long');
const isPackaging = flags.includes('--packaging');

const patterns = isLong ? ['tests/**/*.test.ts', 'tests/**/*.long.ts'] : ['tests/**/*.test.ts'];
const files = globSync(patterns, { cwd: root })
  .map((file) => file.split(sep).join('/'))
  .filter((file) =>
    wanted.length > 0
      ? wanted.some((path) => file === path || file.startsWith(`${path}/`))
      : file.startsWith('tests/packaging/') === isPackaging,
  )
  .sort();

if (files.length === 0) {
  console.error(`No test file matches ${wanted.join(', ') || patterns.join(', ')}.`);
  process.exit(1);
}

const { status } = spawnSync(
  projectNode(),
  [
    '--enable-source-maps',
    '--import',
    'tsx',
    '--test',
    '--import',
    './tests/support/node-end.mjs',
    `--test-timeout=${isLong ? 1_800_000 : 120_000}`,
    `--test-concurrency=${availableParallelism()}`,
    '--test-reporter=./tests/support/node-reporter.mjs',
    '--test-reporter-destination=stdout',
    ...files,
  ],
  { cwd: root, stdio: 'inherit', env: { ...process.env, ...(isLong ? { CLIENTELE_LONG: '1' } : {}) } },
);
process.exitCode = status ?? 1;
