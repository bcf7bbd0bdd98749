import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import MagicString from 'magic-string';
import { build, type Plugin, type Rolldown } from 'vite';
import { minifyTemplates } from './minify-templates.js';

const workerUrl = /new URL\(\s*'(\.\/[\w-]*worker\.js)',\s*import\.meta\.url,?\s*\)/g;

/** A worker with all that it imports, as one module. */
async function bundle(file: string, minify: boolean): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [minifyTemplates()],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'es2022',
      minify,
      lib: { entry: file, formats: ['es'] },
      // Vite leaves blanks in a library of modules unless told here.
      rolldownOptions: { output: { codeSplitting: false, ...(minify ? { minify } : {}) } },
    },
  });
  const [{ output }] = (Array.isArray(result) ? result : [result]) as [Rolldown.RolldownOutput];
  return output[0].code;
}

export interface WorkerFilesOptions {
  minify: boolean;
  /** Where the worker goes, from the output folder; told its source. Default: its name and a hash. */
  fileName?: (source: string) => string;
}

/**
 * Makes `new URL('./…worker.js', import.meta.url)` in our sources lead to the worker as one self-contained module, however
 * the URL reaches `new Worker` (through a Trusted Types policy, here). Every bundler copies such a file as it is, and a page
 * that takes it from its own origin satisfies `worker-src 'self'`.
 */
export function workerFiles({ minify, fileName }: WorkerFilesOptions): Plugin {
  return {
    name: 'clientele-worker-files',
    apply: 'build',
    enforce: 'pre',
    async transform(code, id) {
      if (!/\/src\/.*\.ts$/.test(id)) return null;
      const matches = [...code.matchAll(workerUrl)];
      if (matches.length === 0) return null;
      const result = new MagicString(code);
      for (const match of matches) {
        const [text, specifier = ''] = match;
        const file = join(dirname(id), specifier.replace(/\.js$/, '.ts'));
        if (!existsSync(file)) this.error(`${id} asks for ${file}, which is not there.`);
        const named = fileName ? { fileName: fileName(file) } : { name: 'worker.js' };
        const reference = this.emitFile({ type: 'asset', source: await bundle(file, minify), ...named });
        this.addWatchFile(file);
        const url = `new URL(import.meta.ROLLUP_FILE_URL_${reference}, import.meta.url)`;
        result.update(match.index, match.index + text.length, url);
      }
      return { code: result.toString(), map: result.generateMap({ hires: 'boundary' }) };
    },
  };
}
