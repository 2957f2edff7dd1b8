// Installs what is missing: Debian's packages where apt may, and the npm packages of the lock file.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './run.mjs';

const onPath = (command) => spawnSync('sh', ['-c', `command -v ${command}`]).status === 0;
const header = (path) => ['/usr/include', '/usr/local/include'].some((dir) => existsSync(join(dir, path)));

const imports = (module) => spawnSync('/usr/bin/python3', ['-c', `import ${module}`]).status === 0;

/** Debian package -> is it there? */
const packages = {
  build: {
    cmake: () => onPath('cmake'),
    'ninja-build': () => onPath('ninja'),
    emscripten: () => onPath('emcc'),
    wabt: () => onPath('wat2wasm'),
    'libkissfft-dev': () => header('kissfft/kissfft.hh'),
    'doctest-dev': () => header('doctest/doctest.h'),
    'nlohmann-json3-dev': () => header('nlohmann/json.hpp'),
    'librapidxml-dev': () => header('rapidxml/rapidxml.hpp'),
  },
  test: {
    'g++': () => onPath('g++'),
    chromium: () => onPath('chromium'),
  },
  fuzz: {
    clang: () => onPath('clang++'),
    'libclang-rt-14-dev': () =>
      existsSync('/usr/lib/llvm-14/lib/clang') &&
      spawnSync('sh', ['-c', 'ls /usr/lib/llvm-14/lib/clang/*/lib/linux/libclang_rt.fuzzer-*.a']).status === 0,
  },
  bench: {
    'g++': () => onPath('g++'),
    'python3-scipy': () => imports('scipy.signal'),
    'python3-torch': () => imports('torch'),
  },
};

/** @param {...('build' | 'test' | 'fuzz' | 'bench')} kinds */
export function setUp(...kinds) {
  const missing = kinds.flatMap((kind) =>
    Object.entries(packages[kind]).filter(([, there]) => !there()).map(([name]) => name),
  );
  if (missing.length > 0) installDebian(missing);
  installNpm();
}

function installDebian(names) {
  const install = `apt-get install -y --no-install-recommends ${names.join(' ')}`;
  const asRoot = process.getuid?.() === 0 ? '' : spawnSync('sudo', ['-n', 'true']).status === 0 ? 'sudo ' : null;
  if (asRoot === null || !onPath('apt-get')) {
    console.error(`These packages are missing. Install them, then run this again:\n\n  sudo apt-get update && sudo ${install}\n`);
    process.exit(1);
  }
  console.log(`Installing ${names.join(', ')} ...`);
  execFileSync('sh', ['-c', `${asRoot}apt-get update && DEBIAN_FRONTEND=noninteractive ${asRoot}${install}`], { stdio: ['ignore', 'ignore', 'inherit'] });
}

function installNpm() {
  const lock = join(root, 'package-lock.json');
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund']);
}
