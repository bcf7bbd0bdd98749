import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';

const root = join(import.meta.dirname, '../..');

describe('setup', () => {
  it('installs nothing when everything is there', () => {
    const marker = join(root, 'node_modules/.package-lock.json');
    const before = statSync(marker).mtimeMs;
    const { status, stdout } = spawnSync(process.execPath, ['tests/tools/setup.mjs'], {
      cwd: root,
      encoding: 'utf8',
    });
    assert.equal(status, 0);
    assert.equal(stdout, '');
    assert.equal(statSync(marker).mtimeMs, before);
  });

  it('refuses an argument that it does not know, and names those it does', () => {
    const { status, stderr } = spawnSync(process.execPath, ['tests/tools/setup.mjs', '--browser=lynx'], {
      cwd: root,
      encoding: 'utf8',
    });
    assert.equal(status, 1);
    assert.match(stderr, /--browser=chromium/);
  });

  it('takes the browser that CHROME_PATH names', () => {
    const { status, stdout } = setup({ CHROME_PATH: process.execPath });
    assert.equal(status, 0);
    assert.ok(stdout.includes(process.execPath));
  });

  it('says so when CHROME_PATH names nothing that runs', () => {
    const { status, stderr } = setup({ CHROME_PATH: '/nowhere/chrome' });
    assert.notEqual(status, 0);
    assert.match(stderr, /CHROME_PATH names \/nowhere\/chrome/);
  });
});

function setup(env: Record<string, string>) {
  return spawnSync(process.execPath, ['tests/tools/setup.mjs', '--browser'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
}
