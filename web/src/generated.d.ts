// Made by web/build/embed-core.mjs from the C++ build.
interface EmbeddedModule {
  base64: string;
  /** The byte that says whether its memory is shared: 2 more where it is. */
  memoryFlag: number;
}
declare module '*/generated/core.mjs' {
  type Receive = (instance: WebAssembly.Instance) => void;
  const createCore: (options: {
    instantiateWasm(imports: WebAssembly.Imports, receive: Receive): object;
  }) => Promise<import('./core-types.js').CoreModule>;
  export default createCore;
}
declare module '*/generated/core-wasm.mjs' {
  const core: EmbeddedModule;
  export default core;
}
declare module '*/generated/kernels.mjs' {
  const kernels: Record<'plain' | 'relaxed', EmbeddedModule>;
  export default kernels;
}
