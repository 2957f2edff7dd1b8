// npm run bench: ours against the peers, in one run, as ratios.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, configure } from '../../web/build/build.mjs';
import { root, run } from '../../web/build/run.mjs';
import { setUp } from '../../web/build/setup.mjs';

const python = '/usr/bin/python3';
const work = join(root, 'build', 'bench-work');
const lines = [];
const say = (line = '') => (lines.push(line), console.log(line));
const json = (command, args) => JSON.parse(execFileSync(command, args, { cwd: root, maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'inherit'] }).toString().trim().split('\n').pop());
const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;

setUp('build', 'bench');
await build();
configure('bench');
run('cmake', ['--build', '--preset', 'bench']);
run('cmake', ['--build', '--preset', 'wasm']);
mkdirSync(work, { recursive: true });

say('\n== Preprocessing, preset founder, 12 x 5000');
const scipy = json(python, ['tests/bench/preprocess_scipy.py']).founder_ms;
const native = json('build/bench/tests/bench_preprocess', []).founder_ms;
const wasm = json('node', ['build/wasm/tests/bench_preprocess.js']).founder_ms;
say(`SciPy   ${scipy.toFixed(1)} ms`);
say(`native  ${native.toFixed(2)} ms   1/${(scipy / native).toFixed(0)} of SciPy`);
say(`WASM    ${wasm.toFixed(2)} ms   1/${(scipy / wasm).toFixed(0)} of SciPy`);

say('\n== Conversion of a full-size official-layout checkpoint (12 leads)');
const checkpoint = join(work, '12_lead.pth');
if (!existsSync(checkpoint)) run('node', ['build/wasm/tests/make_checkpoint.js', '--leads', '12', '--out', checkpoint]);
for (const dtype of ['fp32', 'fp16']) {
  const { ms, peakBytes, onnxBytes } = json('node', ['--expose-gc', 'tests/bench/convert.mjs', checkpoint, join(work, `${dtype}.onnx`), dtype]);
  say(`${dtype}    ${ms.toFixed(0)} ms, ONNX ${megabytes(onnxBytes)}, peak memory above the start, ONNX held: ${megabytes(peakBytes)} = ${(peakBytes / onnxBytes).toFixed(2)} x ONNX (allowed ${megabytes(1.3 * onnxBytes + 16e6)})`);
}

say('\n== ONNX Runtime Web 1.30, WASM, one thread, Node: our graph against torch.onnx.export, the same weights');
const exported = join(work, 'torch.onnx');
if (!existsSync(exported)) run(python, ['-W', 'ignore', 'tests/bench/export_torch_onnx.py', exported]);
const models = [['ours fp32', join(work, 'fp32.onnx')], ['ours fp16', join(work, 'fp16.onnx')], ['torch', exported]];
const timings = models.map(([name, path]) => [name, json('node', ['tests/bench/onnx.mjs', path])]);
for (const [name, { loadMs, runMs, peakBytes }] of timings)
  say(`${name.padEnd(10)} load ${loadMs.toFixed(0)} ms, run ${runMs.toFixed(0)} ms a window, peak RSS ${megabytes(peakBytes)}`);
const [ours, torch] = [timings[0][1], timings.at(-1)[1]];
say(`ours / torch: load ${(ours.loadMs / torch.loadMs).toFixed(2)}, run ${(ours.runMs / torch.runMs).toFixed(2)}`);

say('\n== The bundled models in ONNX Runtime Web, WASM, one thread, Node (allowed: 40 ms a window, 3 MB)');
for (const leads of ['12', '1']) {
  const path = join(root, 'models', 'bundled', `${leads}-lead.onnx`);
  const { loadMs, runMs } = json('node', ['tests/bench/onnx.mjs', path, leads]);
  say(`${leads.padStart(2)} leads   ${megabytes(statSync(path).size)}, load ${loadMs.toFixed(0)} ms, run ${runMs.toFixed(1)} ms a window`);
}

say('\n== Sizes');
for (const file of ['build/wasm/wasm/core.wasm', 'dist/generated/core.mjs', 'dist/generated/core-wasm.mjs', 'dist/generated/ort/ort-wasm-simd-threaded.wasm'])
  say(`${file.padEnd(52)} ${megabytes(statSync(join(root, file)).size)}, gzipped ${megabytes(gzipSync(readFileSync(join(root, file))).length)}`);
