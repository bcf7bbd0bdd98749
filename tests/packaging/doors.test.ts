import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import packageJson from '../../package.json' with { type: 'json' };
import { copied, entries, outputOf } from '../tools/entries.js';
import { root } from './packed.js';

const exported: Record<string, string | { types: string; default: string }> = packageJson.exports;
const fixed = ['./custom-elements.json', './package.json'];

function isRegistering(path: string): boolean {
  return /\.define\.(?:js|ts)$/.test(path);
}

describe('the doors of the package', () => {
  it('are the same in package.json and in the build', () => {
    const expected = {
      ...Object.fromEntries(
        Object.entries(entries).map(([door, source]) => [
          door,
          { types: `./${outputOf(source, '.d.ts')}`, default: `./${outputOf(source)}` },
        ]),
      ),
      ...Object.fromEntries(Object.entries(copied).map(([door, source]) => [door, `./${outputOf(source)}`])),
    };
    const ours = Object.fromEntries(Object.entries(exported).filter(([door]) => !fixed.includes(door)));
    assert.deepEqual(ours, expected);
  });

  it('lead to files that are there', () => {
    const files = Object.values(exported).flatMap((target) =>
      typeof target === 'string' ? target : Object.values(target),
    );
    const named = [...files, packageJson.customElements, packageJson.unpkg, packageJson.jsdelivr];
    assert.deepEqual(
      named.filter((file) => !existsSync(join(root, file))),
      [],
    );
  });

  it('are called define where they register a tag, and only there', () => {
    for (const [door, source] of Object.entries(entries))
      assert.equal(door.endsWith('/define'), isRegistering(source), door);
  });

  it('lead to every widget and every locale that is there', () => {
    const manifest = JSON.parse(readFileSync(join(root, packageJson.customElements), 'utf8')) as {
      modules: { path: string; declarations?: { customElement?: boolean; tagName?: string }[] }[];
    };
    const classes = manifest.modules
      .filter(({ declarations }) =>
        declarations?.some(({ customElement, tagName }) => customElement && tagName),
      )
      .map(({ path }) => path);
    const doors = Object.values(entries);
    const hidden = classes.filter((path) => !doors.includes(path) && !path.startsWith('src/elements/parts/'));
    const ofWidgets = hidden.filter((path) => {
      const [, , folder = '', file = ''] = path.split('/');
      return file === `${folder}.ts`;
    });
    assert.deepEqual(ofWidgets, []);
  });
});
