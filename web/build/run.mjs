import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Runs a command at the project's root, its output shown; a failure ends this program. */
export function run(command, args, options = {}) {
  const { status, signal } = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
  if (status !== 0) {
    console.error(`${[command, ...args].join(' ')}: ${signal ?? `exit code ${status}`}`);
    process.exit(status || 1);
  }
}

/** The same for a program of the npm packages. */
export const runBin = (name, args, options) => run(join(root, 'node_modules', '.bin', name), args, options);
