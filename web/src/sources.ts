import type { ByteSource } from './core-types.js';
import { EcgError } from './errors.js';

/** Where bytes may come from: a Blob (or File), or bytes in memory. */
export type Bytes = Blob | Uint8Array;

export async function allBytes(bytes: Bytes): Promise<Uint8Array<ArrayBuffer>> {
  if (bytes instanceof Uint8Array) return bytes as Uint8Array<ArrayBuffer>;
  try {
    return new Uint8Array(await bytes.arrayBuffer());
  } catch (cause) {
    throw new EcgError('read-failed', `${nameOf(bytes)} could not be read: choose it again.`, { cause });
  }
}

const most = { files: 5000, bytes: 2 ** 30 };

/** Refuses a drop or a folder that cannot be held in memory, before it is read. */
export function checkSize(files: number, bytes: number): void {
  if (files <= most.files && bytes <= most.bytes) return;
  throw new EcgError('too-large', `These are ${files} files of ${(bytes / 1e6).toFixed(0)} MB, and at most ${most.files} of ${(most.bytes / 1e6).toFixed(0)} MB are read at once: give a smaller folder, or the files of one recording.`);
}

/** Random access for the C++ library. A Blob is read slice by slice, which only a worker can do. */
export async function byteSource(bytes: Bytes): Promise<ByteSource> {
  if (bytes instanceof Blob && typeof FileReaderSync !== 'undefined') return blobSource(bytes);
  return memorySource(await allBytes(bytes));
}

function memorySource(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.byteLength,
    read: (offset, count) => bytes.subarray(offset, offset + count),
  };
}

function blobSource(blob: Blob): ByteSource {
  const reader = new FileReaderSync();
  return {
    size: blob.size,
    read(offset, count) {
      try {
        return new Uint8Array(reader.readAsArrayBuffer(blob.slice(offset, offset + count)));
      } catch {
        return null;
      }
    },
  };
}

export function nameOf(bytes: Bytes): string {
  return 'name' in bytes && typeof bytes.name === 'string' ? bytes.name : 'The file';
}
