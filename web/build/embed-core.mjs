// build/wasm/wasm -> web/generated: the modules as text, so that no loader, bundler or CSP can lose them;
// and ONNX Runtime's own files beside them.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { root } from './run.mjs';

const built = join(root, 'build', 'wasm', 'wasm');
const generated = join(root, 'web', 'generated');

export function embedCore() {
  mkdirSync(join(generated, 'ort'), { recursive: true });

  // Emscripten's CommonJS factory, made an ES module. Its glue looks for CommonJS and, under Node, names
  // __dirname and require.
  const glue = readFileSync(join(built, 'core.js'), 'utf8');
  writeFileSync(
    join(generated, 'core.mjs'),
    `const __dirname = '', module = undefined, exports = undefined;\n` +
      `const require = (name) => globalThis.process.getBuiltinModule(name);\n` +
      `${glue}\nexport default createCore;\n`,
  );
  writeFileSync(join(generated, 'core-wasm.mjs'), `export default ${embedded('core', 5)};\n`);
  // The kernels' instances share the core's memory: they may not write into it as they start.
  const kernels = (name) => embedded(name, 2, [8, 11, 12]);
  writeFileSync(join(generated, 'kernels.mjs'), `export default { plain: ${kernels('net1d')}, relaxed: ${kernels('net1d-relaxed')} };\n`);

  const ort = dirname(createRequire(import.meta.url).resolve('onnxruntime-web/wasm'));
  for (const name of ['ort-wasm-simd-threaded.wasm', 'ort-wasm-simd-threaded.asyncify.wasm'])
    copyFileSync(join(ort, name), join(generated, 'ort', name));
}

/** A module as text, and where its memory's flags are: in its section of memories, or of imports. */
function embedded(name, memorySection, forbidden = []) {
  const wasm = readFileSync(join(built, `${name}.wasm`));
  const starts = sections(wasm);
  const found = forbidden.filter((id) => starts.has(id));
  if (found.length > 0) throw new Error(`${name}.wasm has section ${found.join(', ')}: its kernels may have no data of their own`);
  const cursor = { at: starts.get(memorySection) };
  const count = number(wasm, cursor);
  if (memorySection === 2) {
    for (const _of of ['the module', 'the memory']) cursor.at = number(wasm, cursor) + cursor.at; // a name
    if (wasm[cursor.at++] !== 2) throw new Error(`${name}.wasm imports something else than memory`);
  }
  if (count !== 1 || wasm[cursor.at] !== 1) throw new Error(`${name}.wasm has no single memory with a maximum`);
  return `{ base64: '${wasm.toString('base64')}', memoryFlag: ${cursor.at} }`;
}

/** Where the contents of each section of a WebAssembly module begin. */
function sections(wasm) {
  const starts = new Map();
  const cursor = { at: 8 };
  while (cursor.at < wasm.length) {
    const id = wasm[cursor.at++];
    const size = number(wasm, cursor);
    starts.set(id, cursor.at);
    cursor.at += size;
  }
  return starts;
}

/** An unsigned LEB128. */
function number(bytes, cursor) {
  for (let value = 0, shift = 0; ; shift += 7) {
    const byte = bytes[cursor.at++];
    value |= (byte & 127) << shift;
    if (byte < 128) return value;
  }
}
