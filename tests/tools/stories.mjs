/**
 * Renders every story of the static Storybook in Chromium and fails a story whose play function or axe finds something
 * wrong, or that leaves an error in the console.
 *
 *   node tests/tools/stories.mjs            every story of dist-storybook
 *   node tests/tools/stories.mjs list--     those whose id contains the text
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { chromiumArgs, needBrowser } from './browsers.mjs';
import { root } from './paths.mjs';
import { serveFolder } from './static-server.mjs';

const folder = join(root, 'dist-storybook');
const tabs = 2;
const timeoutMs = 60_000;

function storyIds(wanted) {
  const index = join(folder, 'index.json');
  if (!existsSync(index)) throw new Error('There is no static Storybook yet. Run: npm run build:storybook');
  const { entries } = JSON.parse(readFileSync(index, 'utf8'));
  return Object.values(entries)
    .filter(({ type, id, tags }) => type === 'story' && id.includes(wanted) && !tags?.includes('!test'))
    .map(({ id }) => id);
}

/** Runs in the page: waits for the story to end and answers what went wrong, in lines. */
async function outcomeOf(timeout) {
  const until = performance.now() + timeout;
  const wait = () => new Promise((resolve) => setTimeout(resolve, 20));
  while (!window.__STORYBOOK_ADDONS_CHANNEL__) {
    if (performance.now() > until) return ['Storybook did not start'];
    await wait();
  }
  const channel = window.__STORYBOOK_ADDONS_CHANNEL__;
  const failures = ['storyMissing', 'storyErrored', 'storyThrewException', 'playFunctionThrewException'];
  for (;;) {
    const failed = failures.find((name) => channel.last(name));
    if (failed) {
      const [detail] = channel.last(failed);
      return [`${failed}: ${detail?.message ?? detail?.title ?? JSON.stringify(detail)}`];
    }
    const [finished] = channel.last('storyFinished') ?? [];
    if (finished) {
      if (finished.status === 'success') return [];
      const findings = (finished.reporters ?? [])
        .filter(({ status }) => status === 'failed')
        .flatMap(({ type, result }) =>
          (result?.violations ?? [{ id: type, help: JSON.stringify(result) }]).flatMap(
            ({ id, help, nodes = [] }) => [
              `${id}: ${help}`,
              ...nodes.map(
                ({ target, failureSummary }) => `  ${target.flat().join(' » ')}: ${failureSummary ?? ''}`,
              ),
            ],
          ),
        );
      return findings.length > 0 ? findings : ['the story failed'];
    }
    if (performance.now() > until) return [`did not finish within ${timeout / 1000} s`];
    await wait();
  }
}

async function check(browser, address, id) {
  const page = await browser.newPage();
  const errors = [];
  page.on('console', (message) => {
    const url = message.location().url ?? '';
    // A story about a failing server has its requests below /api/ answered with errors on purpose.
    const isMocked =
      message.text().startsWith('Failed to load resource') && url.startsWith(`${address}/api/`);
    if (message.type() === 'error' && !isMocked) errors.push(`console: ${message.text()} ${url}`.trim());
  });
  page.on('pageerror', (error) =>
    errors.push(`uncaught: ${error instanceof Error ? error.message : String(error)}`),
  );
  try {
    await page.setViewport({ width: 1280, height: 800 });
    await page.goto(`${address}/iframe.html?id=${id}&viewMode=story`, { waitUntil: 'domcontentloaded' });
    return [...(await page.evaluate(outcomeOf, timeoutMs)), ...errors];
  } catch (error) {
    return [...errors, error instanceof Error ? error.message : String(error)];
  } finally {
    await page.close();
  }
}

async function main(wanted) {
  const queue = storyIds(wanted);
  if (queue.length === 0) throw new Error(`No story's id contains '${wanted}'.`);
  const count = { passed: 0, failed: 0 };
  const server = await serveFolder(folder);
  const browser = await puppeteer.launch({
    executablePath: needBrowser('chromium'),
    headless: true,
    args: [
      ...chromiumArgs,
      // Two tabs at once: the one behind must paint and keep time like the one in front.
      '--disable-renderer-backgrounding',
      '--disable-background-timer-throttling',
      '--disable-backgrounding-occluded-windows',
    ],
  });
  const worker = async () => {
    for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
      const problems = await check(browser, server.address, id);
      count[problems.length === 0 ? 'passed' : 'failed']++;
      if (problems.length > 0) console.log(`✗ ${id}\n${problems.join('\n').replace(/^/gm, '    ')}`);
      else if (process.env.VERBOSE) console.log(`✓ ${id}`);
    }
  };
  try {
    await Promise.all(Array.from({ length: tabs }, worker));
  } finally {
    await browser.close();
    await server.stop();
  }
  console.log(`${count.passed} passed, ${count.failed} failed`);
  process.exitCode = count.failed === 0 ? 0 : 1;
}

await main(process.argv[2] ?? '');
