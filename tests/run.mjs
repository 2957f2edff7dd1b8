// Every test: the C++ natively under ASan and UBSan, the same binary as WebAssembly under Node, the
// package under Node, the page in Chromium.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, configure } from '../web/build/build.mjs';
import { root, run, runBin } from '../web/build/run.mjs';
import { setUp } from '../web/build/setup.mjs';

const tally = { passed: 0, failed: 0, skipped: 0 };

function doctest(name, command, args) {
  console.log(`\n== ${name}`);
  const { stdout, status } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 1 << 28 });
  const output = stdout.toString();
  process.stdout.write(output);
  const counts = /test cases:\s*\d+ \|\s*(\d+) passed \|\s*(\d+) failed/.exec(output);
  tally.passed += Number(counts?.[1] ?? 0);
  tally.failed += Number(counts?.[2] ?? 0);
  if (!counts || (status !== 0 && counts[2] === '0')) tally.failed += 1;
}

function vitest() {
  console.log('\n== The package under Node, and the page in Chromium');
  const folder = mkdtempSync(join(tmpdir(), 'ecgfounder-'));
  const report = join(folder, 'report.json');
  const { status } = spawnSync(join(root, 'node_modules/.bin/vitest'), ['run', '--reporter=verbose', '--reporter=json', `--outputFile.json=${report}`], { cwd: root, stdio: 'inherit' });
  try {
    const result = JSON.parse(readFileSync(report, 'utf8'));
    tally.passed += result.numPassedTests;
    tally.failed += result.numFailedTests;
    tally.skipped += result.numPendingTests;
    if (status !== 0 && result.numFailedTests === 0) tally.failed += 1;
  } catch {
    tally.failed += 1;
  }
  rmSync(folder, { recursive: true });
}

setUp('build', 'test');
await build();
runBin('tsc', ['-p', '.']);
configure('native');
run('cmake', ['--build', '--preset', 'native']);
run('cmake', ['--build', '--preset', 'wasm']);
doctest('C++, natively under ASan and UBSan', 'build/native/tests/ecgfounder_tests', ['--no-colors']);
doctest('C++, as WebAssembly under Node', 'node', ['build/wasm/tests/ecgfounder_tests.js', '--no-colors']);
vitest();

console.log(`\n${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped`);
process.exit(tally.failed === 0 && tally.passed > 0 ? 0 : 1);
