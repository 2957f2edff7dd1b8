// npm run bench: ours against the peers, in one run, as ratios.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
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
const programs = ['--target', 'bench_preprocess', 'bench_beats', 'bench_readers'];
run('cmake', ['--build', '--preset', 'bench', ...programs]);
run('cmake', ['--build', '--preset', 'wasm']);
run('cmake', ['--build', '--preset', 'wasm', ...programs]);
mkdirSync(work, { recursive: true });

say('\n== Preprocessing, preset founder, 12 x 5000');
const scipy = json(python, ['tests/bench/preprocess_scipy.py']).founder_ms;
const native = json('build/bench/tests/bench_preprocess', []).founder_ms;
const wasm = json('node', ['build/wasm/tests/bench_preprocess.js']).founder_ms;
say(`SciPy   ${scipy.toFixed(1)} ms`);
say(`native  ${native.toFixed(2)} ms   1/${(scipy / native).toFixed(0)} of SciPy`);
say(`WASM    ${wasm.toFixed(2)} ms   1/${(scipy / wasm).toFixed(0)} of SciPy`);

say('\n== Beats and measurements, 12 leads of 10 s at 500 Hz (allowed: 15 ms in WASM)');
const leadII = join(work, 'lead_ii.f32');
const beats = json('build/bench/tests/bench_beats', [leadII]);
const beatsWasm = json('node', ['build/wasm/tests/bench_beats.js']);
const neurokit = json(python, ['tests/bench/beats_neurokit.py', leadII]);
for (const [name, { beats_ms, qrs_ms, one_lead_ms }] of [['native', beats], ['WASM', beatsWasm]])
  say(`${name.padEnd(7)} ${beats_ms.toFixed(2)} ms, QRS detection alone ${qrs_ms.toFixed(2)} ms, one lead ${one_lead_ms.toFixed(2)} ms` +
    (neurokit.missing ? '' : `, 1/${(neurokit.one_lead_ms / one_lead_ms).toFixed(0)} of NeuroKit2`));
say(neurokit.missing ? 'NeuroKit2 is not installed (Debian has no package of it): not compared' : `NeuroKit2 ${neurokit.version}, one lead: ${neurokit.one_lead_ms.toFixed(0)} ms`);

say('\n== Readers: one ECG of a minute, twelve leads at 500 Hz, in every format (Python: pydicom, SciPy, NumPy, json)');
const readers = json('build/bench/tests/bench_readers', [work]);
const readersWasm = json('node', ['build/wasm/tests/bench_readers.js']);
const readersPython = json(python, ['tests/bench/readers_python.py', work]);
for (const [name, { bytes, ms, mbps }] of Object.entries(readers)) {
  const inWasm = readersWasm[name], peer = readersPython[name];
  say(`${name.padEnd(12)} ${megabytes(bytes).padStart(7)}  native ${mbps.toFixed(0).padStart(5)} MB/s  WASM ${inWasm.mbps.toFixed(0).padStart(5)} MB/s` +
    (peer ? `  Python ${peer.toFixed(1)} ms, ${(peer / ms).toFixed(1)} x native's ${ms.toFixed(1)} ms, ${(peer / inWasm.ms).toFixed(1)} x WASM's` : ''));
}

say('\n== A 24-hour Holter file of three channels, in Chromium (allowed: 2 s, twice the file)');
const holter = join(work, 'holter.ecg');
if (!existsSync(holter)) run('node', ['build/wasm/tests/write_recordings.js', '--holter', holter, '24']);
const { times, held, fileBytes } = json('node', ['tests/bench/holter.mjs', holter]);
say(`${megabytes(fileBytes)}: opens in ${times.map((ms) => `${(ms / 1e3).toFixed(2)} s`).join(', ')}; holds ${megabytes(held)} = ${(held / fileBytes).toFixed(2)} x the file`);

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

say('\n== Our engine against ONNX Runtime, 12 leads, full size, one thread');
const peers = join(root, 'build', 'bench-peers'); // some 300 MB that nothing else needs
if (!existsSync(join(peers, 'node_modules', 'onnxruntime-node'))) {
  mkdirSync(peers, { recursive: true });
  writeFileSync(join(peers, 'package.json'), '{ "private": true }\n');
  run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', peers, 'onnxruntime-node@1.30.0']);
}
const engine = (name, model, { leads = '12', simd = 'relaxed', threads = '1' } = {}) =>
  json('node', ['tests/bench/engine.mjs', name, model, leads, peers, threads, simd]);
const fp16 = join(work, 'fp16.onnx'), fp32 = join(work, 'fp32.onnx');
const row = (name, { openMs, firstMs, oneMs, eightMs, peakBytes }) =>
  say(`${name.padEnd(38)} open ${openMs.toFixed(0)} ms, first result ${firstMs.toFixed(0)} ms, window ${oneMs.toFixed(1)} ms, of eight ${eightMs.toFixed(1)} ms` +
    (peakBytes === undefined ? '' : `, peak ${megabytes(peakBytes)} (weights in fp32: 123.0 MB)`));
