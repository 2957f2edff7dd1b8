// Our reader beside independent ones (pydicom, dcmtk, biosig, EDFlib, NumPy, SciPy, Python's own), where Debian's Python has them.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { corpus, root, temporaryFolder } from './fixtures.ts';

const python = '/usr/bin/python3';
const nothingInstalled = 77;
const program = (name: string) => join(root, `build/wasm/tests/${name}.js`);

describe('independent readers', () => {
  const folder = temporaryFolder();
  beforeAll(() => {
    execFileSync('node', [program('write_recordings'), folder]);
    rmSync(join(folder, 'all.zip'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('read the same samples as ours', (context) => {
    if (!existsSync(python)) context.skip(`no ${python}`);
    const compare = [join(root, 'tests/peers/compare.py'), program('print_recording'), folder, corpus];
    const { status, stdout, stderr } = spawnSync(python, ['-B', ...compare], { encoding: 'utf8', timeout: 110_000 });
    process.stdout.write(stdout);
    if (status === nothingInstalled) context.skip('no independent reader is installed');
    expect(status, stdout + stderr).toBe(0);
  });
});
