// Builds everything and serves the screening page on this machine only.
import { runBin } from './run.mjs';
import { setUp } from './setup.mjs';
import { build } from './build.mjs';

setUp('build');
await build();
runBin('vite', ['preview', '--host', '127.0.0.1', '--port', process.env.PORT ?? '8080']);
