import { relative, resolve } from 'node:path';
import { defineConfig, mergeConfig, type UserConfig } from 'vite';
import { entries, outputOf } from './tests/tools/entries.js';
import { oneFirstFile, WITHOUT_COMMENTS } from './tests/tools/first-file.js';
import { modulesAtOnce } from './tests/tools/first-paint.js';
import { minifyTemplates } from './tests/tools/minify-templates.js';
import { workerFiles } from './tests/tools/worker-files.js';
import packageJson from './package.json' with { type: 'json' };

const dependencies = Object.keys(packageJson.dependencies);

/** The modules of the package, file by file, as its declarations are: dependencies stay imports. */
function library(): UserConfig {
  const sources = Object.values(entries);
  // `src/adapters/memory/worker.ts`, wherever the project lies, goes where its declarations go.
  const besideDeclarations = (file: string) =>
    outputOf(relative(import.meta.dirname, file).replaceAll('\\', '/')).replace('dist/', '');
  return {
    base: './',
    plugins: [minifyTemplates(), workerFiles({ minify: false, fileName: besideDeclarations })],
    build: {
      target: 'es2022',
      outDir: 'dist',
      sourcemap: true,
      minify: false,
      lib: {
        entry: Object.fromEntries(sources.map((source) => [source.replace(/^src\/|\.ts$/g, ''), source])),
        formats: ['es'],
      },
      rolldownOptions: {
        external: (id) => dependencies.some((name) => id === name || id.startsWith(`${name}/`)),
        output: { preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js' },
      },
    },
  };
}

/** One file for pages without a build, with everything in it that a first paint needs; the rest in chunks beside it. */
function cdn(): UserConfig {
  return {
    base: './',
    plugins: [minifyTemplates(), workerFiles({ minify: true })],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      target: 'es2022',
      outDir: 'dist/cdn',
      sourcemap: false,
      minify: true,
      modulePreload: { polyfill: false },
      lib: { entry: { clientele: 'src/embed/cdn.ts' }, formats: ['es'] },
      rolldownOptions: {
        // The chunks beside it may take what they share from the first file, instead of one more file each.
        preserveEntrySignatures: 'allow-extension',
        output: {
          // Vite leaves blanks in a library of modules unless told here.
          minify: true,
          ...WITHOUT_COMMENTS,
          entryFileNames: '[name].js',
          chunkFileNames: '[name]-[hash].js',
          assetFileNames: '[name]-[hash][extname]',
        },
      },
    },
  };
}

/** The same with all of the first paint in one file. */
async function cdnInOne(): Promise<UserConfig> {
  const atOnce = await modulesAtOnce(cdn());
  return mergeConfig(cdn(), {
    build: {
      rolldownOptions: {
        output: { codeSplitting: oneFirstFile(atOnce, 'clientele') },
      },
    },
  });
}

/** The demo: a booking product with Clientele inside. */
function demo(): UserConfig {
  const server = process.env['CLIENTELE_SERVER'];
  return {
    root: 'demo',
    base: './',
    plugins: [minifyTemplates()],
    optimizeDeps: {
      // Found at the start, so that a widget that loads later brings nothing new: that would load the page again.
      entries: ['index.html', 'host/*.ts', '../src/elements/**/*.define.ts'],
      // It finds its WebAssembly beside itself.
      exclude: ['@electric-sql/pglite'],
    },
    worker: { format: 'es' },
    build: {
      target: 'es2022',
      outDir: resolve('dist-demo'),
      emptyOutDir: true,
      modulePreload: { polyfill: false },
    },
    server: {
      fs: { allow: [import.meta.dirname] },
      ...(server ? { proxy: { '/api': { target: server, changeOrigin: true } } } : {}),
    },
  };
}

export default defineConfig(({ mode }) =>
  mode === 'lib' ? library() : mode === 'cdn' ? cdnInOne() : demo(),
);
