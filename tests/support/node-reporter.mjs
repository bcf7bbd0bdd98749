/**
 * Reporter of node:test. Says what failed and why, and closes with `N passed, N failed, N skipped`; with VERBOSE set it
 * names every test. A suite counts by its tests, except one that fails by itself (in a hook, say).
 */
import { relative } from 'node:path';

function causeOf(error) {
  const cause = error?.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
}

export default async function* nodeReporter(source) {
  const count = { passed: 0, failed: 0, skipped: 0 };
  const path = [];
  for await (const { type, data } of source) {
    if (type === 'test:start') {
      path.length = data.nesting;
      path[data.nesting] = data.name;
    } else if (type === 'test:stderr' || type === 'test:stdout') {
      yield data.message;
    } else if (type === 'test:pass' && data.details?.type !== 'suite') {
      const isSkipped = data.skip !== undefined || data.todo !== undefined;
      count[isSkipped ? 'skipped' : 'passed']++;
      if (isSkipped)
        yield `- skipped: ${data.name}${typeof data.skip === 'string' ? ` (${data.skip})` : ''}\n`;
      else if (process.env.VERBOSE) yield `✓ ${data.name} (${Math.round(data.details.duration_ms)} ms)\n`;
    } else if (type === 'test:fail') {
      const { error, type: kind } = data.details;
      // The suite around a failed test fails as well, and has nothing to add.
      if (kind === 'suite' && error?.failureType === 'subtestsFailed') continue;
      count.failed++;
      const file = data.file ? `${relative(process.cwd(), data.file)}:${data.line} ` : '';
      const above = path.slice(0, data.nesting).join(' › ');
      yield `✗ ${file}${above ? `${above} › ` : ''}${data.name}\n${causeOf(error).replace(/^/gm, '    ')}\n`;
    }
  }
  yield `${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped\n`;
}