const timed = {};
for (const [key, name, peer, model, options] of [
  ['ours', 'ours, fused, fp16', 'net1d', fp16], ['ours32', 'ours, fused, fp32', 'net1d', fp32],
  ['plain', 'ours, plain, fp16', 'net1d', fp16, { simd: 'plain' }], ['plain32', 'ours, plain, fp32', 'net1d', fp32, { simd: 'plain' }],
  ['two', 'ours, fused, fp16, two threads', 'net1d', fp16, { threads: '2' }],
  ['ort', 'ONNX Runtime Web, WASM, fp16', 'ort', fp16], ['ort32', 'ONNX Runtime Web, WASM, fp32', 'ort', fp32],
  ['native', 'ONNX Runtime, native, fp32', 'native', fp32]])
  row(name, timed[key] = engine(peer, model, options));
const ratio = (a, b) => (a.oneMs / b.oneMs).toFixed(2);
say(`ONNX Runtime Web / ours: ${ratio(timed.ort32, timed.ours32)} (fused, fp32), ${ratio(timed.ort, timed.ours)} (fused, fp16), ${ratio(timed.ort32, timed.plain32)} (plain, fp32), ${ratio(timed.ort, timed.plain)} (plain, fp16)`);
say(`ours / native: ${ratio(timed.ours32, timed.native)} (fused, fp32); one thread / two ${ratio(timed.ours, timed.two)}; one window alone / one of eight ${(timed.ours.oneMs / timed.ours.eightMs).toFixed(2)}`);
const limit = json('node', ['tests/bench/engine_limit.mjs']);
const multiplyAdds = 1.056; // 10^9 a window: 1.159, less what Winograd's method saves
for (const [name, key] of [['fused', 'relaxed'], ['plain', 'plain']])
  say(`the limit of one thread, ${name}: ${limit[key].toFixed(1)} G multiply-adds of vectors in registers a second, ${((1e3 * multiplyAdds) / limit[key]).toFixed(0)} ms a window for ${multiplyAdds} G`);
say(`and ${limit.gigabytes.toFixed(0)} GB read a second: ${(123 / limit.gigabytes).toFixed(0)} ms for the weights in fp32 where nothing hides them`);
const oneLead = join(work, '1_lead');
if (!existsSync(`${oneLead}.pth`)) run('node', ['build/wasm/tests/make_checkpoint.js', '--leads', '1', '--out', `${oneLead}.pth`]);
json('node', ['--expose-gc', 'tests/bench/convert.mjs', `${oneLead}.pth`, `${oneLead}.onnx`, 'fp16']);
for (const [name, model] of [['full size', `${oneLead}.onnx`], ['the bundled model', join(root, 'models', 'bundled', '1-lead.onnx')]])
  say(`24 hours of one lead, 8,640 windows, ${name}: ${((8640 * engine('net1d', model, { leads: '1' }).eightMs) / 6e4).toFixed(1)} min`);

say('\n== The same in Chromium, whole analyses in the package, fp16');
const { one, all, ort } = json('node', ['tests/bench/chromium.mjs', fp16]);
for (const [name, { loadMs, firstMs, oneMs, eightMs }] of [[`ours, ${one.simd}, one thread`, one], [`ours, ${all.simd}, ${all.threads} threads`, all], ['ONNX Runtime Web, one thread', ort]])
  row(name, { openMs: loadMs, firstMs, oneMs, eightMs });

say('\n== The bundled models, WASM, one thread, Node (allowed: 40 ms a window in ONNX Runtime Web, 3 MB)');
for (const leads of ['12', '1']) {
  const path = join(root, 'models', 'bundled', `${leads}-lead.onnx`);
  const ours = engine('net1d', path, { leads }), ort = engine('ort', path, { leads });
  say(`${leads.padStart(2)} leads   ${megabytes(statSync(path).size)}, ONNX Runtime Web ${ort.oneMs.toFixed(1)} ms a window, ours ${ours.oneMs.toFixed(1)} ms`);
}

say('\n== Sizes');
for (const file of ['build/wasm/wasm/core.wasm', 'build/wasm/wasm/net1d.wasm', 'build/wasm/wasm/net1d-relaxed.wasm', 'dist/generated/core.mjs', 'dist/generated/core-wasm.mjs', 'dist/generated/kernels.mjs', 'dist/generated/ort/ort-wasm-simd-threaded.wasm'])
  say(`${file.padEnd(52)} ${megabytes(statSync(join(root, file)).size)}, gzipped ${(gzipSync(readFileSync(join(root, file)), { level: 9 }).length / 1e3).toFixed(0)} kB`);
