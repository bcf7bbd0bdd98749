/**
 * `npm run build`: everything that the package ships, into dist: modules, the file for pages without a build,
 * declarations, the manifest of the elements.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bin, projectNode, root } from './paths.mjs';

const steps = [
  [bin('vite/bin/vite.js'), 'build', '--mode', 'lib', '--logLevel', 'warn'],
  [bin('vite/bin/vite.js'), 'build', '--mode', 'cdn', '--logLevel', 'warn'],
  [bin('@custom-elements-manifest/analyzer/cem.js'), 'analyze', '--config', 'tests/tools/cem.config.mjs'],
  [bin('typescript/bin/tsc'), '-p', 'src/tsconfig.build.json'],
];

const failed = steps.find(
  (args) => spawnSync(projectNode(), args, { cwd: root, stdio: 'inherit', env: process.env }).status !== 0,
);

const stylesheet = join(root, 'dist/theme/theme.css');
mkdirSync(dirname(stylesheet), { recursive: true });
copyFileSync(join(root, 'src/theme/theme.css'), stylesheet);

if (failed) {
  console.error(`Failed: ${failed.slice(1).join(' ')}`);
  process.exitCode = 1;
}
