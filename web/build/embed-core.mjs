// build/wasm/wasm/core.{js,wasm} -> web/generated/core.mjs and core-wasm.mjs: the module as text, so
// that no loader, bundler or CSP can lose it; and ONNX Runtime's own files beside them.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { root } from './run.mjs';

const built = join(root, 'build', 'wasm', 'wasm');
const generated = join(root, 'web', 'generated');

export function embedCore() {
  mkdirSync(join(generated, 'ort'), { recursive: true });

  // Emscripten's CommonJS factory, made an ES module. Under Node its glue names __dirname and require.
  const glue = readFileSync(join(built, 'core.js'), 'utf8');
  writeFileSync(
    join(generated, 'core.mjs'),
    `const __dirname = '';\n` +
      `const require = (name) => globalThis.process.getBuiltinModule(name);\n` +
      `${glue}\nexport default createCore;\n`,
  );
  const wasm = readFileSync(join(built, 'core.wasm'));
  writeFileSync(join(generated, 'core-wasm.mjs'), `export default '${wasm.toString('base64')}';\n`);

  const ort = dirname(createRequire(import.meta.url).resolve('onnxruntime-web/wasm'));
  for (const name of ['ort-wasm-simd-threaded.wasm', 'ort-wasm-simd-threaded.asyncify.wasm'])
    copyFileSync(join(ort, name), join(generated, 'ort', name));
}
