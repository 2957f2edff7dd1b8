// npm run fuzz [-- SECONDS [TARGET...]]: every libFuzzer target under ASan and UBSan, for 600 s of processor time each,
// as many at once as there are processors. Ends with a table for README.md.
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { configure } from '../../web/build/build.mjs';
import { root, run } from '../../web/build/run.mjs';
import { setUp } from '../../web/build/setup.mjs';

const [seconds = '600', ...only] = process.argv.slice(2);
setUp('build', 'fuzz');
configure('fuzz');
run('cmake', ['--build', '--preset', 'fuzz']);

const built = join(root, 'build', 'fuzz', 'tests');
const work = join(root, 'build', 'fuzz-corpus');
run(join(built, 'write_seeds'), [work]);

const clockTicks = 100; // USER_HZ of Linux on every architecture that it still has

/** Processor seconds, user and system, that a running process has used. */
function processorSeconds(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) / clockTicks;
}

/** Runs a target; libFuzzer ends with its figures when it gets SIGUSR1. */
function fuzz(target) {
  const corpus = join(work, target);
  const artifacts = join(root, 'build', 'fuzz-findings', target);
  for (const folder of [corpus, artifacts]) mkdirSync(folder, { recursive: true });
  return new Promise((resolve) => {
    const child = spawn(join(built, target), [
      corpus, '-timeout=10', '-rss_limit_mb=1024', '-max_len=262144', '-print_final_stats=1', `-artifact_prefix=${artifacts}/`,
    ]);
    let output = '';
    let used = 0;
    child.stdout.resume();
    child.stderr.on('data', (text) => (output += text));
    const watch = setInterval(() => {
      used = processorSeconds(child.pid);
      if (used >= Number(seconds)) child.kill('SIGUSR1');
    }, 1000);
    child.on('exit', () => clearInterval(watch));
    child.on('close', (status) => {
      const last = (pattern) => [...output.matchAll(pattern)].at(-1)?.[1] ?? '?';
      const figure = (pattern) => Number(last(pattern)).toLocaleString('en');
      const figures = [used.toFixed(0), figure(/number_of_executed_units: +(\d+)/g), figure(/cov: (\d+)/g), figure(/ft: (\d+)/g), last(/peak_rss_mb: +(\d+)/g)];
      const row = `| \`${target}\` | ${figures.join(' | ')} |`;
      console.log(status === 0 ? row : `${row} FINDING in ${artifacts}: ${last(/(SUMMARY: .*)/g)}`);
      resolve({ row, failed: status !== 0 });
    });
  });
}

const all = readdirSync(built).filter((name) => /^fuzz_[a-z0-9_]+$/.test(name)).sort();
const unknown = only.filter((name) => !all.includes(name));
if (unknown.length > 0) {
  console.error(`there is no target ${unknown.join(', ')}: name one of ${all.join(', ')}`);
  process.exit(2);
}
const targets = only.length > 0 ? only : all;
const results = new Map();
const queue = [...targets];
await Promise.all(
  cpus().map(async () => {
    for (let target = queue.shift(); target; target = queue.shift()) results.set(target, await fuzz(target));
  }),
);

console.log('\n| target | processor s | executions | edges | features | peak MB |\n|---|---|---|---|---|---|');
for (const target of targets) console.log(results.get(target).row);
process.exit([...results.values()].some(({ failed }) => failed) ? 1 : 0);
