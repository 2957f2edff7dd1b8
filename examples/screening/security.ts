import type { Connect, Plugin } from 'vite';

const common = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; base-uri 'none'; form-action 'none'";

/** The page may fetch its own files, and nothing from anywhere else. */
export const pagePolicy =
  `${common}; style-src 'self'; img-src 'self' data:; worker-src 'self'; connect-src 'self'; frame-ancestors 'none'`;

/** The worker, which sees the ECG, and its threads may connect to nothing at all. */
export const workerPolicy = `${common}; connect-src 'none'`;

const headers: Connect.NextHandleFunction = (request, response, next) => {
  const worker = /\/(worker|thread)-[^/]*\.js(\?|$)/.test(request.url ?? '');
  response.setHeader('Content-Security-Policy', worker ? workerPolicy : pagePolicy);
  response.setHeader('Referrer-Policy', 'no-referrer');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  // Cross-origin isolated: the engine may use threads.
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
  response.setHeader('Cross-Origin-Embedder-Policy', 'require-corp');
  next();
};

/** The headers that any server of this page has to send; Vite's own server sends them here. */
export function securityHeaders(): Plugin {
  return {
    name: 'security-headers',
    configurePreviewServer: (server) => void server.middlewares.use(headers),
  };
}
