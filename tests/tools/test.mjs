/**
 * `npm test`: all that must hold, one line per step, closing with `N passed, N failed`. Steps that count their tests
 * add them up; any other step counts as one.
 *
 *   npm test                          everything
 *   npm test -- --only=types,node     some steps; --skip=stories leaves some out
 *   VERBOSE=1 npm test                with what every step prints, not only a failed one
 *
 * Installs the dependencies and a browser first when they are missing. Plain Node until then.
 */
import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';
import { bin, projectNode, root } from './paths.mjs';
import { ensureBrowser, ensureDependencies } from './setup.mjs';

const steps = [
  {
    name: 'manifest',
    args: [
      bin('@custom-elements-manifest/analyzer/cem.js'),
      'analyze',
      '--config',
      'tests/tools/cem.config.mjs',
    ],
  },
  { name: 'format', args: [bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'] },
  { name: 'lint', args: [bin('oxlint/bin/oxlint')] },
  { name: 'types', args: [bin('typescript/bin/tsc'), '--noEmit'] },
  { name: 'declarations', args: [bin('typescript/bin/tsc'), '-p', 'src/tsconfig.build.json', '--noEmit'] },
  { name: 'node', counts: true, args: ['tests/tools/node.mjs'] },
  { name: 'browser', counts: true, args: ['tests/tools/browser.mjs', 'chromium'] },
  { name: 'build', args: ['tests/tools/build.mjs'] },
  { name: 'packaging', counts: true, needs: 'build', args: ['tests/tools/node.mjs', '--packaging'] },
  {
    name: 'storybook',
    args: [bin('storybook/dist/bin/dispatcher.js'), 'build', '-o', 'dist-storybook', '--quiet'],
  },
  { name: 'stories', counts: true, needs: 'storybook', args: ['tests/tools/stories.mjs'] },
];

const closingLine = /^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/gm;

function listOf(flag) {
  const arg = process.argv.slice(2).find((item) => item.startsWith(`--${flag}=`));
  return arg?.slice(flag.length + 3).split(',');
}

function chosenSteps() {
  const only = listOf('only');
  const skip = listOf('skip') ?? [];
  const names = steps.map((step) => step.name);
  const unknown = [...(only ?? []), ...skip].filter((name) => !names.includes(name));
  if (unknown.length > 0)
    throw new Error(`No step is called ${unknown.join(', ')}; known are ${names.join(', ')}.`);
  return steps.filter(({ name }) => (only?.includes(name) ?? true) && !skip.includes(name));
}

function run(args) {
  return new Promise((resolve) => {
    const child = spawn(projectNode(), args, {
      cwd: root,
      env: { ...process.env, STORYBOOK_DISABLE_TELEMETRY: '1', FORCE_COLOR: '0' },
    });
    let output = '';
    const take = (chunk) => {
      output += stripVTControlCharacters(chunk);
      if (process.env.VERBOSE) process.stdout.write(chunk);
    };
    child.stdout.setEncoding('utf8').on('data', take);
    child.stderr.setEncoding('utf8').on('data', take);
    child.once('error', (error) => resolve({ isOk: false, output: `${output}${error.message}\n` }));
    child.once('close', (code) => resolve({ isOk: code === 0, output }));
  });
}

/** What moves the cursor or colours text, which some steps write even where nobody looks. */
// oxlint-disable-next-line no-control-regex -- that is what it is about
const escapes = /\u001B\[[\d;]*[A-Za-z]/g;

/** Counts of one step. A step that ends badly has at least one failure, whatever it printed. */
function countsOf({ counts }, isOk, output) {
  const last = counts ? [...output.replace(escapes, '').matchAll(closingLine)].at(-1) : undefined;
  if (!last) return { passed: isOk && !counts ? 1 : 0, failed: isOk && !counts ? 0 : 1, skipped: 0 };
  const [passed, failed, skipped] = last.slice(1).map((digits) => Number(digits ?? 0));
  return { passed, failed: isOk ? failed : Math.max(failed, 1), skipped };
}

async function main() {
  const total = { passed: 0, failed: 0, skipped: 0 };
  const broken = new Set();
  const begin = performance.now();
  const seconds = (since) => ((performance.now() - since) / 1000).toFixed(1).padStart(6);
  const isReady = ensureDependencies() && ensureBrowser('chromium');
  if (!isReady) total.failed++;
  console.log(`${isReady ? 'ok  ' : 'FAIL'} ${seconds(begin)} s  setup`);
  for (const step of isReady ? chosenSteps() : []) {
    const start = performance.now();
    const { isOk, output } = broken.has(step.needs)
      ? { isOk: false, output: `Not run: ${step.needs} failed.\n` }
      : await run(step.args);
    if (!isOk) broken.add(step.name);
    const { passed, failed, skipped } = countsOf(step, isOk, output);
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
    const detail = step.counts
      ? `: ${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`
      : '';
    if (failed > 0 && !process.env.VERBOSE) console.log(output.trimEnd());
    console.log(`${failed === 0 ? 'ok  ' : 'FAIL'} ${seconds(start)} s  ${step.name}${detail}`);
  }
  console.log(`${seconds(begin).trim()} s in all`);
  console.log(
    `${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}`,
  );
  process.exitCode = total.failed === 0 ? 0 : 1;
}

await main();
