import { closeSync, fstatSync, openSync, readFileSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';
import { loadCore } from '../core.js';
import type { ByteSource } from '../core-types.js';
import { EcgError } from '../errors.js';
import type { Dtype } from '../types.js';
import { print } from './files.js';
import { choice, parseOne, required } from './usage.js';

export async function convert(args: string[]): Promise<void> {
  const { values, file } = parseOne(args, {
    json: { type: 'boolean' },
    out: { type: 'string' },
    dtype: { type: 'string' },
    labels: { type: 'string' },
  });
  const out = required(values, 'out');
  const dtype = choice<Dtype>(values, 'dtype', ['fp32', 'fp16']) ?? 'fp32';
  const labels = typeof values['labels'] === 'string' ? labelNames(values['labels']) : [];
  const core = await loadCore();
  const source = open(file, 'r', 'read');
  const partial = `${out}.part`;
  try {
    const bytes = fileSource(source);
    const options = { dtype, labels, sourceSha256: core.officialSha256(bytes) };
    const size = core.onnxSize(bytes, options);
    const target = open(partial, 'w', 'written');
    try {
      core.convertCheckpoint(bytes, options, (chunk) => writeAll(target, chunk));
    } finally {
      closeSync(target);
    }
    renameSync(partial, out);
    print(values, { out, bytes: size, dtype }, [`${out}: ${size} bytes, weights in ${dtype}`]);
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  } finally {
    closeSync(source);
  }
}

/** One label a line, in the order of the outputs, as in upstream's tasks.txt. */
function labelNames(path: string): string[] {
  const descriptor = open(path, 'r', 'read');
  try {
    return readFileSync(descriptor, 'utf8').split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== '');
  } finally {
    closeSync(descriptor);
  }
}

function open(path: string, flags: 'r' | 'w', doing: string): number {
  try {
    return openSync(path, flags);
  } catch (cause) {
    throw new EcgError('file-missing', `${path} cannot be ${doing} (${(cause as NodeJS.ErrnoException).code}): check the path.`, { cause });
  }
}

function fileSource(descriptor: number): ByteSource {
  return {
    size: fstatSync(descriptor).size,
    read(offset, count) {
      const chunk = new Uint8Array(count);
      return readSync(descriptor, chunk, 0, count, offset) === count ? chunk : null;
    },
  };
}

function writeAll(descriptor: number, chunk: Uint8Array): void {
  for (let written = 0; written < chunk.byteLength; )
    written += writeSync(descriptor, chunk, written, chunk.byteLength - written);
}
