import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { TOKENS } from '../../src/theme/tokens.js';

const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, '');

const root = new URL('../../src/elements/', import.meta.url);

const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name, text: withoutComments(readFileSync(new URL(name, root), 'utf8')) }));

const all = sources.map(({ text }) => text).join('\n');

describe('styles of the elements', () => {
  it('use no private token that nobody sets', () => {
    const set = new Set([...all.matchAll(/['"`\s](--_[a-z0-9-]+)['"`]?:/g)].map(([, name]) => name));
    for (const [, name] of all.matchAll(/setProperty\(\s*['"`](--_[a-z0-9-]+)/g)) set.add(name);
    for (const { name, text } of sources) {
      for (const [, token] of text.matchAll(/var\((--_[a-z0-9-]+)/g)) {
        assert.ok(TOKENS.has(token?.slice(3) ?? '') || set.has(token), `${name}: ${token}`);
      }
    }
  });

  it('name public tokens only to override a part, never to read a colour past the private ones', () => {
    for (const { name, text } of sources) {
      for (const [match] of text.matchAll(/var\(--clientele-color-[a-z-]+/g))
        assert.fail(`${name}: ${match}`);
    }
  });

  it('write no colour of their own', () => {
    const raw = /:\s*#[0-9a-f]{3,8}\s*[;,)]|\b(?:rgba?|hsla?|oklch|oklab|lab|lch|hwb)\(\s*[\d.]/gi;
    for (const { name, text } of sources) {
      for (const [match] of text.matchAll(raw)) assert.fail(`${name}: ${match}`);
    }
  });
});
