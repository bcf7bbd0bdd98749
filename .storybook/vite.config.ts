import { defineConfig } from 'vite';
import { workerFiles } from '../tests/tools/worker-files.js';

export default defineConfig({
  plugins: [workerFiles({ minify: true })],
  build: { target: 'es2022', chunkSizeWarningLimit: 2000 },
});
