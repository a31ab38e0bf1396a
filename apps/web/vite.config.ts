import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { compression, defineAlgorithm } from 'vite-plugin-compression2';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const rooms = (['domain', 'contracts'] as const).map((it) => ({ find: `#${it}`, replacement: here(`../../libs/${it}`) }));

/** The pages, built for the oldest Chrome-family browser still found in offices; `npm run web` serves them beside a running API. */
export default defineConfig({
  root: here('.'),
  resolve: { alias: rooms, extensions: ['.ts', '.tsx', '.js'] },
  build: {
    outDir: here('../../dist/web'),
    emptyOutDir: true,
    target: 'chrome87',
    chunkSizeWarningLimit: 1_200,
    rolldownOptions: { checks: { moduleLevelDirective: false } },
  },
  plugins: [compression({ algorithms: [defineAlgorithm('gzip', { level: 9 })], exclude: [/\.html$/, /\.svg$/] })],
  server: {
    host: '127.0.0.1',
    port: 5173,
    proxy: { '/api/v1': { target: process.env['JIHENG_API'] ?? 'http://127.0.0.1:3000' } },
  },
});
