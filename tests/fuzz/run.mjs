// npm run fuzz [-- SECONDS [TARGET...]]: every libFuzzer target under ASan and UBSan, 600 s each.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
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

const targets = readdirSync(built).filter((name) => /^fuzz_[a-z_]+$/.test(name) && (only.length === 0 || only.includes(name)));
let failed = 0;
for (const target of targets) {
  const corpus = join(work, target);
  const artifacts = join(root, 'build', 'fuzz-findings', target);
  for (const folder of [corpus, artifacts]) mkdirSync(folder, { recursive: true });
  console.log(`\n== ${target}, ${seconds} s`);
  const { status, stderr } = spawnSync(
    join(built, target),
    [corpus, `-max_total_time=${seconds}`, '-timeout=10', '-rss_limit_mb=1024', '-max_len=262144', '-print_final_stats=1', `-artifact_prefix=${artifacts}/`],
    { maxBuffer: 1 << 28 },
  );
  const lines = stderr.toString().split('\n');
  console.log(lines.filter((line) => /number_of_executed_units|peak_rss|SUMMARY|ERROR/.test(line)).join('\n'));
  console.log(status === 0 ? 'no finding' : `FINDING: ${artifacts}`);
  if (status !== 0) failed += 1;
}
process.exit(failed === 0 ? 0 : 1);
