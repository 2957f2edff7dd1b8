// Made by web/build/embed-core.mjs from the C++ build.
declare module '*/generated/core.mjs' {
  const createCore: (options: { wasmBinary: Uint8Array }) => Promise<import('./core-types.js').CoreModule>;
  export default createCore;
}
declare module '*/generated/core-wasm.mjs' {
  const base64: string;
  export default base64;
}
