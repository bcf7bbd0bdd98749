import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import packageJson from '../../package.json' with { type: 'json' };
import { entries } from '../tools/entries.js';
import { packed, root, type Packed } from './packed.js';

const specifiers = Object.keys(entries).map((door) => packageJson.name + door.slice(1));

function run(args: readonly string[], cwd: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' });
  return { status, output: `${stdout}${stderr}` };
}

describe('the packed package', () => {
  let result: Packed;

  before(() => {
    result = packed();
  });
  after(() => {
    result.remove();
  });

  it('is clean to publint', async () => {
    const { messages } = await publint({ pkgDir: root, strict: true });
    assert.deepEqual(
      messages.map((message) => formatMessage(message, packageJson)),
      [],
    );
  });

  it('has types that resolve for every door', () => {
    const { status, output } = run(
      [
        join(root, 'node_modules/@arethetypeswrong/cli/dist/index.js'),
        result.tarball,
        '--profile=esm-only',
        '--no-color',
        '--no-emoji',
        '--exclude-entrypoints',
        './custom-elements.json',
        './theme.css',
        './package.json',
      ],
      result.consumer,
    );
    assert.equal(status, 0, output);
  });

  for (const specifier of specifiers) {
    it(`${specifier} is imported in Node, where there is no window, and leaves no global behind`, () => {
      const script = `
        const before = new Set(Reflect.ownKeys(globalThis));
        await Promise.all([import('lit'), import('zod/mini')]); // what they leave is theirs
        for (const key of Reflect.ownKeys(globalThis)) before.add(key);
        await import(${JSON.stringify(specifier)});
        const added = Reflect.ownKeys(globalThis).filter((key) => !before.has(key));
        if (added.length > 0) throw new Error('New globals: ' + added.map(String).join(', '));`;
      const { status, output } = run(['--input-type=module', '--eval', script], result.consumer);
      assert.equal(status, 0, output);
      assert.equal(output, '');
    });
  }

  for (const moduleResolution of ['bundler', 'nodenext']) {
    it(`type-checks in a project with moduleResolution ${moduleResolution}, declarations included`, () => {
      const imports = specifiers.map((specifier, index) => `export * as door${index} from '${specifier}';`);
      writeFileSync(
        join(result.consumer, 'main.ts'),
        [
          ...imports,
          "const list = document.createElement('clientele-list');",
          'export const isElement: HTMLElement = list;',
          '// @ts-expect-error -- a property that the list does not have',
          'list.noSuchProperty = 1;',
        ].join('\n'),
      );
      writeFileSync(join(result.consumer, 'package.json'), JSON.stringify({ type: 'module' }));
      writeFileSync(
        join(result.consumer, 'tsconfig.json'),
        JSON.stringify({
          compilerOptions: {
            target: 'ES2022',
            module: moduleResolution === 'nodenext' ? 'NodeNext' : 'ESNext',
            moduleResolution,
            lib: ['ES2023', 'DOM', 'DOM.Iterable', 'DOM.AsyncIterable'],
            strict: true,
            exactOptionalPropertyTypes: true,
            noEmit: true,
            types: [],
          },
          files: ['main.ts'],
        }),
      );
      const { status, output } = run(
        [join(root, 'node_modules/typescript/bin/tsc'), '-p', '.'],
        result.consumer,
      );
      assert.equal(status, 0, output);
    });
  }
});
