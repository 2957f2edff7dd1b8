import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { securityHeaders } from './examples/screening/security.ts';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

export default defineConfig({
  root: path('examples/screening'),
  base: './',
  appType: 'mpa', // an address that is not there is a 404, not the page
  resolve: { alias: { 'ecgfounder-web': path('dist/src/index.js') } },
  build: { outDir: path('build/screening'), emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false }, chunkSizeWarningLimit: 2000 },
  worker: { format: 'es' },
  plugins: [securityHeaders()],
});
