import { aborted, EcgError } from './errors.js';
import type { OnProgress } from './types.js';

/** Fetches a model into a Blob, with progress in bytes. */
export async function download(
  address: string | URL,
  { onProgress, signal }: { onProgress: OnProgress | undefined; signal: AbortSignal | undefined },
): Promise<{ name: string; bytes: Blob }> {
  const url = new URL(address, globalThis.location?.href);
  const failed = (why: string, cause?: unknown) =>
    new EcgError('download-failed', `The model could not be fetched from ${url.href} (${why}): check the address and try again.`, { cause });
  const report = (status: 'initiate' | 'download' | 'progress' | 'done', loaded: number, total: number) =>
    onProgress?.({ status, what: 'model', loaded, total });

  report('initiate', 0, 0);
  try {
    const response = await fetch(url, { signal: signal ?? null });
    if (!response.ok || !response.body) throw failed(`HTTP ${response.status}`);
    const total = Number(response.headers.get('content-length') ?? 0);
    report('download', 0, total);
    const chunks: Uint8Array<ArrayBuffer>[] = [];
    let loaded = 0;
    for (const reader = response.body.getReader(); ; ) {
      const { done, value } = await reader.read();
      if (done) break;
      chunks.push(value);
      loaded += value.byteLength;
      report('progress', loaded, Math.max(total, loaded));
    }
    report('done', loaded, loaded);
    return { name: decodeURIComponent(url.pathname.split('/').pop() || 'model'), bytes: new Blob(chunks) };
  } catch (error) {
    if (signal?.aborted) throw aborted();
    throw error instanceof EcgError ? error : failed('no answer', error);
  }
}
