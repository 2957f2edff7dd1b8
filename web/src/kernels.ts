import type { Simd } from './types.js';

/** What a thread of the engine needs to join it: thread.ts. */
export interface ThreadStart {
  kernels: WebAssembly.Module;
  memory: WebAssembly.Memory;
  /** Addresses: of the team that it joins, and of the end of its stack. */
  team: number;
  stack: number;
}

/** Starts threads; resolves to how many came. */
export type StartThreads = (starts: ThreadStart[]) => Promise<number>;

export interface KernelExports {
  __stack_pointer: WebAssembly.Global;
  runJob: CallableFunction;
  joinTeam(team: number): void;
}

/** By a plain loop: Uint8Array.from() with a function takes a fifth of a second for the same. */
export function decode({ base64, memoryFlag }: EmbeddedModule, shared: boolean): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  if (shared) bytes[memoryFlag]! |= 2;
  return bytes;
}

/** Compiles the kernels for shared memory or not: relaxed ones, where the browser has the instructions. */
export async function compileKernels(shared: boolean, simd?: Simd): Promise<{ simd: Simd; module: WebAssembly.Module }> {
  const { default: modules } = await import('../generated/kernels.mjs');
  if (simd !== 'plain') {
    const relaxed = decode(modules.relaxed, shared);
    if (simd === 'relaxed' || WebAssembly.validate(relaxed)) return { simd: 'relaxed', module: await WebAssembly.compile(relaxed) };
  }
  return { simd: 'plain', module: await WebAssembly.compile(decode(modules.plain, shared)) };
}

export function instantiateKernels(module: WebAssembly.Module, memory: WebAssembly.Memory, stack: number): KernelExports {
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  const kernels = exports as unknown as KernelExports;
  kernels.__stack_pointer.value = stack;
  return kernels;
}
