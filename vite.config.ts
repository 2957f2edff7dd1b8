import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { securityHeaders } from './examples/screening/security.ts';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** How a page that uses the built package is built, and served with its security headers. */
export const page = (root: string, outDir: string) =>
  defineConfig({
    root: path(root),
    base: './',
    appType: 'mpa', // an address that is not there is a 404, not the page
    resolve: { alias: { 'ecgfounder-web': path('dist/src/index.js') } },
    build: {
      outDir: path(outDir),
      emptyOutDir: true,
      target: 'es2022',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 2000, // the WebAssembly as text
    },
    worker: { format: 'es' },
    plugins: [securityHeaders()],
  });

export default page('examples/screening', 'build/screening');
