import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { packageOf, reachable, readImports } from '../support/import-graph.js';

const graph = readImports('src');

describe('what a page loads before the first rows', () => {
  for (const entry of [
    'src/sdk/start.ts',
    'src/elements/provider/provider.define.ts',
    'src/elements/widget.ts',
  ]) {
    it(`${entry} needs no schema, no rules and no locale but English`, () => {
      const ways = reachable(graph, entry);
      const heavy = [...ways.keys()].filter(
        (module) =>
          packageOf(module) === 'zod' ||
          /^src\/engine\/(?!now\.ts)|^src\/segments\/(?!virtual\.ts|resolved\.ts)|^src\/locales\/(ru|bg|cs|lv)\b|^src\/adapters/.test(
            module,
          ),
      );
      assert.deepEqual(
        heavy.map((module) => ways.get(module)?.join(' → ')),
        [],
      );
    });
  }
});
