// Node 20 has relaxed SIMD behind a flag.
import { setFlagsFromString } from 'node:v8';

if (Number.parseInt(process.versions.node) < 21) setFlagsFromString('--experimental-wasm-relaxed-simd');
