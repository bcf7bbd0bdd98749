/**
 * `npm run build`: everything that the package ships, into dist: modules, the file for pages without a build,
 * declarations, the manifest of the elements.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bin, projectNode, root } from './paths.mjs';

const steps = [
  [bin('vite/bin/vite.js'), 'build', '--mode', 'lib', '--logLevel', 'warn'],
  [bin('vite/bin/vite.js'), 'build', '--mode', 'cdn', '--logLevel', 'warn'],
  [bin('typescript/bin/tsc'), '-p', 'src/tsconfig.build.json'],
  [bin('@custom-elements-manifest/analyzer/cem.js'), 'analyze', '--config', 'tests/tools/cem.config.mjs'],
];

const failed = steps.find(
  (args) => spawnSync(projectNode(), args, { cwd: root, stdio: 'inherit', env: process.env }).status !== 0,
);

if (failed) {
  console.error(`Failed: ${failed.slice(1).join(' ')}`);
  process.exitCode = 1;
} else {
  const stylesheet = join(root, 'src/theme/theme.css');
  const target = join(root, 'dist/theme/theme.css');
  mkdirSync(dirname(target), { recursive: true });
  if (existsSync(stylesheet)) copyFileSync(stylesheet, target);
}
