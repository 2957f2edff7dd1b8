// Emscripten 3.1.6 fetches its .wasm by file path under Node 18 and newer, which fails: hand it over.
Module['wasmBinary'] = require('fs').readFileSync(__filename.replace(/\.js$/, '.wasm'));
