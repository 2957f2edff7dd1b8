// C++ -> WebAssembly -> the npm package in dist/ -> the screening app in build/screening.
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root, run, runBin } from './run.mjs';
import { setUp } from './setup.mjs';

export function configure(preset) {
  run('cmake', ['--preset', preset], { stdio: ['ignore', 'ignore', 'inherit'] });
}

export async function build() {
  configure('wasm');
  run('cmake', ['--build', '--preset', 'wasm', '--target', 'core']);
  const { embedCore } = await import('./embed-core.mjs');
  embedCore();
  runBin('tsc', ['-p', 'web']);
  cpSync(join(root, 'web', 'generated'), join(root, 'dist', 'generated'), { recursive: true });
  cpSync(join(root, 'models', 'bundled'), join(root, 'dist', 'models'), { recursive: true });
  runBin('vite', ['build', '--logLevel', 'warn']);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  setUp('build');
  await build();
}
