import { existsSync, openAsBlob, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import type { Core } from '../core.js';
import type { NamedBytes, ReadResult } from '../core-types.js';
import { EcgError, errorCode } from '../errors.js';
import { checkSize } from '../sources.js';
import { toReadOptions, type Values } from './usage.js';

export function readFile(path: string): NamedBytes {
  try {
    return { name: basename(path), bytes: new Uint8Array(readFileSync(path)) };
  } catch (cause) {
    throw new EcgError('file-missing', `${path} cannot be read (${(cause as NodeJS.ErrnoException).code}): check the path.`, { cause });
  }
}

/** All files of a folder and the folders in it, named by their way from there. */
function readFolder(path: string): NamedBytes[] {
  const inside = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = inside.map((entry) => join(entry.parentPath ?? entry.path, entry.name)).sort();
  checkSize(paths.length, paths.reduce((sum, each) => sum + statSync(each).size, 0));
  return paths.map((each) => ({ ...readFile(each), name: relative(dirname(resolve(path)), resolve(each)) }));
}

/** A file, and those beside it that its reader asks for, or a folder; a WFDB record may be named without `.hea`. */
function gather(core: Core, path: string): NamedBytes[] {
  if (existsSync(path) && statSync(path).isDirectory()) return readFolder(path);
  const files = [readFile(!existsSync(path) && existsSync(`${path}.hea`) ? `${path}.hea` : path)];
  for (let wanted = core.missingFiles(files); wanted.length > 0; wanted = core.missingFiles(files)) {
    const found = wanted.map((name) => join(dirname(path), name)).filter((name) => existsSync(name));
    if (found.length === 0) break;
    files.push(...found.map(readFile));
  }
  return files;
}

export function readRecordingFile(
  core: Core,
  path: string,
  values: Values,
): ReadResult {
  return core.readRecording(gather(core, path), toReadOptions(values));
}

export async function modelFile(path: string): Promise<File> {
  try {
    return new File([await openAsBlob(path)], basename(path));
  } catch (cause) {
    throw new EcgError('file-missing', `${path} cannot be read (${(cause as NodeJS.ErrnoException).code}): check the path of the model.`, { cause });
  }
}

/** What went wrong with one of several files, with its name in front. */
export function inFile(file: string, files: string[], error: unknown): unknown {
  const code = errorCode(error);
  return files.length < 2 || code === 'internal' ? error : new EcgError(code, `${file}: ${(error as Error).message}`, { cause: error });
}

export function writeOutput(path: string, content: string | Uint8Array): void {
  try {
    writeFileSync(path, content);
  } catch (cause) {
    throw new EcgError('write-failed', `${path} cannot be written (${(cause as NodeJS.ErrnoException).code}): choose another place.`, { cause });
  }
}

/** A text file; a byte order mark is left to its reader. */
export function readText(path: string): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(readFile(path).bytes);
}

/** The whole file or none of it, whatever happens meanwhile. */
export function writeAtomically(path: string, content: string | Uint8Array): void {
  const partial = `${path}.part`;
  try {
    writeOutput(partial, content);
    renameSync(partial, path);
  } catch (error) {
    rmSync(partial, { force: true });
    throw error instanceof EcgError
      ? error
      : new EcgError('write-failed', `${path} cannot be written (${(error as NodeJS.ErrnoException).code}): choose another place.`, { cause: error });
  }
}

/** Typed arrays as arrays. */
export function toJson(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) => (item instanceof Float32Array ? Array.from(item) : item));
}

export function print(values: Values, json: unknown, lines: string[]): void {
  process.stdout.write(values['json'] ? `${toJson(json)}\n` : `${lines.join('\n')}\n`);
}
